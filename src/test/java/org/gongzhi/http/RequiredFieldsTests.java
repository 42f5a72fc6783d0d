package org.gongzhi.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every door that takes a record, with each part of it left out or null: never an error of ours, and what must be sent is told by its name. */
@GongzhiTest
@org.springframework.context.annotation.Import(ActingAs.class)
class RequiredFieldsTests {

    private final MockMvc web;
    private final ActingAs acting;
    private final Asking asking;
    private final ObjectMapper json;
    private final RequestMappingHandlerMapping mappings;

    RequiredFieldsTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired ObjectMapper json,
            @Autowired List<RequestMappingHandlerMapping> mappings) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
        this.acting = acting;
        this.asking = new Asking(context);
        this.json = json;
        this.mappings = mappings.stream()
                .filter(mapping -> mapping.getHandlerMethods().size() > 10)
                .findFirst()
                .orElseThrow();
    }

    private record Door(HttpMethod method, String path, Class<?> body) {}

    private record Said(int status, JsonNode body) {}

    @BeforeEach
    void somebodyAsks() {
        acting.is(asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_SECRETARY));
    }

    @Test
    void whatMustBeSentIsAskedForByName() throws Exception {
        int asked = 0;
        for (Door door : doors()) {
            for (RecordComponent component : door.body().getRecordComponents()) {
                for (boolean asNull : List.of(false, true)) {
                    ObjectNode body = whole(door.body());
                    if (asNull) {
                        body.putNull(RequiredFields.nameOf(component));
                    } else {
                        body.remove(RequiredFields.nameOf(component));
                    }
                    Said said = send(door, body, Locale.SIMPLIFIED_CHINESE);
                    String because = "%s without %s: %s".formatted(door, component.getName(), said);
                    assertThat(said.status()).as(because).isLessThan(500);
                    if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        asked++;
                        assertThat(said.status()).as(because).isEqualTo(422);
                        assertThat(said.body().path("code").asString())
                                .as(because)
                                .isEqualTo("http.fields-invalid");
                        assertThat(said.body()
                                        .path("errors")
                                        .path(0)
                                        .path("field")
                                        .asString())
                                .as(because)
                                .isEqualTo(
                                        component.getAccessor().isAnnotationPresent(NotBlank.class)
                                                ? component.getName()
                                                : RequiredFields.nameOf(component));
                        assertThat(said.body()
                                        .path("errors")
                                        .path(0)
                                        .path("detail")
                                        .asString())
                                .as(because)
                                .containsPattern("\\p{IsHan}");
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(30);
    }

    @Test
    void allThatLacksIsToldAtOnceInTheLanguageOfTheReader() throws Exception {
        Door report = new Door(HttpMethod.POST, "/public/demands", Object.class);
        Said said = send(report, json.createObjectNode().put("name", "周敏"), Locale.ENGLISH);
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.body().path("field").asString()).isEqualTo("regionCode");
        assertThat(said.body().path("errors").findValuesAsString("field"))
                .containsExactly("regionCode", "words", "anonymous");
        assertThat(said.body().path("errors").path(1).path("detail").asString())
                .isEqualTo("This field (words) is required and was not sent. Please fill it in and submit again.");
    }

    @Test
    void whatIsNoObjectIsUnreadableAndNotAnErrorOfOurs() throws Exception {
        for (Door door : doors()) {
            for (String text : List.of("", "[]", "7", "null", "{", "\"word\"")) {
                assertThat(sent(door, text, Locale.SIMPLIFIED_CHINESE).status())
                        .as("%s with %s", door, text)
                        .isBetween(400, 499);
            }
        }
    }

    @Test
    void theDescriptionRequiresWhatTheServerDoes() throws Exception {
        var answer = web.perform(MockMvcRequestBuilders.get("/api/openapi")).andReturn();
        JsonNode schemas = json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .at("/components/schemas");
        for (Door door : doors()) {
            String before = door.body().getEnclosingClass().getSimpleName().replaceFirst("Controller$", "");
            String own = door.body().getSimpleName();
            JsonNode schema = schemas.path(own.startsWith(before) ? own : before + own);
            assertThat(schema.isObject()).as("schema of " + door.body()).isTrue();
            assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                    .as("required of " + door.body())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(
                                    door.body().getRecordComponents())
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RequiredFields::nameOf)
                            .toList());
        }
    }

    private List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> Arrays.stream(handler.getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                        .map(Parameter::getType)
                        .filter(Class::isRecord)
                        .forEach(body -> {
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                for (String path : new TreeSet<>(mapping.getPatternValues())) {
                                    doors.add(new Door(method.asHttpMethod(), path, body));
                                }
                            }
                        }));
        assertThat(doors).hasSizeGreaterThan(25);
        return doors;
    }

    private Said send(Door door, ObjectNode body, Locale locale) throws Exception {
        return sent(door, json.writeValueAsString(body), locale);
    }

    private Said sent(Door door, String body, Locale locale) throws Exception {
        Object[] variables = Stream.generate(UUID::randomUUID)
                .limit(door.path().chars().filter(c -> c == '{').count())
                .toArray();
        var response = web.perform(MockMvcRequestBuilders.request(door.method(), door.path(), variables)
                        .locale(locale)
                        .header("Accept-Language", locale.toLanguageTag())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"1\"")
                        // From an address of its own, so that it does not use up what others may ask at the window.
                        .remoteAddress("203.0.113.61")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Said(response.getStatus(), text.isEmpty() ? json.createObjectNode() : json.readTree(text));
    }

    private ObjectNode whole(Class<?> type) {
        ObjectNode body = json.createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            body.set(RequiredFields.nameOf(component), sample(component.getGenericType()));
        }
        return body;
    }

    private JsonNode sample(Type type) {
        if (type instanceof ParameterizedType many) {
            Type element = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
            return many.getRawType() == Map.class
                    ? json.createObjectNode().set("view", sample(element))
                    : json.createArrayNode().add(sample(element));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return whole(plain);
        }
        if (plain.isEnum()) {
            return json.valueToTree(plain.getEnumConstants()[0]);
        }
        Map<Class<?>, Object> samples = Map.of(
                UUID.class,
                UUID.randomUUID(),
                LocalDate.class,
                LocalDate.of(2026, 12, 1),
                Instant.class,
                Instant.EPOCH,
                boolean.class,
                true,
                Boolean.class,
                true,
                int.class,
                1,
                Integer.class,
                1,
                Double.class,
                1.5,
                BigDecimal.class,
                BigDecimal.ONE,
                String.class,
                "open");
        Object sample = samples.get(plain);
        assertThat(sample)
                .as("a sample of " + plain + ", one of "
                        + samples.keySet().stream().map(Class::getSimpleName).collect(Collectors.joining()))
                .isNotNull();
        return json.valueToTree(sample);
    }
}
