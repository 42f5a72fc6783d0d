package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom it answers to from a day on (条). Moves of the whole tree take turns: two that are each harmless would make a circle together. */
@Component
class MoveOrganization {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final OrganizationKindQueries kinds;
    private final Affiliation affiliation;
    private final OrganizationFacts facts;
    private final Audit audit;
    private final Clock clock;

    MoveOrganization(
            OrganizationPermissions permissions,
            Organizations organizations,
            OrganizationKindQueries kinds,
            Affiliation affiliation,
            OrganizationFacts facts,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.kinds = kinds;
        this.affiliation = affiliation;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param parent null: it answers to nobody here */
    record Wish(
            @Nullable UUID parent, LocalDate from, @Nullable String why) {}

    record Moved(UUID id, int version) {}

    Outcome<Moved> move(Actor actor, UUID id, int seen, Wish wish) {
        return permissions
                .setUp(actor)
                .then(_ -> OrganizationWords.why(wish.why()))
                .then(why -> {
                    organizations.takeTurn();
                    return organizations
                            .holdOrRefuse(id, seen)
                            .unless(one -> Objects.equals(one.parent(), wish.parent())
                                    ? Outcome.invalid("parentId", OrganizationRefusal.UNCHANGED)
                                    : Outcome.done(one))
                            .unless(one -> affiliation.mayAnswerTo(one, kinds.get(one.kind()), wish.parent()))
                            .unless(one -> day(one, wish.from()))
                            .map(one -> write(actor, one, wish, why));
                });
    }

    private Outcome<LocalDate> day(Organization one, LocalDate from) {
        LocalDate since = facts.since(one.id(), "affiliation");
        return one.since(from, Time.today(clock), "from")
                .unless(day -> day.isBefore(since)
                        ? Outcome.invalid("from", OrganizationRefusal.BEFORE_LAST_CHANGE, since.toString())
                        : Outcome.done(day));
    }

    private Moved write(Actor actor, Organization one, Wish wish, String why) {
        organizations.answerTo(actor, one.id(), wish.parent(), wish.from(), why);
        audit.record(
                actor,
                "organization.move",
                "organization",
                one.id(),
                one.region(),
                Map.of("parent", String.valueOf(one.parent())),
                Map.of(
                        "parent",
                        String.valueOf(wish.parent()),
                        "from",
                        wish.from().toString()),
                why);
        return new Moved(one.id(), one.version() + 1);
    }
}
