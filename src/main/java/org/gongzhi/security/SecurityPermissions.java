package org.gongzhi.security;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** The security administrator's alone, by the territory of the duty: their ordinary scope holds nothing. */
@Component
class SecurityPermissions {

    private final RegionLookup regions;

    SecurityPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    Outcome<Actor> maySecure(Actor actor) {
        return actor.duty() == DutyKind.SECURITY_ADMINISTRATOR
                ? Outcome.done(reaching(actor))
                : Outcome.refused(SecurityRefusal.ONLY_SECURITY_ADMINISTRATOR);
    }

    Actor reaching(Actor actor) {
        return actor.duty() == DutyKind.SECURITY_ADMINISTRATOR ? actor.seeing(regions.subtree(actor.node())) : actor;
    }
}
