package org.gongzhi.staffing;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** What each of the three administrators may do with people, always within the territory of their own duty and never with themselves. */
@Component
class StaffingPermissions {

    private final RegionLookup regions;

    StaffingPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    /** An administrator's ordinary scope holds nothing; accounts, duties and departments are kept by the territory of the duty. */
    Actor reaching(Actor actor) {
        return actor.duty().isAdministrator() ? actor.seeing(regions.subtree(actor.node())) : actor;
    }

    Outcome<Actor> mayLook(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR || actor.duty() == DutyKind.SECURITY_ADMINISTRATOR
                ? Outcome.done(actor)
                : Outcome.refused(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
    }

    Outcome<Actor> mayKeepPeople(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR
                ? Outcome.done(actor)
                : Outcome.refused(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
    }

    Outcome<Actor> mayDecide(Actor actor) {
        return actor.duty() == DutyKind.SECURITY_ADMINISTRATOR
                ? Outcome.done(actor)
                : Outcome.refused(StaffingRefusal.ONLY_SECURITY_ADMINISTRATOR);
    }

    Outcome<RegionCode> within(Actor actor, RegionCode node) {
        return regions.isWithin(node, actor.node())
                ? Outcome.done(node)
                : Outcome.refused(
                        StaffingRefusal.OUTSIDE_TERRITORY,
                        regions.get(actor.node()).name());
    }

    /** The account is kept here, and it is not one's own. */
    Outcome<StaffQueries.Person> mayChange(Actor actor, StaffQueries.Person person) {
        if (actor.standsFor(person.id())) {
            return Outcome.refused(StaffingRefusal.NOT_ONESELF);
        }
        return within(actor, person.homeOrNation()).map(_ -> person);
    }
}
