package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.staffing.PeopleSheet.Line;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.Unwatched;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@GongzhiTest
@Import(StaffingFixtures.Beans.class)
class ImportAccountsTests {

    private final StaffingFixtures people;
    private final ImportAccounts importAccounts;
    private final ApplyImport applyImport;
    private final UndoImport undoImport;
    private final AccountImports imports;
    private final Actor keeper;

    ImportAccountsTests(
            @Autowired StaffingFixtures people,
            @Autowired ImportAccounts importAccounts,
            @Autowired ApplyImport applyImport,
            @Autowired UndoImport undoImport,
            @Autowired AccountImports imports) {
        this.people = people;
        this.importAccounts = importAccounts;
        this.applyImport = applyImport;
        this.undoImport = undoImport;
        this.imports = imports;
        this.keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
    }

    @Test
    void everyRowIsCheckedBeforeAnythingHappensAndEachWrongOneSaysWhy() {
        people.department(JIANWAI);
        UUID id = checked(
                row("好", "永安里社区", "社区工作者", ""),
                row("好", "110105001027", "社区书记", ""),
                List.of("X", "坏账号", "永安里社区", "社区工作者", ""),
                row("", "永安里社区", "社区工作者", ""),
                row("远", "玉林东里一区社区", "社区工作者", ""),
                row("重名", "第一网格", "网格员", ""),
                row("高", "朝阳区", "区级负责人", ""),
                row("级", "永安里社区", "街道民情专员", ""),
                row("无", "永安里社区", "社长", ""),
                row("科", "建外街道", "承办人", "没有这个科"));
        assertThat(problems(id))
                .hasSize(8)
                .satisfiesExactly(
                        each -> assertThat(each).startsWith("账号用小写字母开头"),
                        each -> assertThat(each).startsWith("请填写名称"),
                        each -> assertThat(each).startsWith("管辖范围内没有“玉林东里一区社区”"),
                        each -> assertThat(each).startsWith("管辖范围内有几个“第一网格”"),
                        each -> assertThat(each).startsWith("区级负责人要两个人才能定"),
                        each -> assertThat(each).contains("不能设在永安里社区"),
                        each -> assertThat(each).startsWith("请选择职责"),
                        each -> assertThat(each).startsWith("这个部门不在建外街道"));
    }

    @Test
    void anImportIsCarriedOutOnceAndTheSameSheetAgainMakesNobodyTwice() {
        List<String> clerk = row("林一鸣", "永安里社区", "社区工作者", "");
        UUID id = checked(clerk, clerk, List.of("x", "坏", "", "", ""));
        assertThat(problems(id)).hasSize(2);
        assertThat(importAccounts.apply(keeper, id).isDone()).isTrue();
        assertThat(carryOut(id)).isEqualTo("新建 1 个账号，2 行有问题没有导入");
        assertThat(carryOut(id)).isEqualTo("新建 1 个账号，2 行有问题没有导入");
        assertThat(reason(importAccounts.apply(keeper, id))).isEqualTo(StaffingRefusal.IMPORT_DONE);

        UUID again = checked(clerk);
        assertThat(problems(again)).isEmpty();
        assertThat(carryOut(again)).isEqualTo("新建 0 个账号，0 行有问题没有导入");

        UUID taken = checked(List.of(clerk.getFirst(), "另一人", "永安里社区", "社区工作者", ""));
        assertThat(problems(taken)).singleElement().asString().contains("已经有人用了");
        assertThat(reason(importAccounts.apply(keeper, taken))).isEqualTo(StaffingRefusal.IMPORT_ALL_WRONG);
    }

    @Test
    void onlyTheSystemAdministratorImportsAndSeesOnlyTheTerritorysImports() {
        Actor guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        assertThat(reason(importAccounts.check(guard, "人员.xlsx", List.of(new Line(2, row("甲", "", "", ""))))))
                .isEqualTo(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
        UUID id = checked(row("甲", "永安里社区", "社区工作者", ""));
        Actor stranger = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, FENGTAI);
        assertThat(reason(importAccounts.apply(stranger, id))).isEqualTo(StaffingRefusal.IMPORT_UNKNOWN);
        assertThat(reason(undoImport.undo(stranger, id))).isEqualTo(StaffingRefusal.IMPORT_UNKNOWN);
    }

    @Test
    void aSheetIsReadAsItWasWrittenAndComesBackWithItsProblems() {
        List<Line> lines = List.of(new Line(2, row("甲", "永安里社区", "社区工作者", "")));
        byte[] sheet = PeopleSheet.problems(lines, List.of("改这里"));
        assertThat(PeopleSheet.read(sheet).orThrow()).isEqualTo(lines);
        assertThat(reason(PeopleSheet.read(PeopleSheet.form(List.of("网格员"))))).isEqualTo(StaffingRefusal.SHEET_EMPTY);
        assertThat(reason(PeopleSheet.read(new byte[] {1, 2, 3}))).isEqualTo(StaffingRefusal.SHEET_UNREADABLE);
    }

    private UUID checked(List<?>... rows) {
        List<Line> lines = new java.util.ArrayList<>();
        for (List<?> row : rows) {
            lines.add(new Line(
                    lines.size() + 2, row.stream().map(Object::toString).toList()));
        }
        return importAccounts.check(keeper, "人员.xlsx", lines).orThrow().id();
    }

    private static List<String> row(String name, String place, String duty, String department) {
        return List.of(StaffingFixtures.newLogin(), name, place, duty, department);
    }

    private List<String> problems(UUID id) {
        return people.transactions.read(keeper, () -> imports.rows(id)).stream()
                .map(AccountImports.Row::problem)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private String carryOut(UUID id) {
        return String.valueOf(applyImport
                .run(
                        keeper,
                        JsonMapper.shared().valueToTree(new ApplyImport.Order(id)),
                        new Unwatched(Path.of("target")))
                .message());
    }

    private static StaffingRefusal reason(Outcome<?> outcome) {
        return (StaffingRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
