package org.gongzhi.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
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

/** The hotline's sheet becomes demands as if each had been registered, and its results go back in its own form. */
@GongzhiTest
@Import(ActingAs.class)
class HotlineSheetTests {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SheetDesk desk;
    private Actor officer = Actor.worker("not yet");
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    HotlineSheetTests(@Autowired ApplicationContext context) {
        this.desk = new SheetDesk(context);
    }

    @BeforeEach
    void sits() {
        officer = desk.hire(DutyKind.DISTRICT_OFFICER, RegionFixtures.CHAOYANG);
        desk.sit(officer);
    }

    private String number(int n) {
        return "R" + run + n;
    }

    private static String ago(int hours) {
        return LocalDateTime.now(Time.ZONE).minusHours(hours).format(MINUTE);
    }

    private String line(int n, String words, String type, String community) {
        return number(n) + "," + ago(3) + "," + words + "," + type + ",," + community + ",3号楼,刘淑珍,138 0000 5521,\n";
    }

    private Object id(int n) {
        return Objects.requireNonNull(demand(n).get("id"));
    }

    private Instant at(int n, String column) {
        return ((java.sql.Timestamp) Objects.requireNonNull(demand(n).get(column))).toInstant();
    }

    private Map<String, @Nullable Object> demand(int n) {
        return desk.owner.sql("""
                        select d.*, d.search @@ to_tsquery('simple', '''暖气''') as found, k.class from hotline_case c join demand d on d.id = c.demand_id
                        join demand_kind k on k.code = d.kind_code where c.number = :number""").param("number", number(n)).query().singleRow();
    }

    private long count(String of, Object id) {
        return desk.owner.sql(of).param("id", id).query(Long.class).single();
    }

    @Test
    void eachLineEntersAsARegistrationDoes() {
        Said page = desk.checked(
                SheetDesk.HEADINGS + line(1, "12号楼暖气不热。家里有老人", "供暖", "永安里社区") + line(2, "楼道堆物", "没人听说过的类型", "永安里"),
                Map.of("words", Map.of("type", Map.of("没人听说过的类型", "blocked_exit"))));
        assertThat(page.at("sheet").path("fresh").asInt()).isEqualTo(2);
        assertThat(desk.owner
                        .sql("select count(*) from hotline_case where number like :run")
                        .param("run", "R" + run + "%")
                        .query(Long.class)
                        .single())
                .as("a dry run imports nothing")
                .isZero();

        Said applied = desk.apply(page.at("sheet").path("id").asString());
        assertThat(applied.at("sheet").path("state").asString()).isEqualTo("applied");
        assertThat(applied.at("sheet").path("applied").asInt()).isEqualTo(2);

        Map<String, @Nullable Object> demand = demand(1);
        assertThat(demand)
                .containsEntry("channel", "hotline")
                .containsEntry("status", "raised")
                .containsEntry("kind_code", "heating")
                .containsEntry("title", "12号楼暖气不热")
                .containsEntry("place", "3号楼")
                .containsEntry("region_code", RegionFixtures.YONGANLI.value())
                .containsEntry("node_code", RegionFixtures.YONGANLI.value())
                .containsEntry("found", true)
                .containsEntry("registered_by", officer.account());
        assertThat(String.valueOf(demand.get("number"))).startsWith("建外");
        assertThat(demand(2)).containsEntry("kind_code", "blocked_exit");
        Object id = id(1);
        assertThat(count("select count(*) from demand_step where demand_id = :id and verb = 'raise'", id))
                .isOne();
        assertThat(count(
                        "select count(*) from todo where subject_id = :id and step = 'accept' and closed_at is null",
                        id))
                .isOne();
        assertThat(count("select count(*) from audit_entry where subject_id = :id and action = 'demand.raise'", id))
                .isOne();
        assertThat(count("select count(*) from trail_edge where to_id = :id and from_kind = 'hotline'", id))
                .isOne();
        Map<String, @Nullable Object> contact = desk.owner
                .sql("select c.* from contact c join demand d on d.contact_id = c.id where d.id = :id")
                .param("id", id)
                .query()
                .singleRow();
        assertThat(contact).containsEntry("name_masked", "刘＊＊").containsEntry("phone_masked", "138＊＊＊＊5521");
        assertThat(new String(
                        (byte[]) Objects.requireNonNull(contact.get("phone_sealed")), StandardCharsets.ISO_8859_1))
                .doesNotContain("13800005521");
        assertThat(desk.owner
                        .sql("select string_agg(kept::text, '') from sheet_row")
                        .query(String.class)
                        .single())
                .doesNotContain("13800005521")
                .doesNotContain("刘淑珍");
    }

