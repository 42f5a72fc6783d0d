package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(StaffingFixtures.Beans.class)
class OpenAccountTests {

    private final StaffingFixtures people;
    private final OpenAccount openAccount;

    OpenAccountTests(@Autowired StaffingFixtures people, @Autowired OpenAccount openAccount) {
        this.people = people;
        this.openAccount = openAccount;
    }

    @Test
    void theSystemAdministratorOpensAccountsInTheirTerritoryAndNowhereElse() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        String login = StaffingFixtures.newLogin();
        UUID id = openAccount
                .open(keeper, " " + login.toUpperCase(java.util.Locale.ROOT), " 周敏 ", YONGANLI)
                .orThrow()
                .id();
        assertThat(people.status(id)).isEqualTo("active 周敏");
        assertThat(people.audited(id, "account.create")).isEqualTo(1);

        assertThat(reason(openAccount.open(keeper, StaffingFixtures.newLogin(), "外区", FENGTAI)))
                .isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
        assertThat(reason(openAccount.open(keeper, login, "同名", YONGANLI))).isEqualTo(StaffingRefusal.LOGIN_TAKEN);
    }

    @Test
    void nobodyElseOpensAccounts() {
        for (DutyKind kind :
                List.of(DutyKind.SECURITY_ADMINISTRATOR, DutyKind.AUDIT_ADMINISTRATOR, DutyKind.DISTRICT_LEADER)) {
            Actor other = people.holding(kind, CHAOYANG);
            assertThat(reason(openAccount.open(other, StaffingFixtures.newLogin(), "某人", YONGANLI)))
                    .isEqualTo(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
        }
    }

    @Test
    void aLoginAndANameAreRefusedAtTheirField() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        for (String login : List.of("", "x", "周敏", "1abc", "a b", "a".repeat(33))) {
            assertThat(reason(openAccount.open(keeper, login, "某人", YONGANLI)))
                    .isEqualTo(StaffingRefusal.LOGIN_MALFORMED);
        }
        for (String name : List.of("", " \n ", "长".repeat(41))) {
            assertThat(reason(openAccount.open(keeper, StaffingFixtures.newLogin(), name, YONGANLI)))
                    .isEqualTo(StaffingRefusal.NAME_MISSING);
        }
        assertThat(reason(openAccount.open(
                        keeper, StaffingFixtures.newLogin(), "某人", new org.gongzhi.kernel.RegionCode(1L))))
                .isEqualTo(StaffingRefusal.REGION_UNKNOWN);
    }

    private static Refusal reason(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reason();
    }
}
