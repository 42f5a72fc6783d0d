package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;

import java.util.List;
import org.gongzhi.kernel.Actor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HandleDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final HandleDemand handle = world.bean(HandleDemand.class);

    @Test
    void anyoneOfTheDepartmentTakesItUpAndAnswersForIt() {
        DemandId id = world.assignedTo(world.heating);
        world.refused(DemandRefusal.ONLY_THE_HANDLER, w -> handle.takeUp(w.secretary, id, w.version(id)));
        handle.takeUp(world.colleagueAtHeating, id, world.version(id)).orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(world.now(id).handlerId()).isEqualTo(world.colleagueAtHeating.accountId());
        assertThat(world.waitingFor(id, "handle").dueAt())
                .isEqualTo(world.now(id).clock().dueAt());
        assertThat(world.lastStep(id).publicWords()).endsWith("已接单");
        DemandId nobodys = world.acceptedIn(GRID);
        world.refused(DemandRefusal.NOT_GIVEN_TO_ANYONE, w -> handle.takeUp(w.clerk, nobodys, w.version(nobodys)));
    }

    @Test
    void whatADeputyTakesUpStaysWithTheOneTheyStandInForAndIsNotVerifiedByThem() {
        DemandId id = world.assignedTo(world.clerk);
        Actor deputy = world.otherClerk.inSteadOf(world.clerk.account(), world.clerk.name());
        world.refused(DemandRefusal.ONLY_THE_HANDLER, w -> handle.takeUp(w.otherClerk, id, w.version(id)));
        handle.takeUp(deputy, id, world.version(id)).orThrow();
        assertThat(world.now(id).handlerId()).isEqualTo(world.clerk.accountId());
        assertThat(world.waitingFor(id, "handle").account()).isEqualTo(world.clerk.accountId());
        assertThat(world.lastStep(id).actor()).contains(world.otherClerk.name() + " 代 " + world.clerk.name());
        assertThat(world.lastStep(id).account()).isEqualTo(world.otherClerk.accountId());
        handle.askVerification(deputy, id, world.version(id), "办好了", null, List.of())
                .orThrow();
        world.refused(
                DemandRefusal.ONLY_SOMEONE_ELSE,
                w -> w.bean(VerifyDemand.class).verify(deputy, id, w.version(id), true, ""));
    }

    @Test
    void progressIsAddedByTheHandlerTheResponsibleThoseAboveAndTheGridWorkerOnTheSpot() {
        DemandId id = world.handledBy(world.heating);
        int version = world.version(id);
        for (var actor : List.of(world.heating, world.clerk, world.streetOfficer, world.gridWorker)) {
            handle.noteProgress(actor, id, "已联系住户", "师傅下午到", List.of()).orThrow();
        }
        assertThat(world.version(id)).isEqualTo(version);
        assertThat(world.lastStep(id).publicWords()).isEqualTo("师傅下午到");
        assertThat(world.waitingFor(id, "handle").note()).isEqualTo("已联系住户");
        world.refused(
                DemandRefusal.OUTSIDE_YOUR_TERRITORY,
                w -> handle.noteProgress(w.otherGridWorker, id, "路过", null, List.of()));
        world.refused(DemandRefusal.WORDS_MISSING, w -> handle.noteProgress(w.clerk, id, " ", null, List.of()));
        DemandId raised = world.raisedIn(GRID);
        world.refused(DemandRefusal.NOT_ACCEPTED_YET, w -> handle.noteProgress(w.clerk, raised, "看过", null, List.of()));
        DemandId closed = world.closed();
        world.refused(DemandRefusal.ALREADY_ENDED, w -> handle.noteProgress(w.clerk, closed, "看过", null, List.of()));
    }

    @Test
    void aSupervisionIsAnsweredByThoseWhoWereAskedAndNotByThoseWhoAsked() {
        DemandId id = world.handledBy(world.heating);
        world.bean(PressDemand.class)
                .supervise(world.streetLeader, id, world.version(id), "请今天答复")
                .orThrow();
        handle.noteProgress(world.streetOfficer, id, "街道已知悉", null, List.of()).orThrow();
        assertThat(world.waitingSteps(id)).containsExactly("answer_supervision", "handle");
        handle.noteProgress(world.heating, id, "配件已到", null, List.of()).orThrow();
        assertThat(world.waitingSteps(id)).containsExactly("handle");
    }

    @Test
    void whatIsDoneAtOnceNeedsNoTakingUpFirst() {
        DemandId id = world.assignedTo(world.heating);
        int version = world.version(id);
        world.refused(
                DemandRefusal.ONLY_THE_HANDLER,
                w -> handle.askVerification(w.clerk, id, version, "好了", null, List.of()));
        handle.askVerification(world.colleagueAtHeating, id, version, "阀门已更换", "已更换阀门", List.of())
                .orThrow();
        Demand reported = world.now(id);
        assertThat(reported.status()).isEqualTo(DemandStatus.VERIFYING);
        assertThat(reported.handlerId()).isEqualTo(world.colleagueAtHeating.accountId());
        assertThat(reported.version()).isEqualTo(version + 1);
        assertThat(world.steps(id)).extracting(DemandWorld.Step::verb).endsWith("take_up", "ask_verification");
        assertThat(world.audited(id)).endsWith("demand.take_up", "demand.ask_verification");
        assertThat(world.waitingSteps(id)).containsExactly("verify");
        assertThat(world.events)
                .filteredOn(DemandEvent.Moved.class::isInstance)
                .extracting(event -> ((DemandEvent.Moved) event).after().status())
                .endsWith(DemandStatus.HANDLING, DemandStatus.VERIFYING);
    }

    @Test
    void whatIsSaidToBeDoneIsToBeVerifiedByTheResponsibleNode() {
        DemandId id = world.handledBy(world.heating);
        handle.askVerification(world.heating, id, world.version(id), "阀门已更换", "已更换阀门", List.of())
                .orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.VERIFYING);
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("verify");
            assertThat(todo.node()).isEqualTo(COMMUNITY);
            assertThat(todo.note()).isEqualTo("阀门已更换");
        });
        DemandId accepted = world.acceptedIn(GRID);
        world.refused(
                DemandRefusal.NOT_BEING_HANDLED,
                w -> handle.askVerification(w.clerk, accepted, w.version(accepted), "好了", null, List.of()));
    }
}
