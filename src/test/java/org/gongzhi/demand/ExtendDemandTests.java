package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExtendDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final ExtendDemand extend = world.bean(ExtendDemand.class);

    @Test
    void aGrantMovesTheClockAndOnlyAGrant() {
        DemandId id = world.handledBy(world.heating);
        Instant due = world.now(id).clock().dueAt();
        Instant later = due.plus(Duration.ofDays(3));
        extend.ask(world.heating, id, world.version(id), later, "parts", "配件在路上")
                .orThrow();
        assertThat(world.now(id).clock().dueAt()).isEqualTo(due);
        assertThat(world.waitingFor(id, "decide_extension").node()).isEqualTo(DemandWorld.STREET);
        extend.decide(world.streetOfficer, id, world.version(id), true, "").orThrow();
        assertThat(world.now(id).clock().dueAt()).isEqualTo(later);
        assertThat(world.waitingSteps(id)).containsExactly("handle");
        assertThat(world.waitingFor(id, "handle").dueAt()).isEqualTo(later);
        assertThat(world.lastStep(id).publicWords()).isEqualTo("办理时限延到 11月28日 10:00");
    }

    @Test
    void aRefusalLeavesTheClockAndNeedsWords() {
        DemandId id = world.askedToExtend();
        Instant due = world.now(id).clock().dueAt();
        world.refused(DemandRefusal.WORDS_MISSING, w -> extend.decide(w.streetOfficer, id, w.version(id), false, ""));
        extend.decide(world.streetOfficer, id, world.version(id), false, "请今天办完")
                .orThrow();
        assertThat(world.now(id).clock().dueAt()).isEqualTo(due);
        assertThat(world.situation(id).extension()).isNull();
        world.refused(DemandRefusal.NO_EXTENSION, w -> extend.decide(w.streetOfficer, id, w.version(id), true, ""));
    }

    @Test
    void oneRequestAtATimeWithinReachDecidedByTheLevelAbove() {
        DemandId id = world.askedToExtend();
        int version = world.version(id);
        Instant due = world.now(id).clock().dueAt();
        world.refused(
                DemandRefusal.EXTENSION_UNDER_WAY,
                w -> extend.ask(w.heating, id, version, due.plusSeconds(60), "parts", "再等"));
        world.refused(DemandRefusal.ONLY_FROM_ABOVE, w -> extend.decide(w.secretary, id, version, true, ""));
        world.refused(DemandRefusal.ONLY_FROM_ABOVE, w -> extend.decide(w.districtLeader, id, version, true, ""));
        DemandId other = world.handledBy(world.heating);
        for (Instant asked : new Instant[] {due, DemandWorld.NOW.plus(Duration.ofDays(31))}) {
            world.refused(
                    DemandRefusal.EXTENSION_OUT_OF_RANGE,
                    w -> extend.ask(w.heating, other, w.version(other), asked, "parts", "等配件"));
        }
    }
}
