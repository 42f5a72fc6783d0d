package org.gongzhi.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people type comes out as they typed it, wherever it is read; and what is too long is refused where it was typed. */
@WindowTest
class RareWordsTests {

    private static final String RARE = "𠮷㛃😀👨‍👩‍👧";
    private static final String LONG = "长".repeat(10_000);

    private final Street street;

    RareWordsTests(@Autowired Street street) {
        this.street = street;
    }

    @Test
    void rareCharactersSurviveFromEveryFieldToLedgerSearchExportAndPrint() throws Exception {
        Street.Said raised = street.raise(
                Map.of("words", "𠮷野家门口" + RARE + "油烟", "place", "㛃里" + RARE, "anonymous", false, "name", "𠮷㛃明"));
        assertThat(raised.status()).as("%s", raised).isEqualTo(201);
        UUID id = street.idOf(raised);
        String code = raised.text("code");
        assertThat(street.withCode("/public/cases/words", Map.of("words", "补充" + RARE), code)
                        .status())
                .isEqualTo(200);
        street.must(id, "acceptance", Map.of("publish", true, "publicTitle", "公开" + RARE), street.secretary);
        street.must(id, "assignment", Map.of("departmentId", street.heatingAt, "words", "交办" + RARE), street.secretary);
        street.must(id, "take-up", Map.of(), street.heating);
        street.must(id, "progress", Map.of("words", "进展" + RARE, "publicWords", "告知" + RARE), street.heating);
        Street.Said joined =
                street.perform(street.posting("/public/demands/" + id + "/joiners", Map.of("words", "同感" + RARE)));
        assertThat(joined.status()).isEqualTo(201);

        JsonNode page = street.ask("/api/demands/" + id, street.secretary).body();
        assertThat(page.path("demand").path("words").asString()).isEqualTo("𠮷野家门口" + RARE + "油烟");
        assertThat(page.path("demand").path("place").asString()).isEqualTo("㛃里" + RARE);
        assertThat(page.path("demand").path("title").asString()).contains(RARE);
        assertThat(page.path("demand").path("publicTitle").asString()).contains("𠮷㛃😀");
        assertThat(page.path("history").toString())
                .contains("交办" + RARE, "进展" + RARE, "告知" + RARE, "补充" + RARE, "同感" + RARE);
        assertThat(street.send(
                                "/api/demands/" + id + "/contact-look",
                                Map.of("purpose", "other", "words", "核对" + RARE),
                                street.secretary)
                        .text("name"))
                .isEqualTo("𠮷㛃明");
        assertThat(street.ask("/api/demands/" + id + "/contact-looks", street.secretary)
                        .body()
                        .toString())
                .contains("核对" + RARE);
        assertThat(street.follow(code).body().path("steps").toString()).contains("告知" + RARE);

        for (String asked : List.of("𠮷野家", "㛃里", raised.text("number"))) {
            assertThat(list(asked, street.secretary).findValuesAsString("id"))
                    .as(asked)
                    .contains(id.toString());
        }
        assertThat(list(raised.text("number"), street.secretary)
                        .path(0)
                        .path("title")
                        .asString())
                .contains(RARE);
        for (String format : List.of("csv", "xlsx")) {
            assertThat(export(format, raised.text("number"))).as(format).contains(RARE);
        }
        Street.Said view = street.send(
                "/api/demand-views", Map.of("name", "视图" + RARE, "filter", Map.of("q", "𠮷")), street.secretary);
        assertThat(view.text("name")).isEqualTo("视图" + RARE);
    }

    private JsonNode list(String asked, Actor actor) {
        return street.ask("/api/demands?q=" + asked, actor).body().path("items");
    }

    private String export(String format, String number) throws Exception {
        Street.Said asked = street.send(
                "/api/demand-exports", Map.of("filter", Map.of("q", number), "format", format), street.secretary);
        String job = "/api/jobs/" + asked.text("jobId");
        Awaitility.await()
                .until(() ->
                        street.ask(job, street.secretary).body().path("endedAt").isString());
        byte[] content = street.download(job + "/result", street.secretary);
        if (format.equals("csv")) {
            return new String(content, java.nio.charset.StandardCharsets.UTF_8);
        }
        try (var book = new org.dhatim.fastexcel.reader.ReadableWorkbook(new java.io.ByteArrayInputStream(content))) {
            StringBuilder cells = new StringBuilder();
            book.getFirstSheet()
                    .read()
                    .forEach(row -> row.forEach(cell -> cells.append(cell == null ? "" : cell.getText())));
            return cells.toString();
        }
    }

