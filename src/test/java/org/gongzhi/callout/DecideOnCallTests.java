package org.gongzhi.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.todo.TodoEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DecideOnCallTests {

    @AutoClose
    private static final CalloutWorld world = new CalloutWorld();

    private final DecideOnCall decide = world.bean(DecideOnCall.class);
    private final AnswerCall answer = world.bean(AnswerCall.class);

    @AfterEach
    void back() {
        world.clock.set(CalloutWorld.NOW);
    }

    @Test
    void heldToItTheyComeByAClockThatStartsAnewAndCannotRefuseAgain() {
        CalloutId id = world.refused();
        Instant first = world.now(id).clock().arriveDueAt();
        world.clock.pass(Duration.ofHours(5));
        decide.rule(world.officer, id, 1, false, "按职责分工由你队牵头").orThrow();
        assertThat(world.now(id).status()).isEqualTo(CalloutStatus.CALLED);
        assertThat(world.now(id).clock().arriveDueAt()).isAfter(first);
        assertThat(world.waitingSteps(id)).containsExactly("arrive");
        world.refused(CalloutRefusal.HELD_TO_COME, w -> answer.refuse(w.enforcement, id, 2, "call_not_ours", "还是不归"));
        world.refused(CalloutRefusal.NOT_REFUSED, w -> decide.rule(w.officer, id, 2, true, "算了"));
        answer.arrive(world.enforcement, id, 2, null).orThrow();
    }

    @Test
    void aRefusalThatStandsEndsTheCallAndTheDistrictMaySayItToo() {
        CalloutId id = world.refused();
        world.refused(CalloutRefusal.ONLY_THE_STREET, w -> decide.rule(w.enforcement, id, 1, true, "确实"));
        world.refused(CalloutRefusal.WORDS_MISSING, w -> decide.rule(w.officer, id, 1, true, ""));
        DemandId demand = world.now(id).task().demand();
        int before = world.openCalls(demand);
        decide.rule(world.districtOfficer, id, 1, true, "确实不归").orThrow();
        assertThat(world.now(id).status()).isEqualTo(CalloutStatus.RELEASED);
        assertThat(world.openCalls(demand)).isEqualTo(before - 1);
        assertThat(world.waiting(id)).isEmpty();
    }

    @Test
    void theStreetTakesACallBackAndTheLastOneLeavesTheCaseFree() {
        DemandId demand = world.atTheStreet();
        List<CalloutId> called = world.called(demand);
        world.refused(CalloutRefusal.ONLY_THE_STREET, w -> decide.withdraw(w.enforcement, called.getFirst(), 0, "x"));
        for (CalloutId id : called) {
            decide.withdraw(world.leader, id, 0, "街道自己办好了").orThrow();
        }
        assertThat(world.openCalls(demand)).isZero();
        assertThat(world.waiting(demand.value()))
                .singleElement()
                .extracting(CalloutWorld.Waiting::note)
                .isEqualTo("吹哨的单位都有了结果，可以报请核查");
        world.refused(CalloutRefusal.ALREADY_ENDED, w -> decide.withdraw(w.leader, called.getFirst(), 1, "再撤"));
    }

    @Test
    void whatIsOverdueGoesUpAndThoseAboveSuperviseIt() {
        CalloutId id = world.called();
        var item = new TodoEvent.Item(
                Ids.next(),
                CalloutId.SUBJECT,
                id.value(),
                "arrive",
                CalloutWorld.GRID,
                CalloutWorld.STREET,
                CalloutWorld.DISTRICT);
        var others = new TodoEvent.Item(
                Ids.next(),
                "demand",
                Ids.next(),
                "accept",
                CalloutWorld.GRID,
                CalloutWorld.STREET,
                CalloutWorld.DISTRICT);
        world.transactions()
                .write(Actor.worker("时限"), () -> {
                    world.bean(CalloutListener.class)
                            .on(new TodoEvent.Escalated(List.of(item, others), world.clock.instant()));
                    world.bean(CalloutListener.class)
                            .on(new TodoEvent.Escalated(List.of(others), world.clock.instant()));
                    return Outcome.done(true);
                })
                .orThrow();
        assertThat(world.waitingSteps(id)).containsExactly("arrive", "supervise");
        world.refused(CalloutRefusal.ONLY_FROM_ABOVE, w -> decide.supervise(w.officer, id, 0, "快"));
        decide.supervise(world.districtOfficer, id, 0, "请今天到场").orThrow();
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("arrive");
            assertThat(todo.note()).isEqualTo("督办：请今天到场");
        });
    }

    @Test
    void whileTheCaseStandsStillSoDoItsCallsAndTheyGoOnWithWhatWasLeft() {
        CalloutId id = world.called();
        Callout before = world.now(id);
        moved(id, DemandVerb.SUSPEND, LocalDate.of(2026, 12, 4));
        assertThat(world.waiting(id)).allMatch(CalloutWorld.Waiting::isPaused);
        assertThat(world.now(id).lamp(world.clock.instant())).isEqualTo(org.gongzhi.kernel.Lamp.HOLD);
        world.refused(CalloutRefusal.CASE_SUSPENDED, w -> answer.arrive(w.enforcement, id, 1, null));
        world.clock.pass(Duration.ofDays(3));
        moved(id, DemandVerb.RESUME, null);
        assertThat(world.now(id).clock().dueAt())
                .isEqualTo(before.clock().dueAt().plus(Duration.ofDays(3)));
        assertThat(world.waiting(id))
                .singleElement()
                .extracting(CalloutWorld.Waiting::dueAt)
                .isEqualTo(before.clock().arriveDueAt().plus(Duration.ofDays(3)));
        answer.arrive(world.enforcement, id, 2, null).orThrow();
    }

    private void moved(CalloutId id, DemandVerb verb, @org.jspecify.annotations.Nullable LocalDate reviewOn) {
        DemandEvent.Snapshot snapshot = world.now(world.now(id).task().demand()).snapshot();
        world.transactions()
                .write(world.officer, () -> {
                    world.bean(CalloutListener.class)
                            .on(new DemandEvent.Moved(verb, snapshot, snapshot, world.clock.instant(), null, reviewOn));
                    return Outcome.done(true);
                })
                .orThrow();
    }
}
