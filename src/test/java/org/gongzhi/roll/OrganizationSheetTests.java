package org.gongzhi.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@GongzhiTest
@Import(ActingAs.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class OrganizationSheetTests {

    private static final String HEADINGS = "党组织名称,党组织代码,党组织类型,上级党组织,所在地,成立日期,正式党员数,党员总数,覆盖单位数,工作到期,本届起始,书记\n";

    private final SheetDesk desk;
    private final Actor street;
    /** Makes every name and code of a test its own. */
    private final String own = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 40);

    OrganizationSheetTests(@Autowired ApplicationContext context) {
        desk = new SheetDesk(context);
        street = desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI);
    }

    @BeforeEach
    void sit() {
        desk.sit(street);
    }

    /** Cells by columns; name, code and superior are made the test's own. */
    private String line(String name, String code, String type, String superior, String place, int people, String rest) {
        return "%s,%s,%s,%s,%s,2020-03-01,%d,%d,%s\n"
                .formatted(own(name), own(code), type, own(superior), place, people, people + 1, rest);
    }

    private String own(String word) {
        return word.isEmpty() ? "" : word + own;
    }

    private Said checked(String lines) {
        String id = desk.ask(post("/api/sheet-imports")
                        .param("kind", "organization")
                        .param("name", "名册.csv")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/octet-stream")
                        .content((HEADINGS + lines).getBytes(StandardCharsets.UTF_8)))
                .text("id");
        return desk.check(id, Map.of());
    }

    private static String id(Said page) {
        return page.at("sheet", "id").asString();
    }

    private static List<Integer> counts(Said page) {
        return List.of("fresh", "changed", "same", "wrong").stream()
                .map(key -> page.at("sheet", key).asInt())
                .toList();
    }

    private Map<Integer, String> problems(Said page) {
        Map<Integer, String> problems = new HashMap<>();
        page.at("problems")
                .forEach(each -> problems.put(
                        each.path("line").asInt(), each.path("problem").asString()));
        return problems;
    }

    private Said found(String name) {
        return desk.ask(get("/api/organizations/search").param("q", own(name)));
    }

    private Said open(String name) {
        return desk.ask(get(
                "/api/organizations/{id}",
                found(name).at("items").path(0).path("id").asString()));
    }

    private String network() {
        return line("永安里第一支部", "B1", "党支部", "社区党委", "永安里社区", 12, ",,2025-06-01,王秀兰")
                + line("社区党委", "C", "村（社区）党委", "工委", "建外街道永安里社区", 130, ",,,")
                + line("工委", "W", "党工委", "", RegionFixtures.JIANWAI.toString(), 5, ",,,");
    }

    @Test
    void superiorsMayStandInAnyLineAndAWholeSheetIsTakenBackFromBelow() {
        Said page = checked(network());
        assertThat(counts(page)).as("%s", page.body()).containsExactly(3, 0, 0, 0);
        Said applied = desk.apply(id(page));
        assertThat(applied.at("sheet", "applied").asInt()).isEqualTo(3);
        Said branch = open("永安里第一支部");
        assertThat(branch.at("above").findValuesAsString("name")).containsExactly(own("社区党委"), own("工委"));
        assertThat(branch.at("posts").findValuesAsString("holder")).containsExactly("王秀兰");
        assertThat(branch.text("termFrom")).isEqualTo("2025-06-01");
        assertThat(branch.at("history").findValuesAsString("why")).containsOnly("由“名册.csv”导入");
        Said again = checked(network());
        assertThat(counts(again)).as("%s", again.body()).containsExactly(0, 0, 3, 0);
        assertThat(desk.undo(id(page)).at("sheet", "undone").asInt()).isEqualTo(3);
        assertThat(found("永安里第一支部").at("items")).isEmpty();
    }

    @Test
    void whatSomebodyBuiltOnStaysWhenAnImportIsTakenBack() {
        Said page = checked(network());
        desk.apply(id(page));
        String branch = found("永安里第一支部").at("items").path(0).path("id").asString();
        Said renamed = desk.send(
                post("/api/organizations/{id}/posts", branch).header("If-Match", "\"1\""),
                Map.of("post", "deputy", "holder", "李明", "from", "2025-06-01"));
        assertThat(renamed.status()).as("%s", renamed.body()).isLessThan(300);
        Said undone = desk.undo(id(page));
        assertThat(undone.at("sheet", "undone").asInt()).isZero();
        assertThat(undone.at("sheet", "kept").asInt()).isEqualTo(3);
    }

    @Test
    void figuresChangeByASheetAndComeBackWithIt() {
        desk.apply(id(checked(network())));
        String more = line("永安里第一支部", "B1", "党支部", "社区党委", "永安里社区", 20, ",,,");
        Said page = checked(more);
        assertThat(counts(page)).as("%s", page.body()).containsExactly(0, 1, 0, 0);
        Said applied = desk.await(desk.send(post("/api/sheet-imports/{id}/application", id(page)), Map.of()));
        assertThat(applied.text("message")).isEqualTo("已导入 1 个。");
        assertThat(open("永安里第一支部").at("row", "fullMembers").asInt()).isEqualTo(20);
        Said undone = desk.await(desk.send(post("/api/sheet-imports/{id}/undoing", id(page)), Map.of()));
        assertThat(undone.text("message")).isEqualTo("已全部撤回，共 1 个。");
        assertThat(open("永安里第一支部").at("row", "fullMembers").asInt()).isEqualTo(12);
        Said otherwise = checked(line("改了名的支部", "B1", "党支部", "社区党委", "永安里社区", 12, ",,,"));
        assertThat(problems(otherwise).get(2)).contains("和登记的不一样");
    }

    @Test
    void everyRuleSpeaksWithItsArticleBeforeAnythingIsImported() {
        Said page = checked(network()
                + line("小支部", "B2", "党支部", "工委", "永安里社区", 2, ",,,")
                + line("挂在支部下", "B3", "党支部", "B1", "永安里社区", 9, ",,,")
                + line("联合支部", "B4", "联合党支部", "工委", "永安里社区", 9, ",,,")
                + line("临时支部", "B5", "临时党支部", "工委", "永安里社区", 9, ",2020-05-01,,")
                + line("外地支部", "B6", "党支部", "工委", RegionFixtures.JIQINGLI.toString(), 9, ",,,")
                + line("没有上级的", "B7", "党支部", "不存在", "永安里社区", 9, ",,,")
                + line("不知道的", "B8", "兴趣小组", "工委", "永安里社区", 9, ",,,")
                + line("小支部的下级", "B9", "党小组", "小支部", "永安里社区", 4, ",,,"));
        Map<Integer, String> problems = problems(page);
        assertThat(problems.get(5)).contains("第四条");
        assertThat(problems.get(6)).contains("党支部");
        assertThat(problems).containsKeys(7, 8);
        assertThat(problems.get(9)).contains("范围");
        assertThat(problems.get(10)).contains(own("不存在"));
        assertThat(problems.get(11)).contains("兴趣小组");
        assertThat(problems.get(12)).contains("第 5 行");
        assertThat(counts(page)).containsExactly(3, 0, 0, 8);
    }

    @Test
    void aCircleWithinASheetIsNamedAndNothingOfItIsImported() {
        Said page = checked(line("甲党委", "A1", "党委", "乙党委", "建外街道", 120, ",,,")
                + line("乙党委", "A2", "党委", "丙党委", "建外街道", 120, ",,,")
                + line("丙党委", "A3", "党委", "甲党委", "建外街道", 120, ",,,")
                + line("丁支部", "A4", "党支部", "甲党委", "永安里社区", 9, ",,,"));
        assertThat(counts(page)).containsExactly(0, 0, 0, 4);
        assertThat(problems(page).values()).allMatch(problem -> problem.contains("圈"));
    }

    @Test
    void theRollComesOutInTheColumnsItCameInBy() {
        desk.apply(id(checked(network())));
        String top = found("工委").at("items").path(0).path("id").asString();
        for (Map<String, String> of : List.of(
                Map.of("organizationId", top, "format", "csv"),
                Map.of("region", RegionFixtures.JIANWAI.toString(), "format", "csv"))) {
            String csv = new String(
                    desk.result(desk.await(desk.send(post("/api/organization-exports"), of))), StandardCharsets.UTF_8);
            assertThat(csv).contains("党组织名称").contains(own("永安里第一支部")).contains("王秀兰");
            Said again = desk.check(
                    desk.ask(post("/api/sheet-imports")
                                    .param("kind", "organization")
                                    .param("name", "再来.csv")
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .contentType("application/octet-stream")
                                    .content(csv.getBytes(StandardCharsets.UTF_8)))
                            .text("id"),
                    Map.of());
            assertThat(again.at("sheet", "same").asInt()).isGreaterThanOrEqualTo(3);
            assertThat(again.at("sheet", "fresh").asInt()).isZero();
        }
        byte[] book = desk.result(desk.await(
                desk.send(post("/api/organization-exports"), Map.of("organizationId", top, "format", "xlsx"))));
        assertThat(book).startsWith('P', 'K');
        assertThat(desk.send(post("/api/organization-exports"), Map.of("organizationId", top, "format", "pdf"))
                        .status())
                .isEqualTo(422);
        desk.sit(desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.TIANPINGLU));
        assertThat(desk.send(post("/api/organization-exports"), Map.of("organizationId", top, "format", "csv"))
                        .code())
                .isEqualTo("roll.not-seen");
        assertThat(desk.send(
                                post("/api/organization-exports"),
                                Map.of("region", RegionFixtures.JIANWAI.toString(), "format", "csv"))
                        .code())
                .isEqualTo("roll.place-unknown");
    }
}
