package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.STREET;
import static org.gongzhi.demand.DemandWorld.answer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LifeOfADemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    @AfterEach
    void back() {
        world.clock.set(DemandWorld.NOW);
    }

    @Test
    void fromRaisedToSettledEveryStationLeavesItsTraces() {
        DemandId id = world.settled();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.SETTLED);
        assertThat(world.steps(id))
                .extracting(DemandWorld.Step::verb)
                .containsExactly(
                        "raise", "accept", "assign", "take_up", "ask_verification", "verify", "close", "call_back");
        assertThat(world.audited(id))
                .containsExactly(
                        "demand.raise",
                        "demand.accept",
                        "demand.assign",
                        "demand.take_up",
                        "demand.ask_verification",
                        "demand.verify",
                        "demand.close",
                        "demand.call_back");
        assertThat(world.version(id)).isEqualTo(7);
        assertThat(world.waiting(id)).isEmpty();
        assertThat(world.events.getLast()).isInstanceOfSatisfying(DemandEvent.Judged.class, judged -> {
            assertThat(judged.isSolved()).isTrue();
            assertThat(judged.satisfaction()).isEqualTo(DemandEvent.Satisfaction.SATISFIED);
        });
    }

    @Test
    void eachStationHasOneToDoOfWhoeverIsNext() {
        assertThat(world.waitingSteps(world.raisedIn(COMMUNITY))).containsExactly("accept");
        assertThat(world.waitingSteps(world.acceptedIn(COMMUNITY))).containsExactly("assign");
        assertThat(world.waiting(world.assignedTo(world.heating)))
                .singleElement()
                .satisfies(todo -> {
                    assertThat(todo.step()).isEqualTo("take_up");
                    assertThat(todo.department()).isEqualTo(world.heating.departmentId());
                });
        DemandId handled = world.handledBy(world.heating);
        assertThat(world.waitingFor(handled, "handle").dueAt())
                .isEqualTo(world.now(handled).clock().dueAt());
        assertThat(world.waitingSteps(world.toBeVerified())).containsExactly("verify");
        assertThat(world.waitingSteps(world.verified())).containsExactly("close");
        assertThat(world.waitingSteps(world.closed())).containsExactly("call_back");
        assertThat(world.waitingSteps(world.declined())).isEmpty();
    }

    @Test
    void notSolvedIsHandledAgainWithinThreeWorkingDays() {
        DemandId id = world.closed();
        world.bean(CallBackDemand.class)
                .callBack(world.secretary, id, world.version(id), answer(false))
                .orThrow();
        Demand again = world.now(id);
        assertThat(again.status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(again.departmentId()).isEqualTo(world.heating.departmentId());
        assertThat(again.marks().reopenCount()).isEqualTo(1);
        assertThat(again.clock().dueAt()).isEqualTo(at("2026-11-27T10:00"));
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("handle");
            assertThat(todo.dueAt()).isEqualTo(again.clock().dueAt());
            assertThat(todo.department()).isEqualTo(world.heating.departmentId());
        });
        // The second closing is judged anew.
        world.bean(HandleDemand.class)
                .askVerification(world.heating, id, world.version(id), "又修了", null, List.of())
                .orThrow();
        world.bean(VerifyDemand.class)
                .verify(world.secretary, id, world.version(id), true, "")
                .orThrow();
        world.bean(VerifyDemand.class)
                .close(world.secretary, id, world.version(id), "", "修好了")
                .orThrow();
        world.bean(CallBackDemand.class)
                .judge(world.residentOf(COMMUNITY), id, answer(true))
                .orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.SETTLED);
        assertThat(world.lastStep(id).publicWords()).isEqualTo("您说“解决了”");
    }

    @Test
    void responsibilityPassesOnReceiptAndNotBefore() {
        DemandId id = world.offeredUp();
        assertThat(world.now(id).node()).isEqualTo(COMMUNITY);
        assertThat(world.waitingFor(id, "receive").node()).isEqualTo(STREET);
        world.bean(TransferDemand.class)
                .receive(world.streetOfficer, id, world.version(id))
                .orThrow();
        Demand received = world.now(id);
        assertThat(received.node()).isEqualTo(STREET);
        assertThat(received.status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(received.handlerId()).isNull();
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("assign");
            assertThat(todo.node()).isEqualTo(STREET);
        });
        assertThat(world.owner
                        .sql("select outcome from demand_transfer where demand_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly("received");
    }

    @Test
    void ofTwoWhoCloseAtOnceOneWinsAndTheOtherLearnsWhoAndWhen() throws Exception {
        DemandId id = world.verified();
        int version = world.version(id);
        var both = atOnce(
                () -> world.bean(VerifyDemand.class).close(world.secretary, id, version, "", "办好了"),
                () -> world.bean(VerifyDemand.class).close(world.clerk, id, version, "", "办好了"));
        var first = both.getFirst().isDone() ? both.getFirst() : both.getLast();
        var second = both.getFirst().isDone() ? both.getLast() : both.getFirst();
        assertThat(first.isDone()).isTrue();
        if (!(second instanceof Outcome.Refused<Receipt> refused)) {
            throw new AssertionError("both closed it");
        }
        assertThat(refused.reason()).isEqualTo(DemandRefusal.CHANGED_MEANWHILE);
        assertThat(refused.facts()).contains(DemandWorld.NOW, "办结了");
        assertThat(refused.facts().toString()).contains("永安里社区");
        assertThat(refused.current()).containsEntry("version", version + 1).containsEntry("status", "closed");
        assertThat(world.steps(id))
                .filteredOn(step -> step.verb().equals("close"))
                .hasSize(1);
    }

    @Test
    void mergingInOppositeDirectionsAtOnceMergesOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            DemandId one = world.acceptedIn(COMMUNITY);
            DemandId other = world.acceptedIn(COMMUNITY);
            var both = atOnce(
                    () -> world.bean(JoinDemand.class).merge(world.secretary, one, 1, other.value()),
                    () -> world.bean(JoinDemand.class).merge(world.clerk, other, 1, one.value()));
            assertThat(both).filteredOn(Outcome::isDone).hasSize(1);
            assertThat(List.of(world.now(one).status(), world.now(other).status()))
                    .containsExactlyInAnyOrder(DemandStatus.MERGED, DemandStatus.ACCEPTED);
        }
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Time.ZONE).toInstant();
    }

    private static List<Outcome<Receipt>> atOnce(Callable<Outcome<Receipt>> one, Callable<Outcome<Receipt>> other)
            throws Exception {
        var start = new CyclicBarrier(2);
        List<Outcome<Receipt>> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return one.call();
            });
            var second = threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return other.call();
            });
            outcomes.add(first.get(60, TimeUnit.SECONDS));
            outcomes.add(second.get(60, TimeUnit.SECONDS));
        }
        return outcomes;
    }
}
