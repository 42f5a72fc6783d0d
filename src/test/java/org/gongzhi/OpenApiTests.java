package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One truth across the wire: the pages are compiled against {@code web/openapi.json}, which is what the controllers say. */
@GongzhiTest
class OpenApiTests {

    private static final String SCHEMAS = "#/components/schemas";
    private static final Path KEPT = Path.of("web", "openapi.json");

    private final MockMvc web;
    private final JsonMapper json;

    OpenApiTests(@Autowired MockMvc web) {
        this.web = web;
        this.json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    @Test
    void thePagesAreCompiledAgainstWhatTheServerSays() throws Exception {
        String now = json.writeValueAsString(told()) + "\n";
        if (Boolean.getBoolean("gongzhi.openapi.write")) {
            Files.writeString(KEPT, now);
        }
        assertThat(Files.readString(KEPT))
                .as("%s is stale: run ./gongzhi openapi and commit what it writes", KEPT)
                .isEqualTo(now);
    }

    @Test
    void onlyTheSignedInReadTheDescription() throws Exception {
        assertThat(web.perform(get("/api/openapi")).andReturn().getResponse().getStatus())
                .isEqualTo(401);
    }

    @Test
    void everyOperationSaysInOneLineWhatItIsFor() throws Exception {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/openapi.properties"))) {
            words.load(reader);
        }
        JsonNode told = told();
        Set<String> wanted = new TreeSet<>(Set.of("interface"));
        for (JsonNode path : told.get("paths")) {
            for (JsonNode operation : path) {
                wanted.add(operation.get("operationId").asString());
            }
        }
        told.get("tags").forEach(tag -> wanted.add("module." + tag.get("name").asString()));
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void whatChangesSomethingSaysWhichHeadersItTakes() throws Exception {
        JsonNode acceptance = told().at("/paths/~1api~1demands~1{id}~1acceptance/post");
        assertThat(acceptance.get("parameters").toString()).contains("IfMatch").contains("IdempotencyKey");
        assertThat(acceptance.get("security").toString()).contains("session").contains("csrf");
        assertThat(told().at("/paths/~1public~1demands/post/responses").has("201"))
                .isTrue();
    }

    @Test
    void aProblemHoldsWhatItsDescriptionSays() throws Exception {
        JsonNode problem =
                read(web.perform(get("/public/regions/nowhere")).andReturn().getResponse());
        JsonNode described = told().at("/components/schemas/Problem");
        assertThat(described.get("properties").propertyNames()).containsAll(problem.propertyNames());
        described
                .get("required")
                .forEach(name -> assertThat(problem.has(name.asString())).isTrue());
    }

    @Test
    void everythingThatCanBeSentIsShownByAnExampleThatIsValid() throws Exception {
        JsonNode told = told();
        Set<String> sent = new TreeSet<>(Set.of("Problem"));
        for (JsonNode body : told.get("paths").findValues("requestBody")) {
            body.findValuesAsString("$ref").stream()
                    .map(reference -> reference.substring(SCHEMAS.length() + 1))
                    .forEach(sent::add);
        }
        JsonNode schemas = told.at(SCHEMAS.substring(1));
        Set<String> shown = new TreeSet<>();
        for (String name : schemas.propertyNames()) {
            if (schemas.get(name).has("examples")) {
                shown.add(name);
                JsonNode example = schemas.get(name).get("examples").get(0);
                assertThat(closed(told, name).validate(example)).as(name).isEmpty();
            }
        }
        assertThat(shown).isEqualTo(sent);
    }

    /** As described, and nothing more: a name that is written wrong is found. */
    private Schema closed(JsonNode told, String name) {
        ObjectNode strict = told.deepCopy().asObject();
        for (JsonNode schema : strict.at(SCHEMAS.substring(1))) {
            if (schema.has("properties")) {
                schema.asObject().put("additionalProperties", false);
            }
        }
        strict.put("$ref", SCHEMAS + "/" + name);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(strict);
    }

    private JsonNode told() throws Exception {
        return read(web.perform(get("/api/openapi").with(user("somebody")))
                .andReturn()
                .getResponse());
    }

    private JsonNode read(MockHttpServletResponse response) throws IOException {
        return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
