package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;

import java.util.List;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AssignDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final AssignDemand assign = world.bean(AssignDemand.class);

    @Test
    void givenToADepartmentItWaitsToBeTakenUp() {
        DemandId id = world.acceptedIn(GRID);
        world.assign(world.clerk, id, world.heating).orThrow();
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.ASSIGNED);
        assertThat(world.now(id).departmentId()).isEqualTo(world.heating.departmentId());
        assertThat(world.lastStep(id).toName()).isEqualTo("区热力集团建外所");
        assertThat(world.lastStep(id).publicWords()).isEqualTo("交给区热力集团建外所办理");
        assertThat(world.waitingSteps(id)).containsExactly("take_up");
    }

    @Test
    void givenToOneselfItIsTakenUpAtOnce() {
        DemandId id = world.assignedTo(world.secretary);
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(world.now(id).handlerId()).isEqualTo(world.secretary.accountId());
        assertThat(world.waitingFor(id, "handle").account()).isEqualTo(world.secretary.accountId());
    }

    @Test
    void givenToSomeoneElseTheFirstOneIsOut() {
        DemandId id = world.handledBy(world.heating);
        world.assign(world.secretary, id, world.sanitation).orThrow();
        assertThat(world.waiting(id))
                .singleElement()
                .satisfies(todo -> assertThat(todo.department()).isEqualTo(world.sanitation.departmentId()));
        world.refused(
                DemandRefusal.OUTSIDE_YOUR_TERRITORY,
                w -> w.bean(HandleDemand.class).takeUp(w.heating, id, w.version(id)));
    }

    @Test
    void aGridWorkerIsGivenOnlyWhatLiesInHisGrid() {
        DemandId here = world.acceptedIn(GRID);
        world.refused(DemandRefusal.ASSIGNEE_UNKNOWN, w -> w.assign(w.secretary, here, w.otherGridWorker));
        assertThat(world.assign(world.secretary, here, world.gridWorker).isDone())
                .isTrue();
        DemandId anywhere = world.acceptedIn(COMMUNITY);
        world.refused(DemandRefusal.ASSIGNEE_UNKNOWN, w -> w.assign(w.secretary, anywhere, w.gridWorker));
        assertThat(offeredFor(here))
                .contains(world.gridWorker.account())
                .doesNotContain(world.otherGridWorker.account());
        assertThat(offeredFor(anywhere)).contains(world.secretary.account()).doesNotContain(world.gridWorker.account());
    }

    private static List<UUID> offeredFor(DemandId id) {
        Demand demand = world.now(id);
        return world.transactions()
                .read(
                        world.secretary,
                        () -> world.bean(AssignDemand.class).colleaguesFor(demand).stream()
                                .map(AccountLookup.Colleague::accountId)
                                .toList());
    }

    @Test
    void whoMayNotIsRefusedWithoutATrace() {
        DemandId id = world.acceptedIn(GRID);
        world.refused(DemandRefusal.ONLY_THE_RESPONSIBLE, w -> w.assign(w.streetOfficer, id, w.heating));
        world.refused(DemandRefusal.ASSIGNEE_UNKNOWN, w -> w.assign(w.secretary, id, w.neighbour));
        world.refused(DemandRefusal.ASSIGNEE_MISSING, w -> assign.assign(w.secretary, id, 1, null, null, ""));
        DemandId raised = world.raisedIn(GRID);
        world.refused(DemandRefusal.NOT_ACCEPTED_YET, w -> w.assign(w.secretary, raised, w.heating));
        DemandId closed = world.closed();
        world.refused(DemandRefusal.NOT_IN_HAND, w -> w.assign(w.secretary, closed, w.heating));
    }
}