    @Test
    void theClockIsTheRulesUnlessTheHotlineSetsItsOwnTime() {
        String due = LocalDateTime.now(Time.ZONE).plusDays(2).format(MINUTE);
        desk.imported(SheetDesk.HEADINGS
                + line(1, "暖气不热", "供暖", "永安里")
                + number(2) + "," + ago(3) + ",暖气不热,供暖,,永安里,,,," + due + "\n");
        Instant raised = at(1, "raised_at");
        assertThat(at(1, "due_at")).isEqualTo(raised.plusSeconds(24 * 3600));
        assertThat(at(2, "due_at"))
                .isEqualTo(LocalDateTime.parse(due, MINUTE).atZone(Time.ZONE).toInstant());
        assertThat(demand(2)).containsEntry("is_anonymous", true);
    }

    @Test
    void whatItsTimeHadRunOutForIsLateFromTheBeginning() {
        String called = LocalDateTime.now(Time.ZONE).minusDays(20).format(MINUTE);
        desk.imported(
                SheetDesk.HEADINGS + number(1) + "," + called + ",路灯坏了很久,供暖,,永安里,,,,\n" + line(2, "暖气不热", "供暖", "永安里"));
        assertThat(demand(1)).containsEntry("is_late", true);
        assertThat(demand(2)).containsEntry("is_late", false);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndGoesBackAsASheet() throws IOException {
        Said page = desk.checked(
                SheetDesk.HEADINGS
                        + line(1, "暖气不热", "供暖", "永安里")
                        + line(1, "又来一次", "供暖", "永安里")
                        + ",2026-11-20 08:00,没有编号,供暖,,永安里,,,,\n"
                        + number(3) + ",昨天,时间看不懂,供暖,,永安里,,,,\n"
                        + number(4) + "," + ago(1) + ",,供暖,,永安里,,,,\n"
                        + number(5) + "," + ago(1) + ",不知道在哪,供暖,,团结湖社区,,,,\n"
                        + number(6) + "," + ago(1) + ",电话错,供暖,,永安里,,王,1380013800,\n"
                        + number(7) + "," + ago(1) + ",类型没有,外星,,永安里,,,,\n"
                        + number(8) + "," + ago(1) + ",时限反了,供暖,,永安里,,,,2020-01-01\n",
                Map.of("options", Map.of("otherKind", "")));
        assertThat(page.at("sheet").path("fresh").asInt()).isEqualTo(1);
        assertThat(page.at("sheet").path("wrong").asInt()).isEqualTo(8);
        List<String> problems = new ArrayList<>();
        page.at("problems")
                .forEach(problem -> problems.add(problem.path("line").asInt() + " "
                        + problem.path("column").asString() + " "
                        + problem.path("problem").asString()));
        assertThat(problems)
                .containsExactly(
                        "3  “" + number(1) + "”在第 2 行已经有了。",
                        "4 工单编号 工单编号是空的。",
                        "5 来电时间 读不出时间：“昨天”。",
                        "6 诉求内容 诉求内容是空的。",
                        "7 社区 “团结湖社区”不在本辖区，或没有写到社区。",
                        "8 联系电话 手机号应为 11 位，现在是 10 位。可以不填。",
                        "9 诉求类型 没有和“外星”对应的类别。",
                        "10 办理时限 办理时限“2020-01-01”早于来电时间。");
        byte[] sheet = desk.ask(get(
                        "/api/sheet-imports/{id}/problems",
                        page.at("sheet").path("id").asString()))
                .bytes();
        List<List<String>> lines = cells(sheet);
        assertThat(lines).hasSize(9);
        assertThat(lines.getFirst()).startsWith("问题", "怎么改", "工单编号");
        assertThat(lines.get(5)).contains("“团结湖社区”不在本辖区，或没有写到社区。", number(5));
        desk.apply(page.at("sheet").path("id").asString());
        assertThat(demand(1)).containsEntry("words", "暖气不热");
    }

    @Test
    void importingAgainIsHarmlessAndWhatTheHotlineChangedIsAddedToTheHistory() {
        desk.imported(SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "永安里") + line(2, "楼道堆物", "通道堵塞", "永安里"));
        Object id = demand(1).get("id");
        String sameButOne = SheetDesk.HEADINGS + line(1, "暖气不热，今天更冷", "供暖", "永安里") + line(2, "楼道堆物", "通道堵塞", "永安里");
        Said again = desk.checked(sameButOne, Map.of());
        assertThat(again.at("sheet").path("same").asInt()).isEqualTo(1);
        assertThat(again.at("sheet").path("changed").asInt()).isEqualTo(1);
        desk.apply(again.at("sheet").path("id").asString());
        assertThat(demand(1)).containsEntry("id", id).containsEntry("words", "暖气不热");
        assertThat(desk.owner
                        .sql("select words from demand_step where demand_id = :id and verb = 'add_words'")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .contains("今天更冷");
        assertThat(desk.checked(sameButOne, Map.of()).at("sheet").path("same").asInt())
                .isEqualTo(2);
    }

    @Test
    void anImportIsTakenBackAsFarAsNobodyBeganToWork() {
        Said page = desk.imported(SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "永安里") + line(2, "楼道堆物", "通道堵塞", "永安里"));
        Object touched = id(1);
        Object untouched = id(2);
        Object contact = Objects.requireNonNull(demand(2).get("contact_id"));
        desk.sit(desk.hire(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.YONGANLI));
        assertThat(desk.send(post("/api/demands/{id}/acceptance", touched).header("If-Match", "\"0\""), Map.of())
                        .status())
                .isEqualTo(200);
        desk.sit(officer);

        Said undone = desk.undo(page.at("sheet").path("id").asString());
        assertThat(undone.at("sheet").path("undone").asInt()).isEqualTo(1);
        assertThat(undone.at("sheet").path("kept").asInt()).isEqualTo(1);
        assertThat(count("select count(*) from demand where id = :id", touched)).isOne();
        for (String left : List.of(
                "select count(*) from demand where id = :id",
                "select count(*) from demand_step where demand_id = :id",
                "select count(*) from todo where subject_id = :id",
                "select count(*) from hotline_case where demand_id = :id")) {
            assertThat(count(left, untouched)).as(left).isZero();
        }
        assertThat(count("select count(*) from contact where id = :id", contact))
                .isZero();
        assertThat(desk.imported(SheetDesk.HEADINGS + line(2, "楼道堆物", "通道堵塞", "永安里"))
                        .at("sheet")
                        .path("applied")
                        .asInt())
                .as("what was taken back may come again")
                .isEqualTo(1);
    }

