package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where it stands from a day on (块); whom it answers to stays. */
@Component
class RelocateOrganization {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final OrganizationFacts facts;
    private final RegionLookup regions;
    private final Audit audit;
    private final Clock clock;

    RelocateOrganization(
            OrganizationPermissions permissions,
            Organizations organizations,
            OrganizationFacts facts,
            RegionLookup regions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.facts = facts;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    record Wish(RegionCode region, LocalDate from, @Nullable String why) {}

    record Relocated(UUID id, int version) {}

    Outcome<Relocated> relocate(Actor actor, UUID id, int seen, Wish wish) {
        return permissions
                .setUp(actor)
                .then(_ -> OrganizationWords.why(wish.why()))
                .then(why -> organizations
                        .holdOrRefuse(id, seen)
                        .unless(one -> place(actor, one, wish.region()))
                        .unless(one -> day(one, wish.from()))
                        .map(one -> write(actor, one, wish, why)));
    }

    private Outcome<RegionCode> place(Actor actor, Organization one, RegionCode region) {
        if (one.region().equals(region)) {
            return Outcome.invalid("regionCode", OrganizationRefusal.UNCHANGED);
        }
        return regions.find(region)
                .filter(Region::open)
                .<Outcome<RegionCode>>map(node -> permissions.within(actor, node.code()))
                .orElseGet(() -> Outcome.invalid("regionCode", OrganizationRefusal.REGION_UNKNOWN));
    }

    private Outcome<LocalDate> day(Organization one, LocalDate from) {
        LocalDate since = facts.since(one.id(), "territory");
        return one.since(from, Time.today(clock), "from")
                .unless(day -> day.isBefore(since)
                        ? Outcome.invalid("from", OrganizationRefusal.BEFORE_LAST_CHANGE, since.toString())
                        : Outcome.done(day));
    }

    private Relocated write(Actor actor, Organization one, Wish wish, String why) {
        organizations.stand(actor, one.id(), wish.region(), wish.from(), why);
        audit.record(
                actor,
                "organization.relocate",
                "organization",
                one.id(),
                wish.region(),
                Map.of("region", one.region().toString()),
                Map.of("region", wish.region().toString(), "from", wish.from().toString()),
                why);
        return new Relocated(one.id(), one.version() + 1);
    }
}
