package org.gongzhi.reorganization;

import java.util.Collection;
import java.util.Map;
import org.gongzhi.identity.Abilities;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Who may change the tree: system administrators, below the node they administer. */
@Component
class ReorganizationPermissions implements Abilities {

    private final RegionLookup regions;

    ReorganizationPermissions(RegionLookup regions) {
        this.regions = regions;
    }

    @Override
    public Map<String, Boolean> of(Actor actor) {
        return Map.of("reorganize", isAdministrator(actor));
    }

    /** The value: the same person, seeing what they administer, as no administrator does elsewhere. */
    Outcome<Actor> mayReorganize(Actor actor) {
        return isAdministrator(actor)
                ? Outcome.done(seeing(actor))
                : Outcome.refused(ReorganizationRefusal.NOT_YOURS, actor.nodeName());
    }

    /** The administrator's own node is changed by whoever administers the one above. */
    Outcome<Boolean> mayChange(Actor actor, Collection<RegionCode> nodes) {
        boolean isOutside =
                nodes.stream().anyMatch(node -> !regions.get(actor.node()).holds(node));
        return isOutside
                ? Outcome.refused(
                        ReorganizationRefusal.NOT_YOURS,
                        regions.get(actor.node()).name())
                : Outcome.done(true);
    }

    Actor seeing(Actor actor) {
        return isAdministrator(actor) ? actor.seeing(regions.subtree(actor.node())) : actor;
    }

    private static boolean isAdministrator(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR;
    }
}