    @Test
    void figuresCountWhatCameAndForgetWhatWasTakenBack() {
        String sums = "select coalesce(sum(n), 0) from rollup_delta where region_code = "
                + RegionFixtures.JIQINGLI.value() + " and metric = :id";
        String folded =
                "select coalesce(sum(n), 0) from rollup_node where dimension = '' and grain in ('d', 's', 'm') and region_code = "
                        + RegionFixtures.JIQINGLI.value() + " and metric = :id";
        Said page = desk.imported(SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "吉庆里") + line(2, "楼道堆物", "供暖", "吉庆里"));
        org.awaitility.Awaitility.await().until(() -> count(sums, 16) == 0);
        long open = count(folded, 16);
        assertThat(open).isGreaterThanOrEqualTo(2);
        desk.undo(page.at("sheet").path("id").asString());
        org.awaitility.Awaitility.await().until(() -> count(sums, 16) == 0 && count(folded, 16) == open - 2);
    }

    @Test
    void whoIsNoOfficeOfAStreetOrDistrictNeitherImportsNorReadsResults() {
        for (DutyKind duty : List.of(DutyKind.COMMUNITY_CLERK, DutyKind.OBSERVER, DutyKind.GRID_WORKER)) {
            desk.sit(desk.hire(duty, RegionFixtures.YONGANLI));
            assertThat(desk.upload(SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "永安里"))
                            .code())
                    .isEqualTo("hotline.not-yours-to-import");
            assertThat(desk.send(
                                    post("/api/hotline-results"),
                                    Map.of("format", "csv", "from", "2026-01-01", "to", "2026-02-01"))
                            .code())
                    .isEqualTo("hotline.not-yours-to-import");
        }
    }

    @Test
    void aStreetImportsForItselfAndAnotherStreetsCaseIsRefused() {
        desk.sit(desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI));
        Said page = desk.checked(
                SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "永安里") + line(2, "别处的事", "供暖", "吉庆里"), Map.of());
        assertThat(page.at("sheet").path("fresh").asInt()).isEqualTo(1);
        assertThat(page.at("sheet").path("wrong").asInt()).isEqualTo(1);
    }

    @Test
    void resultsGoBackInTheHotlinesForm() throws IOException {
        Said page = desk.imported(SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "永安里") + line(2, "楼道堆物", "供暖", "永安里"));
        Object id = demand(1).get("id");
        desk.owner
                .sql(
                        "update demand set status = 'settled', closed_at = timestamptz '2026-11-21 10:00+08', settled_at = now() where id = :id")
                .param("id", id)
                .update();
        desk.owner.sql("""
                insert into demand_step (id, demand_id, region_code, at, verb, to_status, actor, node_code, words, public_words)
                select gen_random_uuid(), id, region_code, now(), 'close', 'closed', '周敏', node_code, '内部', '换了阀门，室温 20 度' from demand where id = :id""").param("id", id).update();
        desk.owner.sql("""
                insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, account_id, is_valid, is_contacted, is_solved, satisfaction)
                select gen_random_uuid(), id, region_code, 0, now(), true, null, true, true, true, 'basically' from demand where id = :id""").param("id", id).update();

        Said job = desk.await(desk.send(
                post("/api/hotline-results"),
                Map.of("importId", page.at("sheet").path("id").asString(), "format", "xlsx")));
        List<List<String>> lines = cells(desk.result(job));
        assertThat(lines.getFirst())
                .containsExactly("工单编号", "办理状态", "办结时间", "办理结果", "是否联系", "是否解决", "满意度", "承办单位", "本系统编号");
        assertThat(lines.stream()
                        .filter(line -> line.getFirst().equals(number(1)))
                        .findFirst()
                        .orElseThrow()
                        .subList(0, 8))
                .containsExactly(number(1), "已办结", "2026-11-21 10:00", "换了阀门，室温 20 度", "是", "是", "基本满意", "永安里社区");
        assertThat(lines.stream()
                        .filter(line -> line.getFirst().equals(number(2)))
                        .findFirst()
                        .orElseThrow())
                .contains("待受理");

        String today = LocalDateTime.now(Time.ZONE).toLocalDate().toString();
        String csv = new String(
                desk.result(desk.await(desk.send(
                        post("/api/hotline-results"),
                        Map.of(
                                "from",
                                LocalDateTime.now(Time.ZONE)
                                        .toLocalDate()
                                        .minusDays(1)
                                        .toString(),
                                "to",
                                today,
                                "format",
                                "csv")))),
                StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"工单编号\"").contains(number(2)).doesNotContain("13800005521");
        assertThat(desk.send(post("/api/hotline-results"), Map.of("from", today, "to", "2020-01-01", "format", "csv"))
                        .code())
                .isEqualTo("hotline.period-invalid");
        assertThat(desk.send(post("/api/hotline-results"), Map.of("from", today, "to", today, "format", "pdf"))
                        .code())
                .isEqualTo("hotline.format-unknown");
    }

    @Test
    void aStreetsResultsAreOfItsOwnTerritory() {
        desk.imported(SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "永安里") + line(2, "别处的事", "供暖", "吉庆里"));
        desk.sit(desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI));
        String today = LocalDateTime.now(Time.ZONE).toLocalDate().toString();
        String yesterday =
                LocalDateTime.now(Time.ZONE).toLocalDate().minusDays(1).toString();
        String csv = new String(
                desk.result(desk.await(desk.send(
                        post("/api/hotline-results"), Map.of("from", yesterday, "to", today, "format", "csv")))),
                StandardCharsets.UTF_8);
        assertThat(csv).contains(number(1)).doesNotContain(number(2));
    }

    /** A kind of its own, whose questions no other test asks. */
    private String kindThatAsks(List<Map<String, Object>> asked) {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        String name = "充电桩" + run;
        String kind = set(
                        "kind",
                        "",
                        Map.of(
                                "kind",
                                Map.of(
                                        "name",
                                        name,
                                        "class",
                                        "ordinary",
                                        "position",
                                        98,
                                        "isPublic",
                                        false,
                                        "isActive",
                                        true)))
                .text("key");
        set("question", kind, Map.of("questions", Map.of("asked", asked)));
        desk.sit(officer);
        return name;
    }

    private Said set(String book, String key, Map<String, Object> terms) {
        return desk.send(
                post("/api/rules/{book}", book),
                Map.of(
                        "key",
                        key,
                        "regionCode",
                        RegionFixtures.CHAOYANG.toString(),
                        "from",
                        LocalDateTime.now(Time.ZONE).toLocalDate().toString(),
                        "terms",
                        terms,
                        "source",
                        "区办法",
                        "why",
                        "试行"));
    }

    private Map<String, Object> ask(String text, String type, boolean isRequired, String... options) {
        return Map.of(
                "text",
                text + run,
                "type",
                type,
                "isRequired",
                isRequired,
                "options",
                List.of(options).stream().map(option -> Map.of("text", option)).toList());
    }

    private String answers(int n) {
        return String.valueOf(demand(n).get("answers"));
    }

    @Test
    void columnsOfTheSheetAnswerWhatIsAskedBesidesAndGoBackWithTheResults() throws IOException {
        String kind = kindThatAsks(List.of(
                ask("几号桩", "text", true),
                ask("几层", "number", false),
                ask("哪天起", "date", false),
                ask("在哪里", "many", false, "车库", "路边", "楼道"),
                ask("有人受伤吗", "yes_no", false),
                ask("没有这一列", "text", true)));
        String headings = SheetDesk.HEADINGS.strip() + ",几号桩" + run + "（必填）,几层" + run + ",哪天起" + run + ",在哪里" + run
                + ",有人受伤吗" + run + "\n";
        byte[] template = desk.ask(get("/api/sheet-kinds/hotline/template")).bytes();
        assertThat(cells(template).getFirst()).contains("工单编号", "几号桩" + run, "没有这一列" + run);
        String good = line(1, "充电桩坏了", kind, "永安里").strip() + ",七号桩,－2,2026年11月20日,路边；车库,有\n";
        Said page = desk.checked(
                headings
                        + good
                        + line(2, "充电桩坏了", kind, "永安里").strip() + ",七号桩,三楼,,,\n"
                        + line(3, "充电桩坏了", kind, "永安里").strip() + ",,,,,\n"
                        + line(4, "充电桩坏了", kind, "永安里").strip() + ",七号桩,,,屋顶,\n"
                        + line(5, "暖气不热", "供暖", "永安里").strip() + ",别的类别不问,x,x,x,x\n",
                Map.of());
        List<String> problems = new ArrayList<>();
        page.at("problems")
                .forEach(problem -> problems.add(problem.path("line").asInt() + " "
                        + problem.path("column").asString().replace(run, "") + " "
                        + problem.path("problem").asString().replace(run, "")));
        assertThat(problems)
                .containsExactly("3 几层 “几层”请填数字，例如 12 或 3.5。", "4 几号桩（必填） 请回答“几号桩”。", "5 在哪里 “在哪里”请从这些选项里选：车库、路边、楼道。");
        String id = page.at("sheet").path("id").asString();
        desk.apply(id);
        assertThat(answers(1).replace(run, ""))
                .contains("七号桩", "[\"-2\"]", "2026-11-20", "[\"车库\", \"路边\"]", "[\"yes\"]")
                .doesNotContain("没有这一列");
        assertThat(answers(5)).isEqualTo("null");

        List<List<String>> results = cells(desk.result(
                desk.await(desk.send(post("/api/hotline-results"), Map.of("importId", id, "format", "xlsx")))));
        assertThat(results.getFirst().subList(9, 14).stream().map(each -> each.replace(run, "")))
                .containsExactly("几号桩", "几层", "哪天起", "在哪里", "有人受伤吗");
        assertThat(results.stream()
                        .filter(line -> line.getFirst().equals(number(1)))
                        .findFirst()
                        .orElseThrow()
                        .subList(9, 14))
                .containsExactly("七号桩", "-2", "2026-11-20", "车库、路边", "是");

        assertThat(desk.checked(headings + good, Map.of())
                        .at("sheet")
                        .path("same")
                        .asInt())
                .isOne();
        Said other = desk.checked(headings + good.replace("七号桩", "八号桩"), Map.of());
        assertThat(other.at("sheet").path("changed").asInt()).isOne();
        desk.apply(other.at("sheet").path("id").asString());
        assertThat(desk.owner
                        .sql("select words from demand_step where demand_id = :id and verb = 'add_words'")
                        .param("id", id(1))
                        .query(String.class)
                        .single())
                .contains("八号桩");
    }

    @Test
    void onlyKindsInUseAndKnownOptionsAreTaken() {
        String id =
                desk.upload(SheetDesk.HEADINGS + line(1, "暖气不热", "供暖", "永安里")).text("id");
        var columns = desk.page(id).at("mapping", "columns");
        var mapping = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                "/api/sheet-imports/{id}/mapping", id);
        assertThat(desk.send(mapping, Map.of("columns", columns, "words", Map.of("type", Map.of("供暖", "moon"))))
                        .code())
                .isEqualTo("hotline.kind-unknown");
        mapping = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                "/api/sheet-imports/{id}/mapping", id);
        assertThat(desk.send(mapping, Map.of("columns", columns, "options", Map.of("x", "y")))
                        .code())
                .isEqualTo("hotline.option-unknown");
    }

    private static List<List<String>> cells(byte[] sheet) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            book.getFirstSheet().read().forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getCellText(i));
                }
                lines.add(cells);
            });
        }
        return lines;
    }
}
