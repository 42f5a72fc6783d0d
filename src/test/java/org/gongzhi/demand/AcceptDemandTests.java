package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AcceptDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final AcceptDemand accept = world.bean(AcceptDemand.class);

    @Test
    void acceptingShowsAPublicMatterCutToTheBuildingAndAsksToAssignIt() {
        DemandId id = world.raisedIn(GRID);
        accept.accept(world.clerk, id, 0, null, "12号楼501室刘奶奶家暖气不热").orThrow();
        Demand demand = world.now(id);
        assertThat(demand.status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(demand.marks().acceptedAt()).isEqualTo(DemandWorld.NOW);
        assertThat(demand.publicTitle()).contains("12号楼").doesNotContain("501");
        assertThat(world.waitingSteps(id)).containsExactly("assign");
        assertThat(world.lastStep(id).publicWords()).isEqualTo("永安里社区已受理");
        assertThat(world.events.getLast()).isInstanceOfSatisfying(DemandEvent.Moved.class, moved -> {
            assertThat(moved.verb()).isEqualTo(DemandVerb.ACCEPT);
            assertThat(moved.before().status()).isEqualTo(DemandStatus.RAISED);
            assertThat(moved.after().status()).isEqualTo(DemandStatus.ACCEPTED);
        });
    }

    @Test
    void onlyTheResponsibleNodeAcceptsAndOnlyOnce() {
        DemandId id = world.raisedIn(GRID);
        world.refused(DemandRefusal.ONLY_THE_RESPONSIBLE, w -> accept.accept(w.streetLeader, id, 0, null, null));
        world.refused(DemandRefusal.ONLY_THE_RESPONSIBLE, w -> accept.accept(w.gridWorker, id, 0, null, null));
        world.refused(DemandRefusal.YOU_ONLY_LOOK, w -> accept.accept(w.observer, id, 0, null, null));
        world.refused(DemandRefusal.OUTSIDE_YOUR_TERRITORY, w -> accept.accept(w.neighbour, id, 0, null, null));
        world.refused(DemandRefusal.OUTSIDE_YOUR_TERRITORY, w -> accept.accept(w.heating, id, 0, null, null));
        world.refused(DemandRefusal.UNKNOWN, w -> accept.accept(w.clerk, DemandId.next(), 0, null, null));
        accept.accept(world.clerk, id, 0, null, null).orThrow();
        world.refused(DemandRefusal.CHANGED_MEANWHILE, w -> accept.accept(w.secretary, id, 0, null, null));
        world.refused(DemandRefusal.ALREADY_ACCEPTED, w -> accept.accept(w.secretary, id, 1, null, null));
    }

    @Test
    void whatIsNotOursGoesToTheNodeAbove() {
        DemandId id = world.raisedIn(GRID);
        world.refused(DemandRefusal.REASON_UNKNOWN, w -> accept.giveBack(w.clerk, id, 0, "season", ""));
        world.refused(DemandRefusal.REASON_NEEDS_WORDS, w -> accept.giveBack(w.clerk, id, 0, "return_other", " "));
        accept.giveBack(world.clerk, id, 0, "wrong_place", "在马路对面").orThrow();
        assertThat(world.now(id).node()).isEqualTo(DemandWorld.STREET);
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.RAISED);
        assertThat(world.waitingFor(id, "accept").node()).isEqualTo(DemandWorld.STREET);
        assertThat(world.lastStep(id).publicWords()).isEqualTo("已转给建外街道处理");
        accept.giveBack(world.streetOfficer, id, 1, "wrong_place", "").orThrow();
        world.refused(
                DemandRefusal.NOWHERE_TO_RETURN, w -> accept.giveBack(w.districtOfficer, id, 2, "wrong_place", ""));
    }

    @Test
    void aDepartmentGivesBackWhatIsNotItsAndSeesItNoMore() {
        DemandId id = world.assignedTo(world.heating);
        accept.giveBack(world.heating, id, world.version(id), "wrong_department", "属于物业管道")
                .orThrow();
        Demand demand = world.now(id);
        assertThat(demand.status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(demand.departmentId()).isNull();
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("assign");
            assertThat(todo.note()).isEqualTo("退回：不属于本部门职责");
        });
        world.refused(
                DemandRefusal.OUTSIDE_YOUR_TERRITORY,
                w -> accept.giveBack(w.heating, id, demand.version(), "wrong_department", ""));
        DemandId taken = world.handledBy(world.heating);
        world.refused(
                DemandRefusal.TAKEN_UP_CANNOT_BE_RETURNED,
                w -> accept.giveBack(w.heating, taken, w.version(taken), "wrong_department", ""));
    }

    @Test
    void decliningSaysWhereToGoInsteadAndIsForALead() {
        DemandId id = world.raisedIn(GRID);
        world.refused(DemandRefusal.ONLY_A_LEAD, w -> accept.decline(w.clerk, id, 0, "in_court", ""));
        world.refused(DemandRefusal.REASON_NEEDS_WORDS, w -> accept.decline(w.secretary, id, 0, "decline_other", ""));
        accept.decline(world.secretary, id, 0, "in_court", "").orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.DECLINED);
        assertThat(world.waiting(id)).isEmpty();
        assertThat(world.lastStep(id).publicWords()).isEqualTo("没有受理：已进入诉讼、仲裁、复议或信访程序。可以找：受理该案的法院、仲裁或复议机关");
        world.refused(DemandRefusal.ALREADY_DECLINED, w -> accept.accept(w.secretary, id, 1, null, null));
        DemandId handled = world.handledBy(world.clerk);
        world.refused(
                DemandRefusal.TOO_LATE_TO_DECLINE,
                w -> accept.decline(w.secretary, handled, w.version(handled), "in_court", ""));
    }

    @Test
    void aDeclinedDemandThatIsReopenedWaitsToBeAssigned() {
        DemandId id = world.declined();
        world.bean(CallBackDemand.class)
                .reopen(world.secretary, id, world.version(id), "居民补充了新情况")
                .orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.ACCEPTED);
        assertThat(world.waitingSteps(id)).containsExactly("assign");
        assertThat(world.now(id).node()).isEqualTo(COMMUNITY);
    }
}
