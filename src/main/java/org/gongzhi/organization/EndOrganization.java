package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 撤销. Nobody answers to it any more by then; its posts end with it, and nothing waits for its next term. */
@Component
class EndOrganization {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final Todos todos;
    private final Audit audit;
    private final Clock clock;

    EndOrganization(
            OrganizationPermissions permissions, Organizations organizations, Todos todos, Audit audit, Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.todos = todos;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param on first day it is no more */
    record Wish(LocalDate on, @Nullable String why) {}

    record Ended(UUID id, int version) {}

    Outcome<Ended> end(Actor actor, UUID id, int seen, Wish wish) {
        return permissions
                .setUp(actor)
                .then(_ -> OrganizationWords.why(wish.why()))
                .then(why -> organizations
                        .holdOrRefuse(id, seen)
                        .unless(one -> one.since(wish.on(), Time.today(clock), "on"))
                        .unless(one -> nobodyLeft(one.id()))
                        .map(one -> write(actor, one, wish.on(), why)));
    }

    private Outcome<Long> nobodyLeft(UUID id) {
        long left = organizations.answering(id);
        return left == 0 ? Outcome.done(left) : Outcome.refused(OrganizationRefusal.STILL_ANSWERED_TO, left);
    }

    private Ended write(Actor actor, Organization one, LocalDate on, String why) {
        organizations.end(one.id(), on, why);
        todos.settle(actor, RemindOfTermsJob.SUBJECT, one.id());
        audit.record(
                actor,
                "organization.end",
                "organization",
                one.id(),
                one.region(),
                Map.of("name", one.name()),
                Map.of("on", on.toString()),
                why);
        return new Ended(one.id(), one.version() + 1);
    }
}
