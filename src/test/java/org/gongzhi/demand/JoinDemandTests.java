package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;

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
}
