package org.gongzhi.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gongzhi.callout.CalloutChanges.Receipt;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AnswerCallTests {

    @AutoClose
    private static final CalloutWorld world = new CalloutWorld();

    private final AnswerCall answer = world.bean(AnswerCall.class);

    @AfterEach
    void back() {
        world.clock.set(CalloutWorld.NOW);
    }

    @Test
    void whoComesInTimeIsInTimeAndItsNextClockRuns() {
        CalloutId id = world.called();
        world.clock.set(world.now(id).clock().arriveDueAt());
        answer.arrive(world.enforcement, id, 0, "两人到场").orThrow();
        Callout arrived = world.now(id);
        assertThat(arrived.arrival()).isEqualTo(new Callout.Arrival(world.clock.instant(), true));
        assertThat(world.waitingSteps(id)).containsExactly("finish");
        assertThat(world.history(arrived.task().demand())).last().isEqualTo("respond_to_call 综合执法队：已报到。两人到场");
        world.refused(CalloutRefusal.ALREADY_ARRIVED, w -> answer.arrive(w.enforcement, id, 1, null));
        world.refused(CalloutRefusal.ALREADY_ARRIVED, w -> answer.refuse(w.enforcement, id, 1, "call_not_ours", "不归"));
    }

    @Test
    void whoComesLateIsLate() {
        CalloutId id = world.called();
        world.clock.set(world.now(id).clock().arriveDueAt().plusSeconds(1));
        answer.arrive(world.enforcement, id, 0, null).orThrow();
        assertThat(world.history(world.now(id).task().demand()))
                .last()
                .asString()
                .endsWith("已报到，晚于时限");
        assertThat(world.events)
                .anyMatch(event -> event instanceof CalloutEvent.Arrived arrived && !arrived.isInTime());
    }

    @Test
    void onlyThoseCalledAnswerAndTheyAnswerForThemselves() {
        CalloutId id = world.called();
        world.refused(CalloutRefusal.ONLY_THE_CALLED, w -> answer.arrive(w.market, id, 0, null));
        world.refused(CalloutRefusal.ONLY_THE_CALLED, w -> answer.arrive(w.officer, id, 0, null));
        world.refused(CalloutRefusal.YOU_ONLY_LOOK, w -> answer.arrive(w.observer, id, 0, null));
        // Not called to the case, so it does not see it.
        world.refused(CalloutRefusal.UNKNOWN, w -> answer.arrive(w.sanitation, id, 0, null));
        world.refused(
                CalloutRefusal.UNKNOWN, w -> answer.arrive(w.enforcement, new CalloutId(UUID.randomUUID()), 0, null));
    }

    @Test
    void whoRefusesSaysWhyAndTheStreetIsAsked() {
        CalloutId id = world.called();
        world.refused("demand.reason-unknown", w -> answer.refuse(w.enforcement, id, 0, "budget", "没人"));
        world.refused(CalloutRefusal.WORDS_MISSING, w -> answer.refuse(w.enforcement, id, 0, "call_not_ours", ""));
        answer.refuse(world.enforcement, id, 0, "call_not_ours", "油烟归生态环境局管").orThrow();
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("rule_on_refusal");
            assertThat(todo.node()).isEqualTo(CalloutWorld.STREET);
            assertThat(todo.note()).isEqualTo("综合执法队说不来：不属于本单位职责。油烟归生态环境局管");
        });
        world.refused(CalloutRefusal.REFUSAL_WAITS, w -> answer.arrive(w.enforcement, id, 1, null));
        world.refused(CalloutRefusal.REFUSAL_WAITS, w -> answer.finish(w.enforcement, id, 1, "好了", null, List.of()));
    }

    @Test
    void progressNeedsNoVersionAndTheResultEndsIt() {
        CalloutId id = world.called();
        world.refused(CalloutRefusal.NOT_ARRIVED_YET, w -> answer.finish(w.enforcement, id, 0, "好了", null, List.of()));
        answer.arrive(world.enforcement, id, 0, null).orThrow();
        answer.noteProgress(world.enforcement, id, "正在检查", List.of()).orThrow();
        answer.noteProgress(world.officer, id, "街道已知悉", List.of()).orThrow();
        world.refused(
                CalloutRefusal.FILE_NOT_YOURS,
                w -> answer.noteProgress(w.enforcement, id, "照片", List.of(UUID.randomUUID())));
        world.refused(
                CalloutRefusal.TOO_MANY_FILES,
                w -> answer.noteProgress(
                        w.enforcement,
                        id,
                        "照片",
                        java.util.stream.Stream.generate(UUID::randomUUID)
                                .limit(7)
                                .toList()));
        world.refused(CalloutRefusal.WORDS_MISSING, w -> answer.finish(w.enforcement, id, 1, null, null, List.of()));
        answer.finish(world.enforcement, id, 1, "已责令整改", "餐馆已装净化器", List.of()).orThrow();
        DemandId demand = world.now(id).task().demand();
        assertThat(world.openCalls(demand)).isEqualTo(1);
        assertThat(world.waitingSteps(id)).containsExactly("grade");
        world.refused(CalloutRefusal.ALREADY_ENDED, w -> answer.noteProgress(w.enforcement, id, "再说", List.of()));
    }

    /** Two at once on one call: one is done, the other told what happened. */
    @Test
    void whoeverWasSlowerIsToldWhatHappened() throws Exception {
        CalloutId id = world.called();
        List<Outcome<Receipt>> outcomes = atOnce(
                () -> answer.arrive(world.enforcement, id, 0, null),
                () -> world.bean(DecideOnCall.class).withdraw(world.officer, id, 0, "不用了"));
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.isDone()).findFirst())
                .hasValueSatisfying(outcome -> {
                    Outcome.Refused<?> refused = (Outcome.Refused<?>) outcome;
                    assertThat(refused.reason()).isEqualTo(CalloutRefusal.CHANGED_MEANWHILE);
                    assertThat(refused.current()).containsEntry("version", 1);
                });
    }

    /** Both of the called report at the same moment: the case counts both, and once. */
    @Test
    void resultsAtTheSameMomentAreBothCounted() throws Exception {
        DemandId demand = world.atTheStreet();
        List<CalloutId> called = world.called(demand);
        answer.arrive(world.enforcement, called.getFirst(), 0, null).orThrow();
        answer.arrive(world.market, called.getLast(), 0, null).orThrow();
        List<Outcome<Receipt>> outcomes = atOnce(
                () -> answer.finish(world.enforcement, called.getFirst(), 1, "好了", null, List.of()),
                () -> answer.finish(world.market, called.getLast(), 1, "好了", null, List.of()));
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(world.openCalls(demand)).isZero();
    }

    @Test
    void theLampIsOfTheClockThatRuns() {
        CalloutId id = world.called();
        world.clock.pass(Duration.ofDays(2));
        assertThat(world.now(id).lamp(world.clock.instant())).isEqualTo(org.gongzhi.kernel.Lamp.LATE);
        answer.arrive(world.enforcement, id, 0, null).orThrow();
        assertThat(world.now(id).lamp(world.clock.instant())).isEqualTo(org.gongzhi.kernel.Lamp.OK);
    }

    private static List<Outcome<Receipt>> atOnce(Callable<Outcome<Receipt>> one, Callable<Outcome<Receipt>> other)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}
