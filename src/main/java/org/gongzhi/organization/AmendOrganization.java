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
import org.gongzhi.organization.SetUpPolicy.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What it tells of itself: its name from a day on, its code, how many belong to it. Shrinking below what is required is no end of it, but is said. */
@Component
class AmendOrganization {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final OrganizationKindQueries kinds;
    private final OrganizationLimits limits;
    private final OrganizationFacts facts;
    private final Audit audit;
    private final Clock clock;

    AmendOrganization(
            OrganizationPermissions permissions,
            Organizations organizations,
            OrganizationKindQueries kinds,
            OrganizationLimits limits,
            OrganizationFacts facts,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.kinds = kinds;
        this.limits = limits;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param from since when the name is so; asked for where the name is another */
    record Wish(
            @Nullable String name,
            @Nullable String code,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate from,
            @Nullable String why) {}

    record Amended(UUID id, int version, List<Finding> findings) {}

    Outcome<Amended> amend(Actor actor, UUID id, int seen, Wish wish) {
        return permissions
                .keep(actor)
                .then(_ -> organizations.holdOrRefuse(id, seen))
                .then(one -> OrganizationWords.name(wish.name())
                        .then(name -> OrganizationWords.code(wish.code())
                                .then(code -> OrganizationWords.why(wish.why())
                                        .then(why -> changed(one, name, code.orElse(null), wish)
                                                .then(after -> write(actor, one, after, wish.from(), why))))));
    }

    private Outcome<Organization> changed(Organization one, String name, @Nullable String code, Wish wish) {
        if (wish.fullMembers() < 0 || wish.members() < wish.fullMembers()) {
            return Outcome.invalid("members", OrganizationRefusal.MEMBERS_WRONG);
        }
        if (code != null && organizations.isTaken(code, one.id())) {
            return Outcome.invalid("code", OrganizationRefusal.CODE_TAKEN);
        }
        boolean isOfSeveral = kinds.get(one.kind()).unitsKey() != null;
        if (isOfSeveral && (wish.units() == null || wish.units() < 2)) {
            return Outcome.invalid("units", OrganizationRefusal.UNITS_MISSING);
        }
        return Outcome.done(new Organization(
                one.id(),
                one.kind(),
                name,
                code,
                one.foundedOn(),
                one.endedOn(),
                one.parent(),
                one.region(),
                wish.fullMembers(),
                wish.members(),
                isOfSeveral ? wish.units() : null,
                one.lastsUntil(),
                one.termFrom(),
                one.termDueOn(),
                one.version() + 1));
    }

    private Outcome<Amended> write(
            Actor actor, Organization before, Organization after, @Nullable LocalDate from, String why) {
        LocalDate today = Time.today(clock);
        if (!after.name().equals(before.name())) {
            LocalDate on = from == null ? today : from;
            LocalDate since = facts.since(before.id(), "name");
            Outcome<LocalDate> day = before.since(on, today, "from")
                    .unless(each -> each.isBefore(since)
                            ? Outcome.invalid("from", OrganizationRefusal.BEFORE_LAST_CHANGE, since.toString())
                            : Outcome.done(each));
            if (day instanceof Outcome.Refused<LocalDate> refused) {
                return refused.as();
            }
            organizations.rename(actor, before.id(), after.name(), on, why);
        }
        organizations.amend(after);
        audit.record(
                actor,
                "organization.amend",
                "organization",
                before.id(),
                before.region(),
                told(before),
                told(after),
                why);
        return Outcome.done(new Amended(
                before.id(),
                after.version(),
                SetUpPolicy.onSize(after, kinds.get(after.kind()), limits.at(after.region(), today))));
    }

    private static Map<String, Object> told(Organization one) {
        return Map.of(
                "name",
                one.name(),
                "code",
                String.valueOf(one.code()),
                "fullMembers",
                one.fullMembers(),
                "members",
                one.members());
    }
}
