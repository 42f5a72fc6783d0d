package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.SHANGHAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import java.time.Clock;
import java.time.LocalDate;
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
class EndDutyTests {

    private final StaffingFixtures people;
    private final EndDuty endDuty;
    private final LocalDate today;

    EndDutyTests(@Autowired StaffingFixtures people, @Autowired EndDuty endDuty, @Autowired Clock clock) {
        this.people = people;
        this.endDuty = endDuty;
        this.today = Time.today(clock);
    }

    @Test
    void aDutyEndsAtOnceOrAfterItsLastDayAndOnlyOnce() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        Actor clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        endDuty.end(keeper, clerk.account(), dutyOf(clerk), today.plusDays(7)).orThrow();
        assertThat(people.inForce(clerk.account(), today.plusDays(7))).isEqualTo(1);
        assertThat(people.inForce(clerk.account(), today.plusDays(8))).isZero();
        endDuty.end(keeper, clerk.account(), dutyOf(clerk), null).orThrow();
        assertThat(people.inForce(clerk.account(), today)).isZero();
        assertThat(reason(endDuty.end(keeper, clerk.account(), dutyOf(clerk), null)))
                .isEqualTo(StaffingRefusal.DUTY_ENDED_ALREADY);
        assertThat(people.audited(clerk.account(), "duty.end")).isEqualTo(2);
    }

    @Test
    void anAdministratorsDutyIsEndedByTheSecurityAdministratorAndNeverTheLastOfItsKind() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, SHANGHAI);
        Actor guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, SHANGHAI);
        assertThat(reason(endDuty.end(keeper, guard.account(), dutyOf(guard), null)))
                .isEqualTo(StaffingRefusal.ONLY_SECURITY_ADMINISTRATOR);
        assertThat(reason(endDuty.end(guard, keeper.account(), dutyOf(keeper), null)))
                .isEqualTo(StaffingRefusal.LAST_ADMINISTRATOR);
        people.holding(DutyKind.SYSTEM_ADMINISTRATOR, SHANGHAI);
        endDuty.end(guard, keeper.account(), dutyOf(keeper), null).orThrow();
        assertThat(people.inForce(keeper.account(), today)).isZero();
    }

    @Test
    void nobodyEndsTheirOwnDutyOrOneTheyCannotSee() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, JIANWAI);
        assertThat(reason(endDuty.end(keeper, keeper.account(), dutyOf(keeper), null)))
                .isEqualTo(StaffingRefusal.NOT_ONESELF);
        Actor foreign = people.holding(DutyKind.DISTRICT_OFFICER, FENGTAI);
        assertThat(reason(endDuty.end(keeper, foreign.account(), dutyOf(foreign), null)))
                .isEqualTo(StaffingRefusal.DUTY_UNKNOWN);
        Actor guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, JIANWAI);
        Actor clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        assertThat(reason(endDuty.end(guard, clerk.account(), dutyOf(clerk), null)))
                .isEqualTo(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
        assertThat(reason(endDuty.end(keeper, clerk.account(), dutyOf(clerk), today.minusDays(1))))
                .isEqualTo(StaffingRefusal.STARTS_IN_THE_PAST);
        assertThat(reason(endDuty.end(clerk, clerk.account(), dutyOf(clerk), null)))
                .isEqualTo(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
    }

    private static UUID dutyOf(Actor actor) {
        return java.util.Objects.requireNonNull(actor.dutyId());
    }

    private static Refusal reason(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reason();
    }
}
