package org.gongzhi.redaction;

import org.gongzhi.demand.Demand;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/**
 * Who covers: whoever answers for the case and may decline or suspend it, since what is covered is kept from everybody, as declining is. Who opens what is covered
 * and brings it back: the lead there and the leads above, who answer for it when somebody complains; nobody else, not even who covered it.
 */
@Component
class RedactionPermissions {

    private final RegionLookup regions;

    RedactionPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    Outcome<Demand> mayCover(Actor actor, Demand demand) {
        DutyKind duty = actor.duty();
        boolean decides = duty.worksOnMatters()
                && duty != DutyKind.GRID_WORKER
                && duty != DutyKind.COMMUNITY_CLERK
                && actor.departmentId() == null
                && actor.node().equals(demand.node());
        return decides ? Outcome.done(demand) : Outcome.refused(RedactionRefusal.NOT_YOURS, where(demand));
    }

    Outcome<Demand> mayOpen(Actor actor, Demand demand) {
        boolean answers = actor.duty().isLead()
                && (actor.node().equals(demand.node()) || regions.isWithin(demand.node(), actor.node()));
        return answers ? Outcome.done(demand) : Outcome.refused(RedactionRefusal.ONLY_A_LEAD_OPENS, where(demand));
    }

    private String where(Demand demand) {
        return regions.get(demand.node()).name();
    }
}
