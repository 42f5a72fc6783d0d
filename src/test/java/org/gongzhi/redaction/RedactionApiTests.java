package org.gongzhi.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 遮盖 as a browser sends it: what is covered is found by nobody any more, wherever they look. */
@GongzhiTest
@Import(ActingAs.class)
class RedactionApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAME = "欧阳墨渊";

    private final MockMvc mvc;
    private final Actor secretary;

    RedactionApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        RegionFixtures.plant(new DriverManagerDataSource(url, user, password));
        this.secretary = transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("r" + Ids.next(), "周敏", "none", false, false);
                    UUID duty = accounts.grantDuty(
                            account, DutyKind.COMMUNITY_SECRETARY, RegionFixtures.YONGANLI, null, null);
                    return Outcome.done(lookup.actorFor(account, duty).orElseThrow());
                })
                .orThrow();
        acting.is(secretary);
    }

    private ResultActions send(String path, String key, int version, String body) throws Exception {
        return mvc.perform(post(path)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static JsonNode body(ResultActions answer) throws Exception {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private String raised(String file) throws Exception {
        ResultActions answer = send("/api/demands", Ids.next().toString(), 0, """
                {"regionCode": "%s", "kind": "noise", "channel": "phone", "words": "%s半夜唱歌，楼上楼下都睡不着", "anonymous": true, "fileIds": ["%s"]}
                """.formatted(
                                RegionFixtures.YONGANLI_GRID_1, NAME, file))
                .andExpect(status().isCreated());
        return body(answer).path("id").asString();
    }

    private String photo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return body(mvc.perform(multipart("/api/files")
                                .file(new MockMultipartFile("file", "楼道.png", "image/png", bytes.toByteArray()))
                                .param("region", RegionFixtures.YONGANLI_GRID_1.toString())
                                .header("Idempotency-Key", Ids.next().toString()))
                        .andExpect(status().isCreated()))
                .path("id")
                .asString();
    }

    private int found() throws Exception {
        return body(mvc.perform(get("/api/demands").param("q", NAME).param("view", "all")))
                .path("items")
                .size();
    }

    @Test
    void whatIsCoveredIsFoundByNobodyUntilALeadBringsItBack() throws Exception {
        String file = photo();
        String id = raised(file);
        assertThat(found()).isEqualTo(1);
        String key = Ids.next().toString();
        String words = "{\"words\": \"" + NAME + "\", \"reason\": \"unproven\"}";
        String covered = body(send("/api/demands/" + id + "/redactions/words", key, 0, words)
                        .andExpect(status().isCreated()))
                .path("id")
                .asString();
        assertThat(body(send("/api/demands/" + id + "/redactions/words", key, 0, words)
                                .andExpect(status().isCreated()))
                        .path("id")
                        .asString())
                .as("sent twice, done once")
                .isEqualTo(covered);
        send("/api/demands/" + id + "/redactions/words", Ids.next().toString(), 0, words)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("demand.changed-meanwhile"))
                .andExpect(jsonPath("$.current.verb").value("redact"));

        assertThat(found()).isZero();
        for (String page : new String[] {"", "/redactions"}) {
            assertThat(mvc.perform(get("/api/demands/" + id + page))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain(NAME);
        }
        mvc.perform(post("/api/redactions/" + covered + "/look")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"purpose\": \"legal\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.words").value(NAME));
        mvc.perform(get("/api/demands/" + id + "/redactions"))
                .andExpect(jsonPath("$.mayCover").value(true))
                .andExpect(jsonPath("$.mayOpen").value(true))
                .andExpect(jsonPath("$.items[0].places").value(2))
                .andExpect(jsonPath("$.looks[0].purpose").value("legal"));

        String instead = body(send(
                                "/api/demands/" + id + "/redactions/photos",
                                Ids.next().toString(),
                                1,
                                """
                        {"fileId": "%s", "areas": [{"left": 0.1, "top": 0.1, "width": 0.5, "height": 0.5}], "reason": "privacy"}
                        """.formatted(file))
                        .andExpect(status().isCreated()))
                .path("file")
                .asString();
        mvc.perform(get("/api/files/" + file)).andExpect(status().isNotFound());
        mvc.perform(get("/api/files/" + instead + "/thumbnail")).andExpect(status().isOk());

        send("/api/redactions/" + covered + "/restoration", Ids.next().toString(), 2, "{\"note\": \"已查实\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(3));
        assertThat(found()).isEqualTo(1);
    }
}
