package org.gongzhi.unit;

import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/**
 * Who sees a unit is the database's to say: whoever's duty reaches the place it stands at. Communities, streets and districts keep those on their territory; none of
 * it is a department's, nor of a duty for some kinds of demand.
 */
@Component
class UnitPermissions implements Abilities {

    private final RegionLookup regions;

    UnitPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of("viewUnits", maySee(actor), "keepUnits", mayKeep(actor));
    }

    boolean maySee(Actor actor) {
        return actor.dutyId() != null
                && actor.departmentId() == null
                && !actor.duty().isAdministrator();
    }

    boolean mayKeep(Actor actor) {
        return switch (actor.duty()) {
            case COMMUNITY_CLERK,
                    COMMUNITY_SECRETARY,
                    STREET_OFFICER,
                    STREET_LEADER,
                    DISTRICT_OFFICER,
                    DISTRICT_LEADER ->
                actor.departmentId() == null && actor.scope().kinds() == null;
            default -> false;
        };
    }

    Outcome<Actor> keep(Actor actor) {
        return mayKeep(actor) ? Outcome.done(actor) : Outcome.refused(UnitRefusal.NOT_YOURS);
    }

    /** A community or a grid of theirs, where a unit may stand. */
    Outcome<RegionCode> within(Actor actor, RegionCode place) {
        Region node = regions.find(place).filter(Region::open).orElse(null);
        if (node == null) {
            return Outcome.invalid("regionCode", UnitRefusal.REGION_UNKNOWN);
        }
        if (!actor.scope().holds(place)) {
            return Outcome.invalid("regionCode", UnitRefusal.NOT_YOUR_TERRITORY);
        }
        return node.level() < Region.COMMUNITY
                ? Outcome.invalid("regionCode", UnitRefusal.PLACE_TOO_WIDE, node.name())
                : Outcome.done(place);
    }
}
