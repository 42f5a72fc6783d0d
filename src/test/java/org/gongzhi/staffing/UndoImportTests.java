package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
class UndoImportTests {

    private final StaffingFixtures people;
    private final ImportAccounts importAccounts;
    private final ApplyImport applyImport;
    private final UndoImport undoImport;
    private final ResetPassword resetPassword;
    private final AccountImports imports;
    private final Actor keeper;

    UndoImportTests(
            @Autowired StaffingFixtures people,
            @Autowired ImportAccounts importAccounts,
            @Autowired ApplyImport applyImport,
            @Autowired UndoImport undoImport,
            @Autowired ResetPassword resetPassword,
            @Autowired AccountImports imports) {
        this.people = people;
        this.importAccounts = importAccounts;
        this.applyImport = applyImport;
        this.undoImport = undoImport;
        this.resetPassword = resetPassword;
        this.imports = imports;
        this.keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
    }

    @Test
    void anUntouchedImportIsTakenBackWhole() {
        UUID id = imported();
        UUID account = account(id);
        assertThat(people.status(account)).startsWith("active");
        assertThat(undoImport.undo(keeper, id).orThrow()).isEqualTo(new UndoImport.Undone(id, 1));
        assertThat(people.status(account)).startsWith("disabled");
        assertThat(reason(undoImport.undo(keeper, id))).isEqualTo(StaffingRefusal.IMPORT_NOT_APPLIED);
        assertThat(people.transactions.read(keeper, imports::latest))
                .anyMatch(each -> each.id().equals(id) && each.state().equals("undone"));
    }

    @Test
    void onceSomebodyWasGivenAPasswordItStays() {
        UUID id = imported();
        resetPassword.reset(keeper, account(id)).orThrow();
        assertThat(reason(undoImport.undo(keeper, id))).isEqualTo(StaffingRefusal.IMPORT_TOUCHED);
    }

    private UUID imported() {
        List<Line> lines = List.of(new Line(2, List.of(StaffingFixtures.newLogin(), "林一鸣", "永安里社区", "社区工作者", "")));
        UUID id = importAccounts.check(keeper, "人员.xlsx", lines).orThrow().id();
        applyImport.run(
                keeper, JsonMapper.shared().valueToTree(new ApplyImport.Order(id)), new Unwatched(Path.of("target")));
        return id;
    }

    private UUID account(UUID id) {
        return Objects.requireNonNull(people.transactions
                .read(keeper, () -> imports.rows(id))
                .getFirst()
                .account());
    }

    private static StaffingRefusal reason(Outcome<?> outcome) {
        return (StaffingRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
