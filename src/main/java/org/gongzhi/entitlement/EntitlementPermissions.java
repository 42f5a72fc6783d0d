package org.gongzhi.entitlement;

import java.time.Instant;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/**
 * Who answers: those who decide at the node that answered for the case when it was asked, as with declining; in a community its secretary. When that is late, those
 * who decide above it, too.
 */
@Component
class EntitlementPermissions {

    private final RegionLookup regions;

    EntitlementPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    Outcome<Entitlement> mayAnswer(Actor actor, Entitlement asked, Instant now) {
        DutyKind duty = actor.duty();
        boolean isTheirs = actor.node().equals(asked.node())
                || (asked.dueAt().isBefore(now) && regions.isWithin(asked.node(), actor.node()));
        boolean decides = duty.worksOnMatters()
                && duty != DutyKind.GRID_WORKER
                && duty != DutyKind.COMMUNITY_CLERK
                && actor.departmentId() == null
                && isTheirs;
        return decides
                ? Outcome.done(asked)
                : Outcome.refused(
                        EntitlementRefusal.NOT_YOURS, regions.get(asked.node()).name());
    }

    /** Whoever works on matters there or above reads it; a department does not. */
    boolean mayRead(Actor actor) {
        return actor.duty().worksOnMatters() && actor.departmentId() == null;
    }
}
