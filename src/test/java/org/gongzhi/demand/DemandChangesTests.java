package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.GRID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DemandChangesTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    @Test
    void whatIsUnseenIsSaidToBelongElsewhereAndWhatIsNotIsUnknown() {
        DemandId id = world.raisedIn(GRID);
        var refused = world.refused(
                DemandRefusal.OUTSIDE_YOUR_TERRITORY,
                w -> w.bean(AcceptDemand.class).accept(w.neighbour, id, 0, null, null));
        assertThat(refused.facts()).hasToString("[建外街道]");
        world.refused(
                DemandRefusal.UNKNOWN,
                w -> w.bean(AcceptDemand.class).accept(w.neighbour, DemandId.next(), 0, null, null));
    }

    @Test
    void theAuditSaysWhatChangedAndNothingOfTheReporter() {
        DemandId id = world.acceptedIn(GRID);
        String after = world.owner
                .sql(
                        "select before::text || after::text from audit_entry where subject_id = :id and action = 'demand.accept'")
                .param("id", id.value())
                .query(String.class)
                .single();
        assertThat(after)
                .contains("raised")
                .contains("accepted")
                .doesNotContain("刘淑珍")
                .doesNotContain("13800005521");
    }
}
