package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.GRID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LookAtContactTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final LookAtContact look = world.bean(LookAtContact.class);

    @Test
    void thoseWhoWorkOnItOpenTheContactForAPurposeAndItStaysOnRecord() {
        DemandId id = world.handledBy(world.heating);
        for (var actor : java.util.List.of(world.heating, world.clerk, world.streetOfficer, world.gridWorker)) {
            assertThat(look.look(actor, id, "appointment", "约上门").orThrow().phone())
                    .isEqualTo("13800005521");
        }
        assertThat(look.looks(world.secretary, id).orThrow()).hasSize(4);
    }

    @Test
    void onlookersAndTheNextDoorDoNot() {
        DemandId id = world.handledBy(world.heating);
        world.refused(DemandRefusal.YOU_ONLY_LOOK, w -> look.look(w.observer, id, "verification", ""));
        world.refused(DemandRefusal.OUTSIDE_YOUR_TERRITORY, w -> look.look(w.administrator, id, "verification", ""));
        world.refused(DemandRefusal.OUTSIDE_YOUR_TERRITORY, w -> look.look(w.neighbour, id, "verification", ""));
        world.refused(DemandRefusal.OUTSIDE_YOUR_TERRITORY, w -> look.look(w.sanitation, id, "verification", ""));
        world.refused(DemandRefusal.OUTSIDE_YOUR_TERRITORY, w -> look.look(w.otherGridWorker, id, "verification", ""));
    }

    @Test
    void whoLeftNothingHasNothingToOpen() {
        var said = new RaiseDemand.Said(
                GRID,
                "heating",
                "phone",
                "漏水",
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                java.util.List.of(),
                java.util.Map.of());
        DemandId id = new DemandId(world.bean(RaiseDemand.class)
                .register(world.clerk, said)
                .orThrow()
                .id());
        world.refused(DemandRefusal.NO_CONTACT, w -> look.look(w.clerk, id, "appointment", ""));
    }
}
