package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.OrganizationKindQueries.OrganizationKind;
import org.gongzhi.organization.OrganizationLimits.Limits;
import org.gongzhi.organization.SetUpPolicy.Finding;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 登记. What the rules forbid is not registered; what they advise against is, and said. */
@Component
class RegisterOrganization {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final OrganizationKindQueries kinds;
    private final OrganizationLimits limits;
    private final Affiliation affiliation;
    private final RegionLookup regions;
    private final Audit audit;
    private final Clock clock;

    RegisterOrganization(
            OrganizationPermissions permissions,
            Organizations organizations,
            OrganizationKindQueries kinds,
            OrganizationLimits limits,
            Affiliation affiliation,
            RegionLookup regions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.kinds = kinds;
        this.limits = limits;
        this.affiliation = affiliation;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param termFrom when the term it is in began; null for a kind without terms: else its founding
     * @param why the document that set it up
     */
    record Wish(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String code,
            LocalDate foundedOn,
            @Nullable UUID parent,
            RegionCode region,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate lastsUntil,
            @Nullable LocalDate termFrom,
            @Nullable String why) {}

    record Registered(UUID id, List<Finding> warnings) {}

    private record Draft(Organization one, OrganizationKind kind, Limits limits) {}

    Outcome<Registered> register(Actor actor, Wish wish) {
        return permissions
                .setUp(actor)
                .then(_ -> draft(actor, wish))
                .then(draft -> OrganizationWords.why(wish.why())
                        .then(why -> Finding.unlessStopped(
                                        SetUpPolicy.onSize(draft.one(), draft.kind(), draft.limits()))
                                .unless(_ -> affiliation.mayAnswerTo(draft.one(), draft.kind(), wish.parent()))
                                .then(warnings -> add(actor, draft.one(), why, warnings))));
    }

    /** What would be said of it, with nothing written; the sentences are the form's. */
    Outcome<List<Finding>> check(Actor actor, Wish wish) {
        return permissions
                .setUp(actor)
                .then(_ -> draft(actor, wish))
                .map(draft -> SetUpPolicy.onSize(draft.one(), draft.kind(), draft.limits()));
    }

    private Outcome<Draft> draft(Actor actor, Wish wish) {
        LocalDate today = Time.today(clock);
        return kinds.findOrRefuse(String.valueOf(wish.kind()))
                .then(kind -> OrganizationWords.name(wish.name())
                        .then(name -> OrganizationWords.code(wish.code())
                                .then(code -> place(actor, wish.region()).then(place -> {
                                    Limits holding = limits.at(place, today);
                                    return made(kind, name, code.orElse(null), wish, holding)
                                            .unless(one -> one.since(wish.foundedOn(), today, "foundedOn"))
                                            .map(one -> new Draft(one, kind, holding));
                                }))));
    }

    private Outcome<RegionCode> place(Actor actor, RegionCode region) {
        return regions.find(region)
                .filter(Region::open)
                .<Outcome<RegionCode>>map(node -> permissions.within(actor, node.code()))
                .orElseGet(() -> Outcome.invalid("regionCode", OrganizationRefusal.REGION_UNKNOWN));
    }

    static Outcome<Organization> made(
            OrganizationKind kind, String name, @Nullable String code, Wish wish, Limits limits) {
        if (wish.fullMembers() < 0 || wish.members() < wish.fullMembers()) {
            return Outcome.invalid("members", OrganizationRefusal.MEMBERS_WRONG);
        }
        LocalDate termFrom =
                kind.termKey() == null ? null : wish.termFrom() == null ? wish.foundedOn() : wish.termFrom();
        if (termFrom != null && termFrom.isBefore(wish.foundedOn())) {
            return Outcome.invalid(
                    "termFrom",
                    OrganizationRefusal.BEFORE_FOUNDING,
                    wish.foundedOn().toString());
        }
        return Outcome.done(new Organization(
                Ids.next(),
                kind.code(),
                name,
                code,
                wish.foundedOn(),
                null,
                wish.parent(),
                wish.region(),
                wish.fullMembers(),
                wish.members(),
                kind.unitsKey() == null ? null : wish.units(),
                kind.lastsKey() == null ? null : wish.lastsUntil(),
                termFrom,
                termFrom == null ? null : SetUpPolicy.due(kind, termFrom, limits),
                1));
    }

    private Outcome<Registered> add(Actor actor, Organization one, String why, List<Finding> warnings) {
        if (!organizations.add(actor, one, why)) {
            return Outcome.invalid("code", OrganizationRefusal.CODE_TAKEN);
        }
        audit.record(
                actor,
                "organization.register",
                "organization",
                one.id(),
                one.region(),
                null,
                Map.of("name", one.name(), "kind", one.kind(), "why", why),
                null);
        return Outcome.done(new Registered(one.id(), warnings));
    }
}
