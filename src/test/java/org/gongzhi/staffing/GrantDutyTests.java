package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.staffing.StaffingFixtures.grant;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(StaffingFixtures.Beans.class)
class GrantDutyTests {

    private final StaffingFixtures people;
    private final GrantDuty grantDuty;
    private final Actor keeper;
    private final LocalDate today;

    GrantDutyTests(@Autowired StaffingFixtures people, @Autowired GrantDuty grantDuty, @Autowired Clock clock) {
        this.people = people;
        this.grantDuty = grantDuty;
        this.keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        this.today = Time.today(clock);
    }

    @Test
    void aDutyOfTheTerritoryBeginsOnItsDayAndIsHeldOnce() {
        UUID clerk = people.account(YONGANLI);
        var first = grantDuty
                .grant(keeper, grant(clerk, DutyKind.COMMUNITY_CLERK, YONGANLI, today), null)
                .orThrow();
        assertThat(first.dutyId()).isNotNull();
        assertThat(people.inForce(clerk, today)).isEqualTo(1);
        assertThat(reason(grantDuty.grant(
                        keeper, grant(clerk, DutyKind.COMMUNITY_CLERK, YONGANLI, today.plusDays(9)), null)))
                .isEqualTo(StaffingRefusal.DUTY_HELD_ALREADY);
        assertThat(people.audited(clerk, "duty.grant")).isEqualTo(1);
    }

    @Test
    void whatReachesADistrictIsOnlyProposed() {
        UUID account = people.account(CHAOYANG);
        for (DutyKind kind : List.of(
                DutyKind.DISTRICT_OFFICER, DutyKind.DISTRICT_LEADER, DutyKind.OBSERVER, DutyKind.AUDIT_ADMINISTRATOR)) {
            var granted = grantDuty
                    .grant(keeper, grant(account, kind, CHAOYANG, today), "接任")
                    .orThrow();
            assertThat(granted.proposalId()).isNotNull();
            assertThat(reason(grantDuty.grant(keeper, grant(account, kind, CHAOYANG, today), "接任")))
                    .isEqualTo(StaffingRefusal.PROPOSED_ALREADY);
        }
        assertThat(people.inForce(account, today)).isZero();
        assertThat(reason(grantDuty.grant(
                        keeper, grant(people.account(CHAOYANG), DutyKind.DISTRICT_LEADER, CHAOYANG, today), " ")))
                .isEqualTo(StaffingRefusal.REASON_MISSING);
    }

    @Test
    void nobodyGrantsToThemselves() {
        assertThat(reason(grantDuty.grant(
                        keeper, grant(keeper.account(), DutyKind.STREET_OFFICER, JIANWAI, today), null)))
                .isEqualTo(StaffingRefusal.NOT_ONESELF);
    }

    @Test
    void nobodyIsTwoOfTheThreeAdministrators() {
        UUID auditor = people.holding(DutyKind.AUDIT_ADMINISTRATOR, CHAOYANG).account();
        assertThat(reason(grantDuty.grant(
                        keeper, grant(auditor, DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG, today), "人手少")))
                .isEqualTo(StaffingRefusal.OTHER_ADMINISTRATOR_DUTY);
        assertThat(people.asLoader(() -> people.accounts.grant(
                        grant(auditor, DutyKind.SECURITY_ADMINISTRATOR, JIANWAI, today), keeper.account())))
                .as("what the rule let through, the database would not")
                .isEmpty();
    }

    @Test
    void aDutyFitsItsPlaceItsDepartmentItsLineAndItsDays() {
        UUID account = people.account(CHAOYANG);
        assertThat(reason(grantDuty.grant(keeper, grant(account, DutyKind.STREET_LEADER, YONGANLI, today), null)))
                .isEqualTo(StaffingRefusal.DUTY_LEVEL_WRONG);
        assertThat(reason(grantDuty.grant(keeper, grant(account, DutyKind.DEPARTMENT_HANDLER, JIANWAI, today), null)))
                .isEqualTo(StaffingRefusal.DEPARTMENT_NEEDED);
        assertThat(reason(grantDuty.grant(
                        keeper, grant(account, DutyKind.STREET_OFFICER, JIANWAI, today.minusDays(1)), null)))
                .isEqualTo(StaffingRefusal.STARTS_IN_THE_PAST);
        assertThat(reason(grantDuty.grant(keeper, grant(account, DutyKind.OBSERVER, FENGTAI, today), "看看")))
                .isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
        UUID elsewhere = people.department(CHAOYANG);
        assertThat(reason(grantDuty.grant(keeper, handler(account, elsewhere, null), null)))
                .isEqualTo(StaffingRefusal.DEPARTMENT_NOT_HERE);
        UUID here = people.department(JIANWAI);
        assertThat(reason(grantDuty.grant(keeper, handler(account, here, List.of("no_such_kind")), null)))
                .isEqualTo(StaffingRefusal.LINE_UNKNOWN);
        grantDuty.grant(keeper, handler(account, here, null), null).orThrow();
        assertThat(reason(grantDuty.grant(
                        keeper,
                        new org.gongzhi.identity.Accounts.Grant(
                                account, DutyKind.STREET_OFFICER, JIANWAI, null, null, today, today.minusDays(1)),
                        null)))
                .isEqualTo(StaffingRefusal.ENDS_BEFORE_IT_STARTS);
    }

    private org.gongzhi.identity.Accounts.Grant handler(
            UUID account, UUID department, @org.jspecify.annotations.Nullable List<String> kinds) {
        return new org.gongzhi.identity.Accounts.Grant(
                account, DutyKind.DEPARTMENT_HANDLER, JIANWAI, department, kinds, today, today.plusYears(1));
    }

    private static Refusal reason(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reason();
    }
}
