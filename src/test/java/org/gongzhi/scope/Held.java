package org.gongzhi.scope;

import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.RandomTree.Place;
import org.jspecify.annotations.Nullable;

/** Somebody in one duty, and what the test itself reckons they may see. */
record Held(
        UUID account,
        String login,
        UUID id,
        DutyKind kind,
        Place node,
        @Nullable UUID department,
        @Nullable List<String> kinds,
        Actor actor) {

    boolean covers(RegionCode region) {
        return !kind.isAdministrator() && node.holds(region);
    }

    boolean sees(Truth.Demand demand) {
        return covers(demand.region())
                && (department == null
                        || department.equals(demand.department())
                        || demand.called().contains(department))
                && (kinds == null || kinds.contains(demand.kind()));
    }

    boolean works() {
        return !kind.isAdministrator() && kind != DutyKind.OBSERVER;
    }

    boolean worksAtNode() {
        return works() && department == null;
    }

    @Override
    public String toString() {
        return kind + " at " + node.name()
                + (department == null ? "" : " of a department")
                + (kinds == null ? "" : " for " + kinds);
    }
}
