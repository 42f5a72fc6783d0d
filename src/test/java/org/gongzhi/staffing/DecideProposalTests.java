package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.staffing.StaffingFixtures.grant;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;

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
class DecideProposalTests {

    private final StaffingFixtures people;
    private final GrantDuty grantDuty;
    private final DecideProposal decide;
    private final DutyProposals proposals;
    private final Actor keeper;
    private final Actor guard;
    private final LocalDate today;

    DecideProposalTests(
            @Autowired StaffingFixtures people,
            @Autowired GrantDuty grantDuty,
            @Autowired DecideProposal decide,
            @Autowired DutyProposals proposals,
            @Autowired Clock clock) {
        this.people = people;
        this.grantDuty = grantDuty;
        this.decide = decide;
        this.proposals = proposals;
        this.keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        this.guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, CHAOYANG);
        this.today = Time.today(clock);
    }

    @Test
    void whatOneProposesAnotherConfirmsAndThenItHolds() {
        UUID officer = people.account(CHAOYANG);
        UUID proposal = proposed(officer, DutyKind.DISTRICT_OFFICER);
        assertThat(reason(decide.confirm(keeper, proposal))).isEqualTo(StaffingRefusal.ONLY_SECURITY_ADMINISTRATOR);
        decide.confirm(guard, proposal).orThrow();
        assertThat(people.inForce(officer, today)).isEqualTo(1);
        assertThat(reason(decide.decline(guard, proposal, "晚了"))).isEqualTo(StaffingRefusal.PROPOSAL_DECIDED);
        assertThat(people.audited(officer, "duty.propose")).isEqualTo(1);
        assertThat(people.audited(officer, "duty.confirm")).isEqualTo(1);
    }

    @Test
    void whoeverItIsAboutDoesNotConfirmIt() {
        UUID proposal = proposed(guard.account(), DutyKind.DISTRICT_LEADER);
        assertThat(reason(decide.confirm(guard, proposal))).isEqualTo(StaffingRefusal.NEEDS_A_SECOND_PERSON);
        assertThat(reason(decide.decline(guard, proposal, "不合适"))).isEqualTo(StaffingRefusal.NEEDS_A_SECOND_PERSON);
        decide.withdraw(keeper, proposal).orThrow();
        assertThat(people.audited(guard.account(), "duty.withdraw")).isEqualTo(1);
    }

    @Test
    void aProposalIsDeclinedWithWordsAndLeavesNoDuty() {
        UUID account = people.account(CHAOYANG);
        UUID proposal = proposed(account, DutyKind.DISTRICT_LEADER);
        assertThat(reason(decide.decline(guard, proposal, " "))).isEqualTo(StaffingRefusal.REASON_MISSING);
        decide.decline(guard, proposal, "任命文件还没有到").orThrow();
        assertThat(people.inForce(account, today)).isZero();
        assertThat(people.transactions
                        .read(guard, () -> proposals.page(true, null, 100))
                        .items())
                .noneMatch(each -> each.id().equals(proposal));
        assertThat(people.transactions
                        .read(guard, () -> proposals.page(false, null, 100))
                        .items())
                .anyMatch(each -> each.id().equals(proposal) && "任命文件还没有到".equals(each.words()));
    }

    @Test
    void whatWasAnotherAdministratorsDutyMeanwhileIsNotConfirmed() {
        UUID account = people.account(CHAOYANG);
        UUID proposal = proposed(account, DutyKind.SECURITY_ADMINISTRATOR);
        people.asLoader(() -> people.accounts.grantDuty(account, DutyKind.AUDIT_ADMINISTRATOR, CHAOYANG));
        assertThat(reason(decide.confirm(guard, proposal))).isEqualTo(StaffingRefusal.OTHER_ADMINISTRATOR_DUTY);
    }

    @Test
    void aProposalOfAnotherTerritoryIsNotSeen() {
        UUID proposal = proposed(people.account(CHAOYANG), DutyKind.DISTRICT_LEADER);
        Actor stranger = people.holding(DutyKind.SECURITY_ADMINISTRATOR, FENGTAI);
        assertThat(reason(decide.confirm(stranger, proposal))).isEqualTo(StaffingRefusal.PROPOSAL_UNKNOWN);
    }

    private UUID proposed(UUID account, DutyKind kind) {
        return java.util.Objects.requireNonNull(grantDuty
                .grant(keeper, grant(account, kind, CHAOYANG, today), "接任")
                .orThrow()
                .proposalId());
    }

    private static Refusal reason(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reason();
    }
}
