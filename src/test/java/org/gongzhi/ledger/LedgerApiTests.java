package org.gongzhi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.job.JobResult;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The resident's window and the staff's ledger over HTTP: one is what the other hears of. */
@GongzhiTest
@Import(ActingAs.class)
class LedgerApiTests {

    private static final String YONGANLI = RegionFixtures.YONGANLI.toString();

    private final MockMvc mvc;
    private final ActingAs acting;
    private final Transactions transactions;
    private final Accounts accounts;
    private final AccountLookup lookup;
    private final ExportDemands exports;
    private final ObjectMapper json;
    private final JdbcTemplate owner;

    private Actor clerk = Actor.worker("not yet");
    private Actor neighbour = Actor.worker("not yet");

    LedgerApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired ExportDemands exports,
            @Autowired ObjectMapper json,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.acting = acting;
        this.transactions = transactions;
        this.accounts = accounts;
        this.lookup = lookup;
        this.exports = exports;
        this.json = json;
        DataSource tables = DataSourceBuilder.create()
                .url(url)
                .username(user)
                .password(password)
                .build();
        RegionFixtures.plant(tables);
        this.owner = new JdbcTemplate(tables);
    }

    private record Made(UUID account, UUID duty) {}

    private record Said(int status, JsonNode body) {
        String text(String name) {
            return body.path(name).asString("");
        }
    }

    @BeforeEach
    void people() {
        clerk = someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_SECRETARY);
        neighbour = someone(RegionFixtures.CHAOWAI, DutyKind.STREET_OFFICER);
        acting.is(clerk);
    }

    private Actor someone(RegionCode node, DutyKind duty) {
        Made made = transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("p" + UUID.randomUUID(), "周敏", "no hash", false, false);
                    return Outcome.done(new Made(account, accounts.grantDuty(account, duty, node)));
                })
                .orThrow();
        return transactions
                .asWorker("test", () -> lookup.actorFor(made.account(), made.duty()))
                .orElseThrow();
    }

    private Said ask(MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Said(response.getStatus(), text.isEmpty() ? json.createObjectNode() : json.readTree(text));
    }

    private MockHttpServletRequestBuilder sending(String path, String key, Object body) {
        return post(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Said raise(String words) throws Exception {
        return ask(sending("/public/demands", key(), said(words)));
    }

    private static Map<String, Object> said(String words) {
        return Map.of("regionCode", YONGANLI, "kind", "heating", "words", words, "anonymous", true);
    }

    private UUID idOf(Said raised) {
        return java.util.Objects.requireNonNull(
                owner.queryForObject("select id from demand where number = ?", UUID.class, raised.text("number")));
    }

    @Test
    void whatAResidentRaisesIsFollowedByItsCodeAndReadByItsCommunity() throws Exception {
        Said raised = raise("12号楼501室暖气不热，家中有90岁老人😀𠮷㛃");
        assertThat(raised.status()).isEqualTo(201);
        assertThat(raised.text("code")).matches("[2-9A-Z]{5} [2-9A-Z]{5}");
        assertThat(raised.text("number")).startsWith("建外");
        assertThat(raised.body().has("id")).isFalse();

        Said followed = ask(
                get("/public/cases").header("X-Case-Code", raised.text("code").toLowerCase(java.util.Locale.ROOT)));
        assertThat(followed.status()).isEqualTo(200);
        assertThat(followed.text("words")).contains("90岁老人😀𠮷㛃");
        assertThat(followed.body().path("may").path("judge").asBoolean()).isFalse();
        assertThat(followed.body().path("steps")).isNotEmpty();

        UUID id = idOf(raised);
        Said page = ask(get("/api/demands/{id}", id));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().path("demand").path("placeText").asString()).isEqualTo("永安里社区");
        assertThat(page.body().path("demand").path("clock").path("inWords").asString())
                .isNotEmpty();
        assertThat(page.body().path("steps")).hasSize(7);
        assertThat(page.body().path("steps").path(0).path("state").asString()).isEqualTo("now");
        assertThat(page.body().path("may").findValuesAsString("verb")).contains("accept", "close");
        assertThat(page.body().path("history").path(0).path("verbName").asString())
                .isEqualTo("反映");
        for (JsonNode may : page.body().path("may")) {
            assertThat(may.path("allowed").asBoolean() || may.has("why")).isTrue();
        }

        Said list = ask(get("/api/demands").param("view", "open").param("q", "老人"));
        assertThat(list.body().path("items").findValuesAsString("id")).contains(id.toString());
        assertThat(ask(get("/api/demands").param("q", raised.text("number")))
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id.toString());
        assertThat(ask(get("/api/demands/counts")).body().path("open").asString())
                .isNotEqualTo("0");
        assertThat(ask(get("/api/demands/{id}/assignees", id)).body().has("departments"))
                .isTrue();
    }

    @Test
    void sentTwiceItIsOneDemandWithOneCodeOfWhichOnlyTheDigestIsKept() throws Exception {
        String key = key();
        Said first = ask(sending("/public/demands", key, said("暖气片漏水")));
        Said second = ask(sending("/public/demands", key, said("暖气片漏水")));
        assertThat(second).isEqualTo(first);
        String stored = owner.queryForObject("select response from idempotency_key where key = ?", String.class, key);
        String code = first.text("code");
        assertThat(stored).doesNotContain(code, code.replace(" ", ""));
        assertThat(owner.queryForObject(
                        "select count(*) from demand_code where demand_id = ?", Integer.class, idOf(first)))
                .isEqualTo(1);
    }

    @Test
    void aWrongCodeIsAnsweredInPlainWordsAndGuessingSlowsDown() throws Exception {
        Said wrong =
                ask(get("/public/cases").header("X-Case-Code", "22222 22222").with(from("198.51.100.9")));
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.text("detail")).isEqualTo("没有找到这个查询码。请检查是否把 0 看成了 O。");
        assertThat(ask(get("/public/cases").with(from("198.51.100.9"))).status())
                .isEqualTo(404);
        int status = 404;
        for (int i = 0; i < 300 && status == 404; i++) {
            status = ask(get("/public/cases")
                            .header("X-Case-Code", "3333344444")
                            .with(from("198.51.100.9")))
                    .status();
        }
        assertThat(status).isEqualTo(429);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void aJoinerReadsWhatBecameOfItButNotWhatTheNeighbourSaid() throws Exception {
        Said raised = raise("12号楼301室暖气冰凉，请王先生来看");
        Said alike =
                ask(get("/public/demands/similar").param("region", YONGANLI).param("kind", "heating"));
        assertThat(alike.status()).isEqualTo(200);
        assertThat(alike.body().toString()).doesNotContain("301", "501", "王先生");
        UUID ref = idOf(raised);
        Said joined = ask(sending("/public/demands/" + ref + "/joiners", key(), Map.of("words", "我家也是")));
        assertThat(joined.status()).isEqualTo(201);
        Said followed = ask(get("/public/cases").header("X-Case-Code", joined.text("code")));
        assertThat(followed.body().has("words")).isFalse();
        assertThat(followed.text("title")).doesNotContain("301", "王");
        assertThat(followed.body().path("joiners").asInt()).isEqualTo(1);
        Said judged = ask(sending(
                        "/public/cases/judgement",
                        key(),
                        Map.of("solved", true, "contacted", true, "satisfaction", "satisfied"))
                .header("X-Case-Code", joined.text("code")));
        assertThat(judged.status()).isEqualTo(403);
    }

    @Test
    void theRaiserAddsWordsAndMayNotJudgeBeforeTheEnd() throws Exception {
        Said raised = raise("单元门口积水结冰");
        assertThat(ask(sending("/public/cases/words", key(), Map.of("words", "今天更滑了"))
                                .header("X-Case-Code", raised.text("code")))
                        .status())
                .isEqualTo(200);
        assertThat(ask(get("/public/cases").header("X-Case-Code", raised.text("code")))
                        .body()
                        .path("steps")
                        .toString())
                .contains("今天更滑了");
        Said early = ask(sending(
                        "/public/cases/judgement",
                        key(),
                        Map.of("solved", true, "contacted", true, "satisfaction", "satisfied"))
                .header("X-Case-Code", raised.text("code")));
        assertThat(early.status()).isEqualTo(409);
    }

    @Test
    void anotherStreetsCaseSaysWhoseItIsAndNothingElse() throws Exception {
        UUID id = idOf(raise("楼道灯不亮"));
        acting.is(neighbour);
        for (String path : List.of("/api/demands/{id}", "/api/demands/{id}/assignees")) {
            Said refused = ask(get(path, id));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("detail")).contains("建外街道").doesNotContain("楼道灯");
        }
        assertThat(ask(get("/api/demands/{id}", UUID.randomUUID())).status()).isEqualTo(404);
        Said outside = ask(get("/api/demands").param("region", YONGANLI));
        assertThat(outside.status()).isEqualTo(403);
        assertThat(outside.text("detail")).contains("永安里社区");
        assertThat(ask(get("/api/demands").param("q", "楼道灯")).body().path("items"))
                .isEmpty();
    }

    @Test
    void administratorsSeeNoMatterOfAnybody() throws Exception {
        UUID id = idOf(raise("垃圾没人清"));
        acting.is(someone(RegionFixtures.CHAOYANG, DutyKind.SYSTEM_ADMINISTRATOR));
        assertThat(ask(get("/api/demands")).status()).isEqualTo(403);
        assertThat(ask(get("/api/demands/counts")).status()).isEqualTo(403);
        assertThat(ask(get("/api/demands/{id}", id)).status()).isIn(403, 404);
        assertThat(ask(sending("/api/demand-exports", key(), Map.of("filter", Map.of(), "format", "csv")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tenThousandCharactersAndAnUnknownPlaceAreRefusedAtTheirField() throws Exception {
        Said large = raise("暖".repeat(10_000));
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.text("field")).isEqualTo("words");
        Said nowhere = ask(
                sending("/public/demands", key(), Map.of("regionCode", "998877", "words", "暖气", "anonymous", true)));
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.text("field")).isEqualTo("regionCode");
        Said unsaid = ask(sending("/public/demands", key(), Map.of("words", "暖气", "anonymous", true)));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text("field")).isEqualTo("regionCode");
    }

    @Test
    void theWindowShowsOnlyWhatIsPublishedAndNoFinerThanACommunity() throws Exception {
        UUID hidden = idOf(raise("12号楼402室漏水"));
        UUID shown = idOf(raise("北门路灯不亮"));
        owner.update("update demand set is_published = true, public_title = title where id = ?", shown);
        Said matters = ask(get("/public/matters").param("region", RegionFixtures.CHAOYANG.toString()));
        assertThat(matters.status()).isEqualTo(200);
        assertThat(matters.body().path("items").findValuesAsString("ref"))
                .contains(shown.toString())
                .doesNotContain(hidden.toString());
        assertThat(matters.body().path("items").path(0).path("statusName").asString())
                .isNotEmpty();
        Said kinds = ask(get("/public/kinds").param("region", YONGANLI));
        assertThat(kinds.body().path("items").size()).isGreaterThan(20);
        assertThat(kinds.body().path("items").path(0).path("answerIn").asString())
                .isNotEmpty();
    }

    @Test
    void anExportHasExactlyTheRowsOfTheListAndRunsNoFormula() throws Exception {
        raise("=1+1 噪声 <script>alert(1)</script>");
        Map<String, String> filter = Map.of("q", "噪声");
        Said asked = ask(sending("/api/demand-exports", key(), Map.of("filter", filter, "format", "csv")));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("jobId")).isNotEmpty();
        List<String> listed = ask(get("/api/demands").param("q", "噪声").param("limit", "100"))
                .body()
                .path("items")
                .findValuesAsString("number");
        String csv = Files.readString(export(filter, "csv"));
        assertThat(csv).startsWith("\uFEFF\"编号\"").contains("\"'=1+1 噪声").doesNotContain("\"=1+1");
        assertThat(csv.lines().skip(1).map(line -> line.substring(1, line.indexOf('"', 1))))
                .containsExactlyElementsOf(listed);
        try (var book = new ReadableWorkbook(Files.newInputStream(export(filter, "xlsx")))) {
            assertThat(book.getFirstSheet().read().stream().skip(1).map(row -> row.getCellText(0)))
                    .containsExactlyElementsOf(listed);
        }
        assertThat(ask(sending("/api/demand-exports", key(), Map.of("filter", filter, "format", "pdf")))
                        .status())
                .isEqualTo(422);
    }

    private Path export(Map<String, String> filter, String format) {
        JsonNode order = json.valueToTree(new ExportDemands.Order(filter, format, LocalDate.of(2026, 11, 24)));
        JobResult result = exports.run(clerk, order, (_, _, _) -> {});
        return java.util.Objects.requireNonNull(result.file()).content();
    }

    @Test
    void viewsAreNotEndless() throws Exception {
        for (int i = 1; i <= DemandViews.MOST; i++) {
            assertThat(ask(sending("/api/demand-views", key(), Map.of("name", "视图" + i, "filter", Map.of())))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(ask(sending("/api/demand-views", key(), Map.of("name", "再来一个", "filter", Map.of())))
                        .text("code"))
                .isEqualTo("ledger.views-too-many");
    }

    @Test
    void viewsAreKeptForOnesSelf() throws Exception {
        Map<String, Object> view =
                Map.of("name", "供暖（陈立）", "filter", Map.of("kind", "heating", "view", "open", "after", "x"));
        Said kept = ask(sending("/api/demand-views", key(), view));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.body().path("filter").has("after")).isFalse();
        assertThat(ask(sending("/api/demand-views", key(), view)).status()).isEqualTo(409);
        assertThat(ask(sending("/api/demand-views", key(), Map.of("name", "", "filter", Map.of())))
                        .status())
                .isEqualTo(422);
        assertThat(ask(sending("/api/demand-views", key(), Map.of("name", "坏", "filter", Map.of("kinds", "x"))))
                        .status())
                .isEqualTo(422);
        acting.is(neighbour);
        assertThat(ask(get("/api/demand-views")).body().path("items")).isEmpty();
        assertThat(ask(delete("/api/demand-views/{id}", kept.text("id")).header("Idempotency-Key", key()))
                        .status())
                .isEqualTo(404);
        acting.is(clerk);
        assertThat(ask(get("/api/demand-views")).body().path("items")).hasSize(1);
        assertThat(ask(delete("/api/demand-views/{id}", kept.text("id")).header("Idempotency-Key", key()))
                        .status())
                .isEqualTo(200);
        assertThat(ask(get("/api/demand-kinds")).body().path("items").size()).isGreaterThan(20);
        assertThat(ask(get("/api/demand-reasons").param("verb", "decline"))
                        .body()
                        .path("items"))
                .isNotEmpty();
    }
}
