package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JoinDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final JoinDemand join = world.bean(JoinDemand.class);

    @Test
    void aNeighbourJoinsAndGetsACodeAndNobodysVersionGetsStale() {
        DemandId id = world.acceptedIn(GRID);
        int version = world.version(id);
        join.join(world.residentOf(COMMUNITY), id, "我家也一样", "13900001111", world.code("2345678923"))
                .orThrow();
        assertThat(world.now(id).marks().joinerCount()).isEqualTo(1);
        assertThat(world.version(id)).isEqualTo(version);
        assertThat(world.events.getLast()).isInstanceOf(DemandEvent.Joined.class);
        assertThat(world.audited(id)).endsWith("demand.join");
        DemandId closed = world.closed();
        world.refused(
                DemandRefusal.JOIN_ENDED,
                w -> join.join(w.residentOf(COMMUNITY), closed, "", null, w.code("2345678924")));
    }

    @Test
    void theRaiserAddsWordsUntilItIsSettled() {
        DemandId id = world.closed();
        join.addWords(world.residentOf(COMMUNITY), id, "晚上还是凉").orThrow();
        assertThat(world.lastStep(id).publicWords()).isEqualTo("您补充：晚上还是凉");
        assertThat(world.waitingFor(id, "call_back").note()).isEqualTo("居民补充：晚上还是凉");
        DemandId settled = world.settled();
        world.refused(DemandRefusal.ALREADY_ENDED, w -> join.addWords(w.residentOf(COMMUNITY), settled, "晚了"));
    }

    @Test
    void mergingTakesEverybodyAlongAndWithdrawsWhatWasOffered() {
        DemandId target = world.acceptedIn(GRID);
        DemandId id = world.offeredUp();
        join.join(world.residentOf(COMMUNITY), id, "", null, world.code("2345678925"))
                .orThrow();
        join.merge(world.secretary, id, world.version(id), target.value()).orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.MERGED);
        assertThat(world.now(id).marks().mergedIntoId()).isEqualTo(target.value());
        assertThat(world.situation(id).transfer()).isNull();
        assertThat(world.waiting(id)).isEmpty();
        assertThat(world.now(target).marks().joinerCount()).isEqualTo(2);
        assertThat(world.lastStep(target).words()).startsWith("建外2611-").endsWith("并入这一件");
    }

    @Test
    void mergingIsRefusedWithItselfWithTheEndedWithTheFarAndWithTheUnseen() {
        DemandId id = world.acceptedIn(GRID);
        int version = world.version(id);
        world.refused(DemandRefusal.MERGE_WITH_ITSELF, w -> join.merge(w.secretary, id, version, id.value()));
        DemandId closed = world.closed();
        world.refused(DemandRefusal.MERGE_TARGET_ENDED, w -> join.merge(w.secretary, id, version, closed.value()));
        world.refused(
                DemandRefusal.MERGE_TARGET_UNKNOWN,
                w -> join.merge(w.secretary, id, version, DemandId.next().value()));
        DemandId next = world.raisedIn(org.gongzhi.support.RegionFixtures.GUANGHUALI);
        world.refused(DemandRefusal.MERGE_TARGET_UNKNOWN, w -> join.merge(w.secretary, id, version, next.value()));
        world.refused(DemandRefusal.ALREADY_ENDED, w -> join.merge(w.secretary, closed, w.version(closed), id.value()));
    }

    @Test
    void aMergeTakenBackLeavesItAsItStoodWithItsTimesItsHandsAndItsToDos() {
        DemandId lead = world.acceptedIn(GRID);
        DemandId id = world.handledBy(world.heating);
        Demand before = world.now(id);
        var waiting = world.waitingFor(id, "handle");
        merge(id, lead);
        world.clock.pass(Duration.ofHours(3));
        world.refused(DemandRefusal.WORDS_MISSING, w -> join.unmerge(w.secretary, id, w.version(id), " "));
        world.refused(
                DemandRefusal.ONLY_THE_RESPONSIBLE, w -> join.unmerge(w.streetOfficer, id, w.version(id), "不是一件事"));
        join.unmerge(world.secretary, id, world.version(id), "不是一件事").orThrow();
        Demand after = world.now(id);
        assertThat(after.status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(after.clock()).isEqualTo(before.clock());
        assertThat(after.departmentId()).isEqualTo(before.departmentId());
        assertThat(after.marks().mergedIntoId()).isNull();
        assertThat(world.waitingSteps(id)).containsExactly("handle");
        assertThat(world.waitingFor(id, "handle").dueAt()).isEqualTo(waiting.dueAt());
        assertThat(world.waitingFor(id, "handle").department()).isEqualTo(waiting.department());
        assertThat(world.lastStep(id).words()).isEqualTo("不是一件事");
        assertThat(world.lastStep(id).publicWords()).contains("单独办理");
        assertThat(world.lastStep(lead).words()).contains("不再并入这一件", "不是一件事");
        assertThat(world.audited(id)).endsWith("demand.unmerge");
        world.refused(DemandRefusal.NOT_MERGED, w -> join.unmerge(w.secretary, id, w.version(id), "再一次"));
    }

    @Test
    void aSuspendedOneComesBackSuspendedWithItsDay() {
        DemandId lead = world.acceptedIn(GRID);
        DemandId id = world.suspended();
        Demand before = world.now(id);
        merge(id, lead);
        join.unmerge(world.secretary, id, world.version(id), "不是一件事").orThrow();
        assertThat(world.now(id).clock()).isEqualTo(before.clock());
        assertThat(world.now(id).resumeStatus()).isEqualTo(before.resumeStatus());
        assertThat(world.waiting(id)).isNotEmpty().allMatch(DemandWorld.Waiting::isPaused);
    }

    @Test
    void whoIsThereNoMoreHasItNoLonger() {
        Actor passing = world.hire("钱程", DutyKind.COMMUNITY_CLERK, COMMUNITY, null, null);
        DemandId lead = world.acceptedIn(GRID);
        DemandId id = world.handledBy(passing);
        merge(id, lead);
        world.owner
                .sql("update duty set valid = daterange('2020-01-01', '2020-06-01') where id = :id")
                .param("id", passing.dutyId())
                .update();
        join.unmerge(world.secretary, id, world.version(id), "不是一件事").orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(world.waitingSteps(id)).containsExactly("assign");
    }

    @Test
    void whatCameMergedFromElsewhereComesBackAccepted() {
        DemandId lead = world.acceptedIn(GRID);
        DemandId id = world.handledBy(world.clerk);
        merge(id, lead);
        world.owner
                .sql("delete from demand_merge where demand_id = :id")
                .param("id", id.value())
                .update();
        join.unmerge(world.secretary, id, world.version(id), "不是一件事").orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(world.waitingSteps(id)).containsExactly("assign");
    }

    @Test
    void onceTheLeadWasJudgedBothWere() {
        DemandId id = world.acceptedIn(GRID);
        DemandId lead = world.verified();
        merge(id, lead);
        world.bean(VerifyDemand.class)
                .close(world.secretary, lead, world.version(lead), null, "换了阀门")
                .orThrow();
        world.bean(CallBackDemand.class)
                .callBack(world.secretary, lead, world.version(lead), DemandWorld.answer(true))
                .orThrow();
        world.refused(DemandRefusal.LEAD_JUDGED, w -> join.unmerge(w.secretary, id, w.version(id), "没解决"));
    }

    @Test
    void theOuterMergeIsTakenBackFirst() {
        DemandId one = world.acceptedIn(GRID);
        DemandId two = world.acceptedIn(GRID);
        DemandId three = world.acceptedIn(GRID);
        merge(one, two);
        merge(two, three);
        world.refused(DemandRefusal.LEAD_MERGED_TOO, w -> join.unmerge(w.secretary, one, w.version(one), "错了"));
        join.unmerge(world.secretary, two, world.version(two), "错了").orThrow();
        join.unmerge(world.secretary, one, world.version(one), "错了").orThrow();
        assertThat(List.of(one, two, three))
                .allSatisfy(each ->
                        assertThat(world.now(each).marks().joinerCount()).isZero());
    }

    /** Whatever is merged, joined and taken apart in whatever order: each has its own voices and those of what lies under it, and nothing else. */
    @Test
    void inAnyOrderNoVoiceIsLostOrDoubled() {
        var random = new Random(20261124);
        List<DemandId> all =
                Stream.generate(() -> world.handledBy(world.clerk)).limit(7).toList();
        Map<DemandId, Integer> own = new HashMap<>();
        int merges = 0;
        int unmerges = 0;
        for (int i = 0; i < 90; i++) {
            DemandId one = all.get(random.nextInt(all.size()));
            if (i % 6 == 0) {
                byte[] code = world.code("4" + (100_000_000 + i));
                if (join.join(world.residentOf(COMMUNITY), one, "", null, code).isDone()) {
                    own.merge(one, 1, Integer::sum);
                }
            } else if (world.now(one).in(DemandStatus.MERGED)) {
                unmerges += join.unmerge(world.secretary, one, world.version(one), "不是一件事")
                                .isDone()
                        ? 1
                        : 0;
            } else {
                DemandId other = all.get(random.nextInt(all.size()));
                merges += join.merge(world.secretary, one, world.version(one), other.value())
                                .isDone()
                        ? 1
                        : 0;
            }
            Map<UUID, Integer> under = new HashMap<>();
            for (DemandId each : all) {
                UUID into = world.now(each).marks().mergedIntoId();
                if (into != null) {
                    under.merge(into, 1 + world.now(each).marks().joinerCount(), Integer::sum);
                }
            }
            for (DemandId each : all) {
                assertThat(world.now(each).marks().joinerCount())
                        .as("after %s turns", i)
                        .isEqualTo(own.getOrDefault(each, 0) + under.getOrDefault(each.value(), 0));
                assertThat(world.waiting(each).isEmpty())
                        .as("merged and nothing waits, or open and something does, after %s turns", i)
                        .isEqualTo(world.now(each).in(DemandStatus.MERGED));
            }
        }
        assertThat(merges).isGreaterThan(10);
        assertThat(unmerges).isGreaterThan(10);
    }

    @Test
    void severalAreMergedAtOnceAndWhatIsRefusedHoldsNothingUp() {
        DemandId lead = world.acceptedIn(GRID);
        DemandId good = world.acceptedIn(GRID);
        DemandId closed = world.closed();
        DemandId next = world.raisedIn(org.gongzhi.support.RegionFixtures.GUANGHUALI);
        List<JoinDemand.Tried> tried = join.mergeAll(
                        world.secretary,
                        lead,
                        List.of(good.value(), closed.value(), next.value(), lead.value(), good.value()))
                .orThrow();
        assertThat(tried).hasSize(4);
        assertThat(tried.stream().filter(each -> each.outcome().isDone()).map(JoinDemand.Tried::id))
                .containsExactly(good.value());
        assertThat(world.now(good).marks().mergedIntoId()).isEqualTo(lead.value());
        assertThat(world.now(lead).marks().joinerCount()).isEqualTo(1);
        world.refused(DemandRefusal.NOTHING_TO_MERGE, w -> join.mergeAll(w.secretary, lead, List.of()));
        world.refused(
                DemandRefusal.TOO_MANY_TO_MERGE,
                w -> join.mergeAll(
                        w.secretary,
                        lead,
                        Stream.generate(UUID::randomUUID).limit(51).toList()));
    }

    private static void merge(DemandId id, DemandId into) {
        world.bean(JoinDemand.class)
                .merge(world.secretary, id, world.version(id), into.value())
                .orThrow();
    }
}
