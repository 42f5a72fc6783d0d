package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.OrganizationKindQueries.OrganizationKind;
import org.gongzhi.organization.OrganizationLimits.Limits;
import org.gongzhi.organization.SetUpPolicy.Finding;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 换届: a new term, as long as the rule says, or a year more or less where that was approved. What waited for it is done. */
@Component
class SetTerm {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final OrganizationKindQueries kinds;
    private final OrganizationLimits limits;
    private final Todos todos;
    private final Audit audit;
    private final Clock clock;

    SetTerm(
            OrganizationPermissions permissions,
            Organizations organizations,
            OrganizationKindQueries kinds,
            OrganizationLimits limits,
            Todos todos,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.kinds = kinds;
        this.limits = limits;
        this.todos = todos;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param dueOn first day after it; null: as long as the rule says */
    record Wish(
            LocalDate from,
            @Nullable LocalDate dueOn,
            @Nullable String why) {}

    record Served(UUID id, int version, LocalDate dueOn, List<Finding> warnings) {}

    Outcome<Served> set(Actor actor, UUID id, int seen, Wish wish) {
        return permissions
                .keep(actor)
                .then(_ -> OrganizationWords.why(wish.why()))
                .then(why -> organizations
                        .holdOrRefuse(id, seen)
                        .unless(one -> one.since(wish.from(), Time.today(clock), "from"))
                        .then(one -> serve(actor, one, wish, why)));
    }

    private Outcome<Served> serve(Actor actor, Organization one, Wish wish, String why) {
        OrganizationKind kind = kinds.get(one.kind());
        if (kind.termKey() == null) {
            return Outcome.refused(OrganizationRefusal.NO_TERM, kind.name());
        }
        Limits holding = limits.at(one.region(), Time.today(clock));
        LocalDate due = wish.dueOn() == null ? SetUpPolicy.due(kind, wish.from(), holding) : wish.dueOn();
        if (!due.isAfter(wish.from())) {
            return Outcome.invalid("dueOn", OrganizationRefusal.TERM_WRONG);
        }
        // A term set anew from the same day is put right, and comes neither early nor late.
        LocalDate before = wish.from().equals(one.termFrom()) ? null : one.termDueOn();
        return Finding.unlessStopped(SetUpPolicy.onTerm(kind, wish.from(), due, before, holding))
                .map(warnings -> {
                    organizations.serve(actor, one.id(), wish.from(), due, why);
                    todos.settle(actor, RemindOfTermsJob.SUBJECT, one.id(), RemindOfTermsJob.STEP);
                    audit.record(
                            actor,
                            "organization.set-term",
                            "organization",
                            one.id(),
                            one.region(),
                            Map.of("due", String.valueOf(one.termDueOn())),
                            Map.of("from", wish.from().toString(), "due", due.toString()),
                            why);
                    return new Served(one.id(), one.version() + 1, due, warnings);
                });
    }
}
