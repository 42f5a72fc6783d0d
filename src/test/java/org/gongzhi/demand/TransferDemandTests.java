package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TransferDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final TransferDemand transfer = world.bean(TransferDemand.class);

    @Test
    void whatIsReturnedStaysWhereItWas() {
        DemandId id = world.offeredUp();
        world.refused(
                DemandRefusal.ONLY_THE_RECEIVER, w -> transfer.giveBack(w.districtOfficer, id, w.version(id), "不收"));
        world.refused(DemandRefusal.WORDS_MISSING, w -> transfer.giveBack(w.streetOfficer, id, w.version(id), ""));
        transfer.giveBack(world.streetOfficer, id, world.version(id), "请先核实产权").orThrow();
        assertThat(world.now(id).node()).isEqualTo(COMMUNITY);
        assertThat(world.now(id).status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(world.waitingSteps(id)).containsExactly("handle");
        assertThat(world.waitingFor(id, "handle").note()).isEqualTo("建外街道退回：请先核实产权");
        assertThat(world.lastStep(id).publicWords()).isEqualTo("仍由永安里社区办理");
        world.refused(DemandRefusal.NO_TRANSFER, w -> transfer.receive(w.streetOfficer, id, w.version(id)));
    }

    @Test
    void oneOfferAtATimeAndOnlyByTheResponsible() {
        DemandId id = world.handledBy(world.clerk);
        world.refused(
                DemandRefusal.ONLY_THE_RESPONSIBLE,
                w -> transfer.passUp(w.streetOfficer, id, w.version(id), "beyond_power", "协调"));
        transfer.passUp(world.secretary, id, world.version(id), "beyond_power", "请协调")
                .orThrow();
        world.refused(
                DemandRefusal.TRANSFER_UNDER_WAY,
                w -> transfer.passUp(w.secretary, id, w.version(id), "beyond_power", "再报"));
        world.refused(DemandRefusal.ONLY_THE_RECEIVER, w -> transfer.receive(w.secretary, id, w.version(id)));
        DemandId raised = world.raisedIn(GRID);
        world.refused(
                DemandRefusal.NOT_ACCEPTED_YET,
                w -> transfer.passUp(w.secretary, raised, w.version(raised), "beyond_power", "请协调"));
    }

    @Test
    void aboveTheDistrictThereIsNobody() {
        DemandId id = world.atTheStreet();
        transfer.passUp(world.streetOfficer, id, world.version(id), "several_lines", "请区里牵头")
                .orThrow();
        transfer.receive(world.districtOfficer, id, world.version(id)).orThrow();
        world.refused(
                DemandRefusal.TOP_OF_THE_AXIS,
                w -> transfer.passUp(w.districtOfficer, id, w.version(id), "beyond_power", "请市里"));
    }

    @Test
    void downItGoesOnlyToWhereItComesFrom() {
        DemandId id = world.atTheStreet();
        world.refused(
                DemandRefusal.TARGET_NOT_BELOW,
                w -> transfer.sendDown(
                        w.streetOfficer, id, w.version(id), org.gongzhi.support.RegionFixtures.GUANGHUALI, "请办"));
        world.refused(
                DemandRefusal.TARGET_NOT_BELOW, w -> transfer.sendDown(w.streetOfficer, id, w.version(id), GRID, "请办"));
        transfer.sendDown(world.streetOfficer, id, world.version(id), COMMUNITY, "请入户核实")
                .orThrow();
        assertThat(world.now(id).node()).isEqualTo(DemandWorld.STREET);
        assertThat(world.waitingFor(id, "receive").node()).isEqualTo(COMMUNITY);
        transfer.receive(world.clerk, id, world.version(id)).orThrow();
        assertThat(world.now(id).node()).isEqualTo(COMMUNITY);
        assertThat(world.lastStep(id).publicWords()).isEqualTo("永安里社区已接手");
    }
}
