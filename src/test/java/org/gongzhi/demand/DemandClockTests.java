package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.GRID;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Lamp;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.todo.TodoEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DemandClockTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final DemandClock time = world.bean(DemandClock.class);

    @AfterEach
    void back() {
        world.clock.set(DemandWorld.NOW);
    }

    @Test
    void twoWorkersMarkEachLateDemandOnce() throws Exception {
        DemandId late = world.handledBy(world.heating);
        DemandId suspended = world.suspended();
        DemandId closed = world.closed();
        world.clock.pass(Duration.ofHours(25));
        int marked;
        try (var workers = Executors.newFixedThreadPool(2)) {
            var one = workers.submit(time::markLate);
            var other = workers.submit(time::markLate);
            marked = one.get(60, TimeUnit.SECONDS) + other.get(60, TimeUnit.SECONDS);
        }
        assertThat(world.now(late).clock().isLate()).isTrue();
        assertThat(world.now(suspended).clock().isLate()).isFalse();
        assertThat(world.now(closed).clock().isLate()).isFalse();
        long told = world.events.stream()
                .filter(DemandEvent.BecameLate.class::isInstance)
                .map(DemandEvent.BecameLate.class::cast)
                .mapToLong(event -> event.demands().size())
                .sum();
        assertThat(told).isEqualTo(marked);
        assertThat(time.markLate()).isZero();
    }

    @Test
    void onTheDueInstantItIsInTimeAndLateRightAfter() {
        DemandId id = world.raisedIn(GRID);
        Instant due = world.now(id).clock().dueAt();
        world.clock.set(due);
        time.markLate();
        assertThat(world.now(id).clock().isLate()).isFalse();
        assertThat(lamp(id)).isEqualTo(Lamp.SOON);
        assertThat(world.now(id).extend(due, due, due).orThrow().clock().isLate())
                .isFalse();

        world.clock.set(due.plusMillis(1));
        time.markLate();
        assertThat(world.now(id).clock().isLate()).isTrue();
        assertThat(lamp(id)).isEqualTo(Lamp.LATE);
        Demand extended = world.now(id).extend(due, due.plusMillis(1), due).orThrow();
        assertThat(extended.clock().isLate())
                .as("extended up to this very instant")
                .isFalse();
    }

    private static Lamp lamp(DemandId id) {
        Demand.Clock of = world.now(id).clock();
        return Lamp.of(of.dueAt(), of.warnAt(), of.pausedAt(), null, world.clock.instant());
    }

    @Test
    void escalatingDoesNotWaitForWhoeverHoldsTheCase() {
        DemandId id = world.raisedIn(GRID);
        var item = new TodoEvent.Item(
                java.util.UUID.randomUUID(),
                "demand",
                id.value(),
                "accept",
                GRID,
                DemandWorld.COMMUNITY,
                DemandWorld.STREET);
        try (var other = Executors.newSingleThreadExecutor()) {
            world.transactions().write(world.secretary, () -> {
                world.bean(Demands.class).lock(id);
                var escalated = other.submit(() -> world.transactions().write(Actor.worker("时限"), () -> {
                    time.on(new TodoEvent.Escalated(List.of(item), DemandWorld.NOW));
                    return Outcome.done(true);
                }));
                try {
                    return escalated.get(20, TimeUnit.SECONDS);
                } catch (Exception waits) {
                    throw new AssertionError("the escalation waits for the case, which waits for its to-dos", waits);
                }
            });
        }
        assertThat(world.lastStep(id).verb()).isEqualTo("escalate");
    }

    @Test
    void whatWasEscalatedWaitsAboveToBeSupervisedOnce() {
        DemandId id = world.raisedIn(GRID);
        var item = new TodoEvent.Item(
                java.util.UUID.randomUUID(),
                "demand",
                id.value(),
                "accept",
                GRID,
                DemandWorld.COMMUNITY,
                DemandWorld.STREET);
        for (int i = 0; i < 2; i++) {
            world.transactions().write(Actor.worker("时限"), () -> {
                time.on(new TodoEvent.Escalated(List.of(item), DemandWorld.NOW));
                return Outcome.done(true);
            });
        }
        assertThat(world.waitingSteps(id)).containsExactly("accept", "supervise");
        assertThat(world.waitingFor(id, "supervise").node()).isEqualTo(DemandWorld.STREET);
        assertThat(world.lastStep(id).verb()).isEqualTo("escalate");
        assertThat(world.lastStep(id).toName()).isEqualTo("建外街道");
        world.bean(PressDemand.class)
                .supervise(world.streetOfficer, id, world.version(id), "请马上受理")
                .orThrow();
        assertThat(world.waitingSteps(id)).containsExactly("accept", "answer_supervision");
    }
}
