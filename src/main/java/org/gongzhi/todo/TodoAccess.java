package org.gongzhi.todo;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What waits for exactly this person in this duty: what names the account, of a deputy the one of whose duty it is; what names the department and no one in it; and, for those who work at the node,
 * what names neither.
 *
 * @param node null: nothing that waits for a node waits for this duty
 * @param isLead also decides and supervises
 * @param kinds the kinds of matter the duty covers; null for all
 */
record TodoAccess(
        UUID account,
        @Nullable UUID department,
        @Nullable RegionCode node,
        boolean isLead,
        @Nullable List<String> kinds) {

    static TodoAccess of(Actor actor, AccountLookup accounts) {
        boolean worksAtNode = worksAtNode(actor.duty());
        return new TodoAccess(
                Objects.requireNonNull(actor.holder()),
                actor.departmentId(),
                worksAtNode ? actor.node() : null,
                worksAtNode && (actor.duty().isLead() || hasNoLead(actor.node(), accounts)),
                actor.scope().kinds());
    }

    private static boolean worksAtNode(DutyKind duty) {
        return switch (duty) {
            case GRID_WORKER,
                    COMMUNITY_CLERK,
                    COMMUNITY_SECRETARY,
                    STREET_OFFICER,
                    STREET_LEADER,
                    DISTRICT_OFFICER,
                    DISTRICT_LEADER -> true;
            case DEPARTMENT_HANDLER,
                    OBSERVER,
                    SYSTEM_ADMINISTRATOR,
                    SECURITY_ADMINISTRATOR,
                    AUDIT_ADMINISTRATOR,
                    RESIDENT,
                    WORKER -> false;
        };
    }

    /** Where nobody leads, those who work there decide: nothing waits for a chair that is empty. */
    private static boolean hasNoLead(RegionCode node, AccountLookup accounts) {
        return accounts.colleaguesAt(node).stream()
                .noneMatch(colleague -> colleague.duty().isLead());
    }
}
