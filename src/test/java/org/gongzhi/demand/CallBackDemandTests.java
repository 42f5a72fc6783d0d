package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CallBackDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final CallBackDemand callBack = world.bean(CallBackDemand.class);

    @AfterEach
    void back() {
        world.clock.set(DemandWorld.NOW);
    }

    @Test
    void whoHandledItDoesNotAskHowItWas() {
        DemandId id = world.handledBy(world.clerk);
        world.bean(HandleDemand.class)
                .askVerification(world.clerk, id, world.version(id), "办好了", null, java.util.List.of())
                .orThrow();
        world.bean(VerifyDemand.class)
                .verify(world.secretary, id, world.version(id), true, "")
                .orThrow();
        world.bean(VerifyDemand.class)
                .close(world.secretary, id, world.version(id), "", "办好了")
                .orThrow();
        var solved = DemandWorld.answer(true);
        world.refused(DemandRefusal.ONLY_SOMEONE_ELSE, w -> callBack.callBack(w.clerk, id, w.version(id), solved));
        world.refused(DemandRefusal.YOU_ONLY_LOOK, w -> callBack.callBack(w.observer, id, w.version(id), solved));
        assertThat(callBack.callBack(world.streetOfficer, id, world.version(id), solved)
                        .isDone())
                .isTrue();
        world.refused(DemandRefusal.NOT_CLOSED_YET, w -> callBack.callBack(w.secretary, id, w.version(id), solved));
    }

    @Test
    void aCallInVainSaysNothingAndTheThirdFilesIt() {
        DemandId id = world.closed();
        var inVain = new CallBackDemand.Answer(false, null, null, null, "无人接听");
        for (int i = 0; i < 2; i++) {
            callBack.callBack(world.secretary, id, world.version(id), inVain).orThrow();
            assertThat(world.now(id).status()).isEqualTo(DemandStatus.CLOSED);
        }
        callBack.callBack(world.secretary, id, world.version(id), inVain).orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.SETTLED);
        assertThat(world.events)
                .noneMatch(event -> event instanceof DemandEvent.Judged judged
                        && judged.demand().id().equals(id));
        world.refused(
                DemandRefusal.CALL_BACK_INCOMPLETE,
                w -> callBack.callBack(
                        w.secretary, id, w.version(id), new CallBackDemand.Answer(true, true, null, null, "")));
    }

    @Test
    void theResidentMayContradictAStaffCallBackForAWeek() {
        DemandId id = world.settled();
        var resident = world.residentOf(COMMUNITY);
        world.refused(DemandRefusal.JUDGED_ALREADY, _ -> callBack.judge(resident, id, DemandWorld.answer(true)));
        callBack.judge(resident, id, DemandWorld.answer(false)).orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(world.lastStep(id).publicWords()).isEqualTo("您说“没有解决”，已转为重办，3 个工作日内再答复您");
        DemandId other = world.settled();
        world.clock.pass(Duration.ofDays(7));
        world.refused(DemandRefusal.JUDGING_IS_OVER, _ -> callBack.judge(resident, other, DemandWorld.answer(false)));
    }

    @Test
    void theResidentsOwnWordSettlesItAndCounts() {
        DemandId id = world.closed();
        callBack.judge(world.residentOf(COMMUNITY), id, DemandWorld.answer(true))
                .orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.SETTLED);
        assertThat(world.waiting(id)).isEmpty();
        assertThat(world.events.getLast()).isInstanceOf(DemandEvent.Judged.class);
        DemandId open = world.acceptedIn(COMMUNITY);
        world.refused(
                DemandRefusal.NOT_CLOSED_YET,
                w -> callBack.judge(w.residentOf(COMMUNITY), open, DemandWorld.answer(true)));
        world.refused(
                DemandRefusal.OUTSIDE_YOUR_TERRITORY,
                w -> callBack.judge(
                        w.residentOf(org.gongzhi.support.RegionFixtures.GUANGHUALI), open, DemandWorld.answer(true)));
    }

    @Test
    void silenceIsFiledAfterTheTimeToJudgeAndNotBefore() {
        DemandId id = world.closed();
        callBack.fileSilent();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.CLOSED);
        world.clock.pass(Duration.ofDays(60));
        callBack.fileSilent();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.SETTLED);
        assertThat(world.lastStep(id).publicWords()).isEqualTo("没有收到评价，已归档");
    }

    @Test
    void whatIsStillOpenIsNotReopened() {
        DemandId id = world.acceptedIn(COMMUNITY);
        world.refused(DemandRefusal.STILL_OPEN, w -> callBack.reopen(w.secretary, id, w.version(id), "又坏了"));
        DemandId closed = world.closed();
        world.refused(DemandRefusal.WORDS_MISSING, w -> callBack.reopen(w.secretary, closed, w.version(closed), ""));
        callBack.reopen(world.streetLeader, closed, world.version(closed), "电话里说又漏了")
                .orThrow();
        assertThat(world.waitingSteps(closed)).containsExactly("handle");
    }
}
