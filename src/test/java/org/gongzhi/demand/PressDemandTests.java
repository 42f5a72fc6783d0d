package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PressDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final PressDemand press = world.bean(PressDemand.class);

    @AfterEach
    void back() {
        world.clock.set(DemandWorld.NOW);
    }

    @Test
    void anUrgeOnceADayWithAReason() {
        DemandId id = world.handledBy(world.heating);
        world.refused(DemandRefusal.REASON_UNKNOWN, w -> press.urge(w.clerk, id, w.version(id), "parts", ""));
        press.urge(world.clerk, id, world.version(id), "vulnerable", "").orThrow();
        assertThat(world.waitingFor(id, "handle").note()).isEqualTo("催办：家中有老人、孩子或病人");
        assertThat(world.refused(
                                DemandRefusal.URGED_TODAY,
                                w -> press.urge(w.streetLeader, id, w.version(id), "due_soon", ""))
                        .facts())
                .isEqualTo(List.of(DemandWorld.NOW, DemandWorld.NOW.plus(Duration.ofDays(1))));
        world.clock.pass(Duration.ofHours(24));
        assertThat(press.urge(world.streetLeader, id, world.version(id), "overdue", "")
                        .isDone())
                .isTrue();
    }

    @Test
    void thereMustBeSomebodyAndSomethingToUrge() {
        DemandId nobodys = world.acceptedIn(GRID);
        world.refused(
                DemandRefusal.NOBODY_TO_URGE, w -> press.urge(w.clerk, nobodys, w.version(nobodys), "due_soon", ""));
        DemandId closed = world.closed();
        world.refused(DemandRefusal.ALREADY_ENDED, w -> press.urge(w.clerk, closed, w.version(closed), "due_soon", ""));
        DemandId suspended = world.suspended();
        world.refused(
                DemandRefusal.ALREADY_SUSPENDED,
                w -> press.urge(w.clerk, suspended, w.version(suspended), "due_soon", ""));
        world.refused(
                DemandRefusal.YOU_ONLY_LOOK, w -> press.urge(w.observer, closed, w.version(closed), "due_soon", ""));
    }

    @Test
    void aSupervisionComesFromAboveAndIsToBeAnswered() {
        DemandId id = world.handledBy(world.heating);
        world.refused(DemandRefusal.ONLY_FROM_ABOVE, w -> press.supervise(w.secretary, id, w.version(id), "请抓紧"));
        press.supervise(world.streetLeader, id, world.version(id), "请今天答复").orThrow();
        press.supervise(world.districtLeader, id, world.version(id), "区里也在看").orThrow();
        assertThat(world.now(id).marks().supervisedAt()).isEqualTo(DemandWorld.NOW);
        var asked = world.waitingFor(id, "answer_supervision");
        assertThat(asked.node()).isEqualTo(COMMUNITY);
        assertThat(asked.note()).isEqualTo("督办：区里也在看");
        assertThat(asked.dueAt()).isEqualTo(DemandWorld.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aCallBackThatIsLateCanBeSupervisedAndAnswersItself() {
        DemandId closed = world.closed();
        press.supervise(world.streetLeader, closed, world.version(closed), "请今天回访")
                .orThrow();
        assertThat(world.waitingFor(closed, "call_back").note()).isEqualTo("督办：请今天回访");
        DemandId settled = world.settled();
        world.refused(
                DemandRefusal.ALREADY_ENDED, w -> press.supervise(w.streetLeader, settled, w.version(settled), "看"));
    }
}
