package org.gongzhi.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.Pictures;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@GongzhiTest
@Import(ActingAs.class)
class FileApiTests {

    private final MockMvc mvc;
    private final ActingAs acting;
    private final DataSource owner;

    FileApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.acting = acting;
        this.owner = new DriverManagerDataSource(url, user, password);
    }

    @BeforeEach
    void theClerkAsks() {
        RegionFixtures.plant(owner);
        acting.is(Kernel.clerk());
    }

    private ResultActions sent(MockMultipartHttpServletRequestBuilder request, String name, byte[] content, String key)
            throws Exception {
        return mvc.perform(request.file(new MockMultipartFile("file", name, "image/png", content))
                .header("Idempotency-Key", key));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aPictureIsUploadedAndShownToThoseInScopeOnly() throws Exception {
        String answer = sent(multipart("/api/files"), "水管.png", Pictures.png(600, 400), key())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("水管.png"))
                .andExpect(jsonPath("$.isImage").value(true))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        String id = JsonPath.read(answer, "$.id");

        mvc.perform(get("/api/files/{id}", id))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("private")));
        mvc.perform(get("/api/files/{id}/thumbnail", id)).andExpect(header().string("Content-Type", "image/jpeg"));
        acting.is(Kernel.neighbour());
        mvc.perform(get("/api/files/{id}", id))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("file.not-found"));
    }

    @Test
    void sendingTheSameTwiceStoresItOnce() throws Exception {
        String key = key();
        byte[] picture = Pictures.png(60, 40);
        String first = sent(multipart("/api/files"), "a.png", picture, key)
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);

        sent(multipart("/api/files"), "a.png", picture, key)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(JsonPath.<String>read(first, "$.id")));
    }

    @Test
    void aDisguisedFileIsRefusedWithTheSentencePeopleRead() throws Exception {
        sent(multipart("/api/files"), "照片.jpg", "<script>".getBytes(UTF_8), key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("file"))
                .andExpect(jsonPath("$.detail").value(containsString("这张图片打不开，可能已损坏")));
    }

    @Test
    void aResidentUploadsWithoutAnAccountToAPlaceThatWorksHere() throws Exception {
        acting.is(null);

        sent(multipart("/public/files?region=110105001026"), "门前.jpg", Pictures.jpeg(60, 40), key())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("门前.jpg"));
        sent(multipart("/public/files?region=110106001001"), "门前.jpg", Pictures.jpeg(60, 40), key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("file.region-unknown"));
        sent(multipart("/api/files"), "门前.jpg", Pictures.jpeg(60, 40), key()).andExpect(status().isUnauthorized());
    }
}
