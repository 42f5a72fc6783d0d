package org.gongzhi.organization;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.springframework.stereotype.Component;

/**
 * Who sees an organization is the database's to say: from where it stands, or from whom it answers to. Setting up, moving and ending is done above it, in the
 * street or the district; what it tells of itself may be kept by its community's secretary as well. None of it is a department's, nor of a duty for some kinds of
 * demand.
 */
@Component
class OrganizationPermissions implements Abilities {

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of("viewOrganizations", maySee(actor), "registerOrganization", maySetUp(actor));
    }

    boolean maySee(Actor actor) {
        return actor.dutyId() != null
                && actor.departmentId() == null
                && !actor.duty().isAdministrator();
    }

    boolean maySetUp(Actor actor) {
        return switch (actor.duty()) {
            case STREET_OFFICER, STREET_LEADER, DISTRICT_OFFICER, DISTRICT_LEADER -> isGeneral(actor);
            default -> false;
        };
    }

    boolean mayKeep(Actor actor) {
        return switch (actor.duty()) {
            case COMMUNITY_SECRETARY, STREET_OFFICER, STREET_LEADER, DISTRICT_OFFICER, DISTRICT_LEADER ->
                isGeneral(actor);
            default -> false;
        };
    }

    private static boolean isGeneral(Actor actor) {
        return actor.departmentId() == null && actor.scope().kinds() == null;
    }

    Outcome<Actor> setUp(Actor actor) {
        return maySetUp(actor) ? Outcome.done(actor) : Outcome.refused(OrganizationRefusal.NOT_YOURS);
    }

    Outcome<Actor> keep(Actor actor) {
        return mayKeep(actor) ? Outcome.done(actor) : Outcome.refused(OrganizationRefusal.NOT_YOURS);
    }

    /** A place where they may put one. */
    Outcome<RegionCode> within(Actor actor, RegionCode place) {
        return actor.scope().holds(place)
                ? Outcome.done(place)
                : Outcome.invalid("regionCode", OrganizationRefusal.NOT_YOUR_TERRITORY);
    }
}