    @Test
    void tenThousandCharactersAreRefusedAtTheirFieldWithWhatToDo() {
        Street.Said raised = street.raise(Map.of("anonymous", false, "name", "周敏", "phone", "13800005521"));
        UUID id = street.idOf(raised);
        String code = raised.text("code");
        refused("words", street.raise(Map.of("words", LONG)));
        refused("place", street.raise(Map.of("place", LONG)));
        refused("name", street.raise(Map.of("anonymous", false, "name", LONG)));
        refused("phone", street.raise(Map.of("anonymous", false, "phone", "1".repeat(10_000))));
        refused("words", street.withCode("/public/cases/words", Map.of("words", LONG), code));
        refused("words", street.perform(street.posting("/public/demands/" + id + "/joiners", Map.of("words", LONG))));
        refused("title", register(Map.of("title", LONG)));
        refused("words", register(Map.of("words", LONG)));
        refused("publicTitle", street.act(id, "acceptance", Map.of("publicTitle", LONG), street.secretary));
        refused("words", street.act(id, "return", Map.of("reason", "wrong_place", "words", LONG), street.secretary));
        refused("words", street.act(id, "decline", Map.of("reason", "in_court", "words", LONG), street.secretary));
        street.must(id, "acceptance", Map.of(), street.secretary);
        refused("words", street.act(id, "progress", Map.of("words", LONG), street.secretary));
        refused("publicWords", street.act(id, "progress", Map.of("words", "好", "publicWords", LONG), street.secretary));
        refused("words", street.act(id, "pass-up", Map.of("reason", "beyond_power", "words", LONG), street.secretary));
        refused(
                "words",
                street.act(
                        id,
                        "suspension",
                        Map.of("reason", "season", "words", LONG, "reviewOn", "2026-12-20"),
                        street.secretary));
        refused(
                "words",
                street.act(
                        id, "assignment", Map.of("departmentId", street.heatingAt, "words", LONG), street.secretary));
        refused(
                "words",
                street.send(
                        "/api/demands/" + id + "/contact-look",
                        Map.of("purpose", "other", "words", LONG),
                        street.secretary));
        refused("name", street.send("/api/demand-views", Map.of("name", LONG, "filter", Map.of()), street.secretary));
        street.must(id, "assignment", Map.of("departmentId", street.heatingAt), street.secretary);
        street.must(id, "take-up", Map.of(), street.heating);
        street.finish(id);
        refused(
                "words",
                street.withCode(
                        "/public/cases/judgement",
                        Map.of("solved", true, "contacted", true, "satisfaction", "satisfied", "words", LONG),
                        code));
    }

    @Test
    void everyVerbOfTheStaffKeepsRareWordsAndRefusesWhatIsTooLong() {
        UUID id = street.idOf(street.raise(Map.of("anonymous", false, "name", "周敏", "phone", "13800005521")));
        street.must(id, "acceptance", Map.of(), street.secretary);
        said(id, "pass-up", Map.of("reason", "beyond_power"), "words", street.secretary);
        said(id, "transfer-return", Map.of(), "words", street.leader);
        street.must(id, "pass-up", Map.of("reason", "beyond_power", "words", "再报"), street.secretary);
        street.must(id, "receipt", Map.of(), street.leader);
        said(id, "send-down", Map.of("nodeCode", Street.COMMUNITY.toString()), "words", street.leader);
        street.must(id, "receipt", Map.of(), street.secretary);
        said(id, "suspension", Map.of("reason", "season", "reviewOn", inDays(9)), "words", street.secretary);
        street.must(id, "resumption", Map.of(), street.secretary);
        String later = street.clock.instant().plus(Duration.ofDays(9)).toString();
        said(id, "extension", Map.of("reason", "parts", "dueAt", later), "words", street.secretary);
        said(id, "extension-decision", Map.of("grant", false), "words", street.leader);
        said(id, "assignment", Map.of("departmentId", street.heatingAt), "words", street.secretary);
        said(id, "urge", Map.of("reason", "vulnerable"), "words", street.secretary);
        said(id, "supervision", Map.of(), "words", street.leader);
        street.must(id, "take-up", Map.of(), street.heating);
        said(id, "progress", Map.of("words", "到了"), "publicWords", street.heating);
        said(id, "verification-request", Map.of(), "words", street.heating);
        said(id, "verification", Map.of("passed", false), "words", street.secretary);
        said(id, "verification-request", Map.of("words", "又修了"), "publicWords", street.heating);
        street.must(id, "verification", Map.of("passed", true), street.secretary);
        said(id, "closing", Map.of("publicWords", "热了"), "words", street.secretary);
        said(id, "call-back", Map.of("valid", false), "words", street.secretary);
        said(id, "reopening", Map.of(), "words", street.secretary);
        String history = street.ask("/api/demands/" + id, street.secretary)
                .body()
                .path("history")
                .toString();
        for (String verb : List.of("pass-up", "transfer-return", "send-down", "suspension", "extension", "urge")) {
            assertThat(history).contains(verb + RARE);
        }
        for (String verb : List.of("supervision", "verification-request", "verification", "closing", "reopening")) {
            assertThat(history).contains(verb + RARE);
        }

        UUID returned = street.idOf(street.raise(Map.of()));
        said(returned, "return", Map.of("reason", "wrong_place"), "words", street.secretary);
        UUID declined = street.idOf(street.raise(Map.of()));
        said(declined, "decline", Map.of("reason", "in_court"), "words", street.secretary);
    }

    private String inDays(int days) {
        return LocalDate.ofInstant(street.clock.instant(), Time.ZONE)
                .plusDays(days)
                .toString();
    }

    /** First far too long, which changes nothing, then with characters few machines know. */
    private void said(UUID id, String verb, Map<String, ?> body, String field, Actor actor) {
        Map<String, Object> spoken = new HashMap<>(body);
        spoken.put(field, LONG);
        refused(field, street.act(id, verb, spoken, actor));
        spoken.put(field, verb + RARE);
        street.must(id, verb, spoken, actor);
    }

    private Street.Said register(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "regionCode",
                Street.COMMUNITY.toString(),
                "kind",
                "heating",
                "channel",
                "phone",
                "words",
                "暖气不热",
                "anonymous",
                true));
        body.putAll(more);
        return street.send("/api/demands", body, street.secretary);
    }

    /** With the field, the limit it broke, and what to do. */
    private static void refused(String field, Street.Said said) {
        assertThat(said.status()).as("%s: %s", field, said).isEqualTo(422);
        assertThat(said.text("field")).as("%s", said).isEqualTo(field);
        assertThat(said.text("detail") + said.text("remedy"))
                .as("%s says the limit and the remedy", field)
                .matches("(?s).*[0-9]+.*")
                .containsAnyOf("请", "可以不填");
        assertThat(said.body().toString())
                .as("the text itself is not sent back")
                .hasSizeLessThan(1000);
    }
}
