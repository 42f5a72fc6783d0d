package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SuspendDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final SuspendDemand suspend = world.bean(SuspendDemand.class);

    @AfterEach
    void back() {
        world.clock.set(DemandWorld.NOW);
    }

    @Test
    void theClockStandsStillAndRunsOnWithWhatWasLeft() {
        DemandId id = world.handledBy(world.clerk);
        var due = world.now(id).clock().dueAt();
        suspend.suspend(
                        world.secretary,
                        id,
                        world.version(id),
                        "season",
                        "等停暖",
                        world.today().plusDays(10))
                .orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.SUSPENDED);
        assertThat(world.waitingFor(id, "handle").isPaused()).isTrue();
        assertThat(world.lastStep(id).publicWords()).isEqualTo("暂时还不能解决：要等季节或施工条件。12月4日再看");
        world.clock.pass(Duration.ofDays(9));
        suspend.resume(world.clerk, id, world.version(id)).orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(world.now(id).clock().dueAt()).isEqualTo(due.plus(Duration.ofDays(9)));
        assertThat(world.waitingFor(id, "handle").dueAt()).isEqualTo(due.plus(Duration.ofDays(9)));
        assertThat(world.waitingFor(id, "handle").isPaused()).isFalse();
        assertThat(world.waitingFor(id, "handle").note()).isEqualTo("恢复办理");
    }

    @Test
    void whatWasOfferedOrAskedIsWithdrawn() {
        DemandId id = world.offeredUp();
        suspend.suspend(
                        world.secretary,
                        id,
                        world.version(id),
                        "budget",
                        "等资金",
                        world.today().plusDays(10))
                .orThrow();
        assertThat(world.situation(id).transfer()).isNull();
        assertThat(world.waitingSteps(id)).containsExactly("handle");
    }

    @Test
    void aLeadSuspendsWithReasonWordsAndADayInReach() {
        DemandId id = world.handledBy(world.clerk);
        int version = world.version(id);
        world.refused(
                DemandRefusal.ONLY_A_LEAD,
                w -> suspend.suspend(
                        w.clerk, id, version, "season", "等", w.today().plusDays(1)));
        world.refused(
                DemandRefusal.WORDS_MISSING,
                w -> suspend.suspend(
                        w.secretary, id, version, "season", "", w.today().plusDays(1)));
        for (int days : new int[] {0, 91}) {
            world.refused(
                    DemandRefusal.REVIEW_DAY_OUT_OF_RANGE,
                    w -> suspend.suspend(
                            w.secretary, id, version, "season", "等", w.today().plusDays(days)));
        }
        world.refused(DemandRefusal.NOT_SUSPENDED, w -> suspend.resume(w.secretary, id, version));
        DemandId suspended = world.suspended();
        world.refused(
                DemandRefusal.ALREADY_SUSPENDED,
                w -> suspend.suspend(
                        w.secretary,
                        suspended,
                        w.version(suspended),
                        "season",
                        "等",
                        w.today().plusDays(1)));
    }
}
