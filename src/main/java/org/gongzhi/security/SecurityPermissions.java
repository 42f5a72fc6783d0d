package org.gongzhi.security;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.Region;
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

    /** A key is the whole installation's: whoever keeps less than a district does not change it. */
    Outcome<Actor> mayChangeKeys(Actor actor) {
        return actor.duty() == DutyKind.SECURITY_ADMINISTRATOR && actor.level() <= Region.DISTRICT
                ? Outcome.done(actor)
                : Outcome.refused(SecurityRefusal.ONLY_KEY_KEEPERS);
    }

    /** The second person: another security administrator, or a system administrator, who keeps the files. */
    Outcome<Actor> mayConfirmKeys(Actor actor) {
        return (actor.duty() == DutyKind.SECURITY_ADMINISTRATOR || actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR)
                        && actor.level() <= Region.DISTRICT
                ? Outcome.done(actor)
                : Outcome.refused(SecurityRefusal.ONLY_KEY_KEEPERS);
    }

    Actor reaching(Actor actor) {
        return actor.duty() == DutyKind.SECURITY_ADMINISTRATOR ? actor.seeing(regions.subtree(actor.node())) : actor;
    }
}
