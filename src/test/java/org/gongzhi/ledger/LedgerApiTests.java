package org.gongzhi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking;
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The staff's ledger over HTTP: what the resident's window hears, and nobody else's. */
@GongzhiTest
@Import(ActingAs.class)
class LedgerApiTests {

    private static final String YONGANLI = RegionFixtures.YONGANLI.toString();

    private final Asking asking;
    private final ActingAs acting;
    private final ExportDemands exports;
    private final ObjectMapper json;

    private Actor clerk = Actor.worker("not yet");
    private Actor neighbour = Actor.worker("not yet");

    @TempDir
    private Path folder;

    LedgerApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired ExportDemands exports,
            @Autowired ObjectMapper json) {
        this.asking = new Asking(context);
        this.acting = acting;
        this.exports = exports;
        this.json = json;
    }

    @BeforeEach
    void people() {
        clerk = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_SECRETARY);
        neighbour = asking.someone(RegionFixtures.CHAOWAI, DutyKind.STREET_OFFICER);
        acting.is(clerk);
    }

    private Said ask(MockHttpServletRequestBuilder request) throws Exception {
        return asking.ask(request);
    }

    @Test
    void whatAResidentRaisesIsFollowedByItsCodeAndReadByItsCommunity() throws Exception {
        Said raised = asking.raise("12号楼501室暖气不热，家中有90岁老人😀𠮷㛃");
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

        UUID id = asking.idOf(raised);
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
    void anotherStreetsCaseSaysWhoseItIsAndNothingElse() throws Exception {
        UUID id = asking.idOf(asking.raise("楼道灯不亮"));
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
        UUID id = asking.idOf(asking.raise("垃圾没人清"));
        acting.is(asking.someone(RegionFixtures.CHAOYANG, DutyKind.SYSTEM_ADMINISTRATOR));
        assertThat(ask(get("/api/demands")).status()).isEqualTo(403);
        assertThat(ask(get("/api/demands/counts")).status()).isEqualTo(403);
        assertThat(ask(get("/api/demands/{id}", id)).status()).isIn(403, 404);
        assertThat(ask(asking.sending("/api/demand-exports", asking.key(), Map.of("filter", Map.of(), "format", "csv")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anExportHasExactlyTheRowsOfTheListAndRunsNoFormula() throws Exception {
        UUID answered = asking.idOf(asking.raise("=1+1 噪声 <script>alert(1)</script>"));
        asking.owner().update("""
                        update demand set answers = '[{"code": "floor", "text": "几楼", "type": "number", "values": ["3"]}]' where id = ?""", answered);
        Map<String, String> filter = Map.of("q", "噪声");
        Said asked =
                ask(asking.sending("/api/demand-exports", asking.key(), Map.of("filter", filter, "format", "csv")));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("jobId")).isNotEmpty();
        List<String> listed = ask(get("/api/demands").param("q", "噪声").param("limit", "100"))
                .body()
                .path("items")
                .findValuesAsString("number");
        String csv = Files.readString(export(filter, "csv"));
        assertThat(csv)
                .startsWith("\uFEFF\"编号\"")
                .contains("\"'=1+1 噪声", "\"几楼：3\"")
                .doesNotContain("\"=1+1");
        assertThat(csv.lines().skip(1).map(line -> line.substring(1, line.indexOf('"', 1))))
                .containsExactlyElementsOf(listed);
        try (var book = new ReadableWorkbook(Files.newInputStream(export(filter, "xlsx")))) {
            assertThat(book.getFirstSheet().read().stream().skip(1).map(row -> row.getCellText(0)))
                    .containsExactlyElementsOf(listed);
        }
        assertThat(ask(asking.sending("/api/demand-exports", asking.key(), Map.of("filter", filter, "format", "pdf")))
                        .status())
                .isEqualTo(422);
    }

    private Path export(Map<String, String> filter, String format) {
        JsonNode order = json.valueToTree(new ExportDemands.Order(filter, format, LocalDate.of(2026, 11, 24)));
        JobResult result = exports.run(clerk, order, new Progress() {
            @Override
            public void report(long done, @Nullable Long total, @Nullable String message) {}

            @Override
            public Path newFile(String ending) {
                return folder.resolve("export." + ending);
            }
        });
        return java.util.Objects.requireNonNull(result.file()).content();
    }

    @Test
    void viewsAreNotEndless() throws Exception {
        for (int i = 1; i <= DemandViews.MOST; i++) {
            assertThat(ask(asking.sending(
                                    "/api/demand-views", asking.key(), Map.of("name", "视图" + i, "filter", Map.of())))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(ask(asking.sending("/api/demand-views", asking.key(), Map.of("name", "再来一个", "filter", Map.of())))
                        .text("code"))
                .isEqualTo("ledger.views-too-many");
    }

    @Test
    void viewsAreKeptForOnesSelf() throws Exception {
        Map<String, Object> view =
                Map.of("name", "供暖（陈立）", "filter", Map.of("kind", "heating", "view", "open", "after", "x"));
        Said kept = ask(asking.sending("/api/demand-views", asking.key(), view));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.body().path("filter").has("after")).isFalse();
        assertThat(ask(asking.sending("/api/demand-views", asking.key(), view)).status())
                .isEqualTo(409);
        assertThat(ask(asking.sending("/api/demand-views", asking.key(), Map.of("name", "", "filter", Map.of())))
                        .status())
                .isEqualTo(422);
        assertThat(ask(asking.sending(
                                "/api/demand-views", asking.key(), Map.of("name", "坏", "filter", Map.of("kinds", "x"))))
                        .status())
                .isEqualTo(422);
        acting.is(neighbour);
        assertThat(ask(get("/api/demand-views")).body().path("items")).isEmpty();
        assertThat(ask(delete("/api/demand-views/{id}", kept.text("id")).header("Idempotency-Key", asking.key()))
                        .status())
                .isEqualTo(404);
        acting.is(clerk);
        assertThat(ask(get("/api/demand-views")).body().path("items")).hasSize(1);
        assertThat(ask(delete("/api/demand-views/{id}", kept.text("id")).header("Idempotency-Key", asking.key()))
                        .status())
                .isEqualTo(200);
        assertThat(ask(get("/api/demand-kinds")).body().path("items").size()).isGreaterThan(20);
        assertThat(ask(get("/api/demand-reasons").param("verb", "decline"))
                        .body()
                        .path("items"))
                .isNotEmpty();
    }
}
