package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VerifyDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final VerifyDemand verify = world.bean(VerifyDemand.class);

    @Test
    void notPassedItGoesBackToTheHandlerOnTheSameClock() {
        DemandId id = world.toBeVerified();
        var due = world.now(id).clock().dueAt();
        world.refused(DemandRefusal.WORDS_MISSING, w -> verify.verify(w.secretary, id, w.version(id), false, ""));
        verify.verify(world.secretary, id, world.version(id), false, "还是不热").orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("handle");
            assertThat(todo.department()).isEqualTo(world.heating.departmentId());
            assertThat(todo.dueAt()).isEqualTo(due);
            assertThat(todo.note()).isEqualTo("核查没有通过：还是不热");
        });
        world.refused(
                DemandRefusal.VERIFY_BEFORE_CLOSING, w -> verify.close(w.secretary, id, w.version(id), "", "办好了"));
    }

    @Test
    void nobodyVerifiesTheirOwnWork() {
        DemandId id = world.handledBy(world.clerk);
        world.bean(HandleDemand.class)
                .askVerification(world.clerk, id, world.version(id), "办好了", null, java.util.List.of())
                .orThrow();
        world.refused(DemandRefusal.ONLY_SOMEONE_ELSE, w -> verify.verify(w.clerk, id, w.version(id), true, ""));
        world.refused(
                DemandRefusal.ONLY_THE_RESPONSIBLE, w -> verify.verify(w.streetLeader, id, w.version(id), true, ""));
        verify.verify(world.otherClerk, id, world.version(id), true, "").orThrow();
        world.refused(DemandRefusal.NOTHING_TO_VERIFY, w -> verify.verify(w.secretary, id, w.version(id), true, ""));
    }

    @Test
    void whatPassesIsClosedAtOneGoInTwoSteps() {
        DemandId id = world.toBeVerified();
        int version = world.version(id);
        world.refused(
                DemandRefusal.NOT_PASSED_STAYS_OPEN,
                w -> verify.verifyAndClose(w.secretary, id, version, false, "还是不热", "换了阀门"));
        world.refused(
                DemandRefusal.WORDS_MISSING, w -> verify.verifyAndClose(w.secretary, id, version, true, "看过了", " "));
        world.refused(
                DemandRefusal.ONLY_THE_RESPONSIBLE,
                w -> verify.verifyAndClose(w.streetLeader, id, version, true, "", "换了阀门"));
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.VERIFYING);
        verify.verifyAndClose(world.secretary, id, version, true, "看过了", "换了阀门").orThrow();
        Demand closed = world.now(id);
        assertThat(closed.status()).isEqualTo(DemandStatus.CLOSED);
        assertThat(closed.version()).isEqualTo(version + 1);
        assertThat(closed.marks().verifiedAt()).isEqualTo(closed.marks().closedAt());
        assertThat(world.steps(id)).extracting(DemandWorld.Step::verb).endsWith("verify", "close");
        assertThat(world.audited(id)).endsWith("demand.verify", "demand.close");
        assertThat(world.lastStep(id).publicWords()).isEqualTo("办理结果：换了阀门");
        assertThat(world.waitingSteps(id)).containsExactly("call_back");
        world.refused(
                DemandRefusal.NOTHING_TO_VERIFY,
                w -> verify.verifyAndClose(w.secretary, id, w.version(id), true, "", "换了阀门"));
    }

    @Test
    void whoHandledItClosesItNotByVerifyingEither() {
        DemandId id = world.handledBy(world.clerk);
        world.bean(HandleDemand.class)
                .askVerification(world.clerk, id, world.version(id), "办好了", null, java.util.List.of())
                .orThrow();
        world.refused(
                DemandRefusal.ONLY_SOMEONE_ELSE,
                w -> verify.verifyAndClose(w.clerk, id, w.version(id), true, "", "办好了"));
    }

    @Test
    void closingTellsTheResidentWhatWasDoneAndAsksForACallBack() {
        DemandId id = world.verified();
        world.refused(DemandRefusal.WORDS_MISSING, w -> verify.close(w.secretary, id, w.version(id), "", " "));
        world.refused(
                DemandRefusal.OUTSIDE_YOUR_TERRITORY, w -> verify.close(w.sanitation, id, w.version(id), "", "好"));
        verify.close(world.secretary, id, world.version(id), "", "换了阀门").orThrow();
        assertThat(world.now(id).marks().closedAt()).isEqualTo(DemandWorld.NOW);
        assertThat(world.waitingSteps(id)).containsExactly("call_back");
        assertThat(world.lastStep(id).publicWords()).isEqualTo("办理结果：换了阀门");
        world.refused(DemandRefusal.ALREADY_ENDED, w -> verify.close(w.secretary, id, w.version(id), "", "换了阀门"));
    }
}
