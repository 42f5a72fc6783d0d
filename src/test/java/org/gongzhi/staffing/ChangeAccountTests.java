package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
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
class ChangeAccountTests {

    private final StaffingFixtures people;
    private final ChangeAccount changeAccount;
    private final Actor keeper;

    ChangeAccountTests(@Autowired StaffingFixtures people, @Autowired ChangeAccount changeAccount) {
        this.people = people;
        this.changeAccount = changeAccount;
        this.keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
    }

    @Test
    void anAccountIsRenamedDisabledAndEnabledAgainWithARecordOfEach() {
        UUID account = people.account(YONGANLI);
        changeAccount.rename(keeper, account, "周敏").orThrow();
        changeAccount.disable(keeper, account).orThrow();
        assertThat(people.status(account)).isEqualTo("disabled 周敏");
        changeAccount.enable(keeper, account).orThrow();
        assertThat(people.status(account)).isEqualTo("active 周敏");
        for (String action : List.of("account.rename", "account.disable", "account.enable")) {
            assertThat(people.audited(account, action)).isEqualTo(1);
        }
    }

    @Test
    void nobodyChangesTheirOwnAccountOrOneOfAnotherTerritory() {
        assertThat(reason(changeAccount.disable(keeper, keeper.account()))).isEqualTo(StaffingRefusal.NOT_ONESELF);
        UUID foreign = people.account(FENGTAI);
        assertThat(reason(changeAccount.rename(keeper, foreign, "某人"))).isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
        assertThat(reason(changeAccount.enable(keeper, UUID.randomUUID()))).isEqualTo(StaffingRefusal.ACCOUNT_UNKNOWN);
        Actor street = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, JIANWAI);
        assertThat(reason(changeAccount.disable(street, people.account(CHAOYANG))))
                .isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
    }

    @Test
    void whoeverWatchesTheAdministratorIsNotDisabledByThem() {
        Actor auditor = people.holding(DutyKind.AUDIT_ADMINISTRATOR, CHAOYANG);
        assertThat(reason(changeAccount.disable(keeper, auditor.account())))
                .isEqualTo(StaffingRefusal.HOLDS_ADMINISTRATOR_DUTY);
    }

    private static Refusal reason(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reason();
    }
}
