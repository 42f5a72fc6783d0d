package org.gongzhi.rule;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Rules are what people are promised: anyone who works here may read them. They are set by the system administrator of a territory, for it and all below. */
@Component
class RulePermissions {

    private final RegionLookup regions;

    RulePermissions(RegionLookup regions) {
        this.regions = regions;
    }

    boolean maySet(Actor actor, RegionCode region) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR
                && regions.find(region).isPresent()
                && regions.isWithin(region, actor.node());
    }

    Outcome<Region> setter(Actor actor, RegionCode code) {
        return regions.find(code)
                .filter(region -> !region.hidden())
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("regionCode", RuleRefusal.REGION_UNKNOWN))
                .unless(region -> maySet(actor, code)
                        ? Outcome.done(region)
                        : Outcome.refused(RuleRefusal.NOT_YOURS, region.name()));
    }

    /** An administrator's ordinary scope is nothing; rules are kept, and what they would change is counted, for the territory of the duty. */
    Actor keeper(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR ? actor.seeing(regions.subtree(actor.node())) : actor;
    }
}
