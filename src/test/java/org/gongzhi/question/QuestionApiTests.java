package org.gongzhi.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** From the rule to the answer: asked of residents, at the desk and of programs, and kept in the words of the time. Each test has a kind of its own. */
@GongzhiTest
@Import(ActingAs.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class QuestionApiTests {

    private final SheetDesk desk;
    private final String today = LocalDate.now(Time.ZONE).toString();
    private final Actor keeper;
    private final Actor secretary;
    private String kind = "";

    QuestionApiTests(@Autowired ApplicationContext context) {
        this.desk = new SheetDesk(context);
        this.keeper = desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG);
        this.secretary = desk.hire(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.JIQINGLI);
    }

    @BeforeEach
    void aKindOfItsOwn() {
        kind = newKind(null);
    }

    private String newKind(@Nullable String parent) {
        Map<String, Object> terms = new HashMap<>(Map.of(
                "name",
                "类" + UUID.randomUUID().toString().substring(0, 12),
                "class",
                "ordinary",
                "position",
                98,
                "isPublic",
                false,
                "isActive",
                true));
        if (parent != null) {
            terms.put("parent", parent);
        }
        return set("kind", "", RegionFixtures.CHAOYANG, Map.of("kind", terms)).text("key");
    }

    private record Ask(String code, String text, String type, boolean isRequired, List<Map<String, String>> options) {}

    private static Ask ask(String code, String text, String type, boolean isRequired, String... options) {
        return new Ask(
                code,
                text,
                type,
                isRequired,
                List.of(options).stream().map(option -> Map.of("text", option)).toList());
    }

    private Said set(String book, String key, RegionCode region, Map<String, Object> terms) {
        desk.sit(keeper);
        return desk.send(post("/api/rules/{book}", book), rule(key, region, terms));
    }

    private Map<String, Object> rule(String key, RegionCode region, Map<String, Object> terms) {
        return Map.of(
                "key",
                key,
                "regionCode",
                region.toString(),
                "from",
                today,
                "terms",
                terms,
                "source",
                "区办法",
                "why",
                "试行");
    }

    private Said asks(String key, RegionCode region, Ask... asked) {
        return set("question", key, region, Map.of("questions", Map.of("asked", List.of(asked))));
    }

    private Said register(Map<String, List<String>> answers) {
        desk.sit(secretary);
        return desk.send(
                post("/api/demands"),
                Map.of(
                        "regionCode",
                        RegionFixtures.JIQINGLI.toString(),
                        "kind",
                        kind,
                        "channel",
                        "visit_in",
                        "words",
                        "充电桩坏了",
                        "anonymous",
                        true,
                        "answers",
                        answers));
    }

    private Said report(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "regionCode", RegionFixtures.JIQINGLI.toString(), "kind", kind, "words", "充电桩坏了", "anonymous", true));
        body.putAll(more);
        return desk.send(post("/public/demands"), body);
    }

    private List<String> askedOf(String code, RegionCode place) {
        JsonNode items =
                desk.ask(get("/public/kinds").param("region", place.toString())).at("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path("code").asString().equals(code))
                .flatMap(each -> each.path("questions").findValuesAsString("text").stream())
                .toList();
    }

    @Test
    void kindsBelowAskWhatIsAskedAboveAndATerritoryItsOwn() {
        String below = newKind(kind);
        asks(kind, RegionFixtures.CHAOYANG, ask("floor", "几楼", "number", false), ask("since", "从哪天起", "date", false));
        asks(below, RegionFixtures.CHAOYANG, ask("since", "哪天坏的", "date", false), ask("pile", "几号桩", "text", false));
        assertThat(askedOf(kind, RegionFixtures.JIQINGLI)).containsExactly("几楼", "从哪天起");
        assertThat(askedOf(below, RegionFixtures.JIQINGLI)).containsExactly("几楼", "哪天坏的", "几号桩");
        asks(kind, RegionFixtures.CHAOWAI);
        assertThat(askedOf(kind, RegionFixtures.JIQINGLI))
                .as("the street asks nothing")
                .isEmpty();
        assertThat(askedOf(kind, RegionFixtures.YONGANLI)).containsExactly("几楼", "从哪天起");
    }

    @Test
    void whoSetsQuestionsLooksFirstAndReadsItsHistory() {
        desk.sit(keeper);
        Said preview = desk.send(
                post("/api/rules/question/preview"),
                rule(
                        kind,
                        RegionFixtures.CHAOYANG,
                        Map.of("questions", Map.of("asked", List.of(ask("floor", "几楼", "number", true))))));
        assertThat(preview.text("after")).isEqualTo("几楼（必答）");
        assertThat(preview.at("figures").path(0).path("sentence").asString())
                .isEqualTo("近 90 天提出的 0 件，当时会多问 1 个问题（必答 1 个）；已经提出的不变");
        Said wrong = asks(kind, RegionFixtures.CHAOYANG, ask("floor", " ", "number", true));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("field")).isEqualTo("asked.0.text");
        assertThat(asks("moonlight", RegionFixtures.CHAOYANG).text("field")).isEqualTo("key");

        assertThat(asks(kind, RegionFixtures.CHAOYANG, ask("floor", "几楼", "number", true))
                        .status())
                .isEqualTo(201);
        asks(kind, RegionFixtures.CHAOWAI);
        Said history = desk.ask(get("/api/rules/question/history")
                .param("region", RegionFixtures.CHAOWAI.toString())
                .param("key", kind));
        assertThat(history.at("items").findValuesAsString("after")).containsExactly("不另外问", "几楼（必答）");
        desk.send(
                post("/api/rules/question/end"),
                Map.of(
                        "key",
                        kind,
                        "regionCode",
                        RegionFixtures.CHAOWAI.toString(),
                        "from",
                        LocalDate.parse(today).plusDays(1).toString(),
                        "why",
                        "与全区一致"));
        Said future = set("question", kind, RegionFixtures.FENGTAI, Map.of("questions", Map.of("asked", List.of())));
        assertThat(future.status()).as("not the keeper's").isEqualTo(403);
    }

    @Test
    void aRuleThatHasNotBegunIsTakenBack() {
        desk.sit(keeper);
        Map<String, Object> later =
                new HashMap<>(rule(kind, RegionFixtures.CHAOYANG, Map.of("questions", Map.of("asked", List.of()))));
        later.put("from", LocalDate.parse(today).plusDays(5).toString());
        String id = desk.send(post("/api/rules/question"), later).text("id");
        assertThat(desk.send(
                                post("/api/rules/question/{id}/withdrawal", id),
                                Map.of("regionCode", RegionFixtures.CHAOYANG.toString(), "why", "不问了"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void atTheDeskAnswersAreCheckedShownAndKeptInTheWordsOfTheTime() {
        asks(
                kind,
                RegionFixtures.CHAOYANG,
                ask("floor", "几楼", "number", true),
                ask("where", "哪里", "many", false, "车库", "路边"));
        Said missing = register(Map.of());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text("field")).isEqualTo("answers.floor");
        assertThat(missing.text("detail")).isEqualTo("请回答“几楼”。");
        assertThat(register(Map.of("floor", List.of("三楼"))).text("code")).isEqualTo("question.answer-not-number");

        String id = register(Map.of("floor", List.of("-2"), "where", List.of("路边", "车库")))
                .text("id");
        asks(kind, RegionFixtures.CHAOWAI, ask("floor", "第几层", "number", true));
        desk.sit(secretary);
        JsonNode told = desk.ask(get("/api/demands/{id}", id)).at("answers");
        assertThat(told.findValuesAsString("question")).containsExactly("几楼", "哪里");
        assertThat(told.findValuesAsString("answer")).containsExactly("-2", "车库、路边");
        assertThat(found("车库"))
                .as("what everybody may choose is not searched for")
                .doesNotContain(id);
        JsonNode kinds = desk.ask(get("/api/demand-kinds").param("region", RegionFixtures.JIQINGLI.toString()))
                .at("items");
        assertThat(StreamSupport.stream(kinds.spliterator(), false)
                        .filter(each -> each.path("code").asString().equals(kind))
                        .flatMap(each -> each.path("questions").findValuesAsString("text").stream()))
                .containsExactly("第几层");
    }

    @Test
    void aCaseIsFoundByWhatPeopleAnsweredInTheirOwnWords() {
        asks(kind, RegionFixtures.CHAOYANG, ask("pile", "几号桩", "text", false));
        String said = "栎阳桩" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "k");
        String id = register(Map.of("pile", List.of(said))).text("id");
        assertThat(found(said)).containsExactly(id);
        assertThat(found("栎阳")).contains(id);
        List<String> terms = terms(id);
        desk.owner
                .sql("update demand set search = array_to_tsvector(string_to_array(:others, ' ')) where id = :id::uuid")
                .param("others", String.join(" ", SearchTerms.of("充电桩坏了")))
                .param("id", id)
                .update();
        desk.owner.sql(migration()).update();
        assertThat(terms(id))
                .as("what was raised before is found by the same words")
                .containsAll(SearchTerms.of(said))
                .isSubsetOf(terms);
    }

    private List<String> found(String words) {
        desk.sit(secretary);
        return desk.ask(get("/api/demands").param("q", words)).at("items").findValuesAsString("id");
    }

    private List<String> terms(String id) {
        return desk.owner
                .sql("select unnest(tsvector_to_array(search)) from demand where id = :id::uuid")
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String migration() {
        try (var file = QuestionApiTests.class.getResourceAsStream("/db/migration/V0073__words_of_answers.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void residentsAreAskedTheSame() {
        asks(kind, RegionFixtures.CHAOYANG, ask("old", "家里有老人吗", "yes_no", true));
        Said missing = report(Map.of());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text("field")).isEqualTo("answers.old");
        Said heard = report(Map.of("answers", Map.of("old", List.of("yes"))));
        assertThat(answersOf("number", heard.text("number"))).contains("家里有老人吗", "yes");
        MockHttpServletRequestBuilder own = get("/public/cases").header("X-Case-Code", heard.text("code"));
        assertThat(desk.ask(own).at("answers").findValuesAsString("answer"))
                .as("whoever holds the code reads what they answered")
                .containsExactly("是");
        JsonNode english = desk.ask(own.locale(Locale.ENGLISH)).at("answers");
        assertThat(english.findValuesAsString("answer")).containsExactly("Yes");
    }

    private String answersOf(String column, String value) {
        return Objects.requireNonNull(desk.owner
                .sql("select answers::text from demand where " + (column.equals("id") ? "id::text" : "number")
                        + " = :value")
                .param("value", value)
                .query(String.class)
                .single());
    }

    @Test
    void programsReadTheAttributesOfAServiceInJsonAndXml() throws Exception {
        asks(
                kind,
                RegionFixtures.CHAOYANG,
                ask("floor", "几楼 <层>", "number", true),
                ask("since", "哪天起", "date", false),
                ask("where", "哪里", "many", false, "车库", "路边"),
                ask("old", "有老人吗", "yes_no", false));
        JsonNode services = open311(get("/open311/v2/services.json")).body();
        assertThat(StreamSupport.stream(services.spliterator(), false)
                        .filter(each -> each.path("service_code").asString().equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .path("metadata")
                        .asBoolean())
                .isTrue();
        JsonNode attributes =
                open311(get("/open311/v2/services/{code}.json", kind)).body().path("attributes");
        assertThat(attributes.findValuesAsString("datatype"))
                .containsExactly("number", "datetime", "multivaluelist", "singlevaluelist");
        JsonNode first = attributes.path(0);
        assertThat(List.copyOf(first.propertyNames()))
                .containsExactly(
                        "variable",
                        "code",
                        "datatype",
                        "required",
                        "datatype_description",
                        "order",
                        "description",
                        "values");
        assertThat(first.path("required").isBoolean() && first.path("required").asBoolean())
                .isTrue();
        assertThat(first.path("order").asInt()).isEqualTo(1);
        assertThat(attributes.path(2).path("values").findValuesAsString("key")).containsExactly("车库", "路边");
        assertThat(attributes.path(3).path("values").findValuesAsString("name")).containsExactly("是", "否");

        var xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(
                        open311(get("/open311/v2/services/{code}.xml", kind)).bytes()));
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("service_definition");
        assertThat(xml.getElementsByTagName("attribute").getLength()).isEqualTo(4);
        assertThat(xml.getElementsByTagName("description").item(0).getTextContent())
                .isEqualTo("几楼 <层>");
        assertThat(xml.getElementsByTagName("value").getLength()).isEqualTo(4);
        assertThat(xml.getElementsByTagName("key").item(1).getTextContent()).isEqualTo("路边");
    }

    private Said open311(MockHttpServletRequestBuilder request) {
        return desk.ask(request.param("jurisdiction_id", "110105"));
    }

    @Test
    void programsAnswerByAttributeAndAreToldWhichOneIsWrong() {
        asks(
                kind,
                RegionFixtures.CHAOYANG,
                ask("floor", "几楼", "number", true),
                ask("since", "哪天起", "date", false),
                ask("where", "哪里", "many", false, "车库", "路边"));
        desk.sit(keeper);
        String key = desk.send(
                        post("/api/machine-tokens"),
                        Map.of(
                                "name", "城市客户端",
                                "regionCode", RegionFixtures.CHAOYANG.toString(),
                                "verbs", List.of("open311"),
                                "expiresOn", LocalDate.parse(today).plusDays(3).toString()))
                .text("token");
        Said missing = open311(request(key, "json"));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().path(0).path("code").asInt()).isEqualTo(400);
        assertThat(missing.body().path(0).path("description").asString()).isEqualTo("attribute[floor]: 请回答“几楼”。");
        assertThat(open311(request(key, "json").param("attribute[shoe]", "42"))
                        .body()
                        .path(0)
                        .path("description")
                        .asString())
                .startsWith("attribute[shoe]: 这类事不问这一项");
        Said xml = open311(request(key, "xml").param("attribute[floor]", "三"));
        assertThat(new String(xml.bytes(), StandardCharsets.UTF_8))
                .contains("<description>attribute[floor]: “几楼”请填数字，例如 12 或 3.5。</description>");

        Said made = open311(request(key, "json")
                .param("attribute[floor]", "3")
                .param("attribute[since]", "2026-11-20T08:00:00+08:00")
                .param("attribute[where][]", "路边", "车库"));
        assertThat(made.status()).isEqualTo(200);
        String answers =
                answersOf("id", made.body().path(0).path("service_request_id").asString());
        assertThat(answers).contains("\"2026-11-20\"", "[\"车库\", \"路边\"]");
    }

    private MockHttpServletRequestBuilder request(String key, String format) {
        return post("/open311/v2/requests." + format)
                .param("api_key", key)
                .param("service_code", kind)
                .param("address_id", RegionFixtures.JIQINGLI.toString())
                .param("description", "充电桩坏了");
    }
}
