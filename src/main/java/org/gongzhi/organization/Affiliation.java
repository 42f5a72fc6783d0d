package org.gongzhi.organization;

import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.organization.OrganizationKindQueries.OrganizationKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether one may answer to another: a higher kind that has not ended, seen by the asker, never below itself, and not too far from the top. */
@Component
class Affiliation {

    /** Nobody's network is as high; every walk up ends by it. */
    static final int MOST_LEVELS = 12;

    private final Organizations organizations;
    private final OrganizationKindQueries kinds;

    Affiliation(Organizations organizations, OrganizationKindQueries kinds) {
        this.organizations = organizations;
        this.kinds = kinds;
    }

    /**
     * Holds the one above until the transaction ends, so that it does not end meanwhile. Of an organization that stands already the caller has taken the turn.
     *
     * @param parent null: it answers to nobody here
     */
    Outcome<?> mayAnswerTo(Organization one, OrganizationKind kind, @Nullable UUID parent) {
        if (parent == null) {
            return Outcome.done(one);
        }
        return organizations
                .keep(parent)
                .<Outcome<Organization>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("parentId", OrganizationRefusal.PARENT_UNKNOWN))
                .then(above -> mayAnswerTo(one, kind, above));
    }

    private Outcome<Organization> mayAnswerTo(Organization one, OrganizationKind kind, Organization above) {
        if (above.endedOn() != null) {
            return Outcome.invalid("parentId", OrganizationRefusal.PARENT_ENDED, above.name());
        }
        if (organizations.isAtOrAbove(one.id(), above.id())) {
            return Outcome.invalid("parentId", OrganizationRefusal.ITS_OWN_DESCENDANT, above.name());
        }
        OrganizationKind higher = kinds.get(above.kind());
        if (!kind.mayAnswerTo(higher)) {
            return Outcome.invalid("parentId", OrganizationRefusal.PARENT_TOO_LOW, kind.name(), higher.name());
        }
        return organizations.depth(above.id()) + 2 + organizations.height(one.id()) > MOST_LEVELS
                ? Outcome.invalid("parentId", OrganizationRefusal.TOO_DEEP, MOST_LEVELS)
                : Outcome.done(above);
    }
}
