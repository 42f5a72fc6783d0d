package org.gongzhi.insight;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.Region;

/** Who may see figures, and of where. */
final class InsightPermissions {

    private InsightPermissions() {}

    /** Everyone with a territory sees the figures of that territory and of all under it; nobody those above or beside. */
    static Outcome<Region> maySee(Actor actor, Region node) {
        if (actor.duty() == DutyKind.DEPARTMENT_HANDLER || actor.scope().department() != null) {
            return Outcome.refused(InsightRefusal.DEPARTMENT_HAS_NO_COCKPIT, actor.nodeName());
        }
        if (actor.duty().isAdministrator()) {
            return Outcome.refused(InsightRefusal.ADMINISTRATOR_HAS_NO_COCKPIT);
        }
        if (node.hidden()) {
            return Outcome.refused(InsightRefusal.HIDDEN_NODE, node.name());
        }
        boolean isWhole = actor.scope().ranges().stream()
                .anyMatch(range -> range.from() <= node.code().value() && node.to() <= range.to());
        return isWhole ? Outcome.done(node) : Outcome.refused(InsightRefusal.NOT_YOURS, node.name());
    }

    /** The health of the figures is the system administrator's business, and the district's. */
    static Outcome<Boolean> maySeeChecks(Actor actor) {
        return switch (actor.duty()) {
            case SYSTEM_ADMINISTRATOR, DISTRICT_LEADER, DISTRICT_OFFICER -> Outcome.done(true);
            default -> Outcome.refused(InsightRefusal.CHECKS_NOT_YOURS);
        };
    }
}
