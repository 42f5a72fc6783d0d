package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.OrganizationKindQueries.OrganizationKind;
import org.gongzhi.organization.OrganizationLimits.Limits;
import org.gongzhi.organization.SetUpPolicy.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For loaders and sheets: many organizations at once, by the same rules as one, those above first. In the caller's transaction. */
@Component
public class OrganizationIntake {

    private final OrganizationRows rows;
    private final Organizations organizations;
    private final OrganizationPermissions permissions;
    private final OrganizationKindQueries kinds;
    private final OrganizationLimits limits;
    private final Clock clock;

    OrganizationIntake(
            OrganizationRows rows,
            Organizations organizations,
            OrganizationPermissions permissions,
            OrganizationKindQueries kinds,
            OrganizationLimits limits,
            Clock clock) {
        this.rows = rows;
        this.organizations = organizations;
        this.permissions = permissions;
        this.kinds = kinds;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What is said of one.
     *
     * @param kind by its code: committee, branch
     * @param units of how many it is, where the kind is of several
     * @param lastsUntil of a temporary one: when its work is to be done
     * @param termFrom since when it serves its term; null: nobody says
     * @param secretary null: nobody yet
     */
    public record Told(
            String kind,
            @Nullable String name,
            @Nullable String code,
            LocalDate foundedOn,
            RegionCode region,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate lastsUntil,
            @Nullable LocalDate termFrom,
            @Nullable String secretary) {}

    /** One that may be added: tidy, and within the rules. */
    public record Newcomer(
            UUID id,
            @Nullable UUID parent,
            String kind,
            String name,
            @Nullable String code,
            LocalDate foundedOn,
            RegionCode region,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate lastsUntil,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termDueOn,
            @Nullable String secretary) {}

    /** How many belong to one, said anew. */
    public record Counted(
            UUID id,
            int version,
            int fullMembers,
            int members,
            @Nullable Integer units) {}

    public Outcome<Boolean> mayTakeIn(Actor actor) {
        return permissions.setUp(actor).map(_ -> true);
    }

    /** Reads kinds and rules once for many; good for as long as one reading lasts. */
    public Reading reading() {
        return new Reading(kinds.all(), Time.today(clock));
    }

    /** The rules as they hold today. */
    public final class Reading {

        private final Map<String, OrganizationKind> known;
        private final LocalDate today;
        private final Map<RegionCode, Limits> holding = new HashMap<>();

        private Reading(Map<String, OrganizationKind> known, LocalDate today) {
            this.known = known;
            this.today = today;
        }

        /** Everything that can be said of one without asking whom it answers to. */
        public Outcome<Newcomer> check(UUID id, @Nullable UUID parent, Told told) {
            OrganizationKind kind = known.get(told.kind());
            if (kind == null) {
                return Outcome.invalid("kind", OrganizationRefusal.KIND_UNKNOWN);
            }
            return OrganizationWords.name(told.name())
                    .then(name -> OrganizationWords.code(told.code())
                            .then(code -> secretary(told).then(secretary -> {
                                Limits limits = holding.computeIfAbsent(
                                        told.region(), place -> OrganizationIntake.this.limits.at(place, today));
                                return RegisterOrganization.made(
                                                kind, name, code.orElse(null), wish(told, parent), limits)
                                        .unless(one -> one.since(told.foundedOn(), today, "foundedOn"))
                                        .unless(one -> one.termFrom() == null
                                                ? Outcome.done(one)
                                                : one.since(one.termFrom(), today, "termFrom"))
                                        .unless(one -> Finding.unlessStopped(SetUpPolicy.onSize(one, kind, limits)))
                                        .map(one -> newcomer(id, one, told.termFrom() != null, secretary));
                            })));
        }

        /** Whether one of the one kind may answer to one of the other, which stands so many levels below the top. */
        public Outcome<Boolean> mayAnswerTo(String lower, String upper, int levels) {
            OrganizationKind low = known.get(lower);
            OrganizationKind high = known.get(upper);
            if (low == null || high == null || !low.mayAnswerTo(high)) {
                return Outcome.invalid(
                        "parentId",
                        OrganizationRefusal.PARENT_TOO_LOW,
                        low == null ? lower : low.name(),
                        high == null ? upper : high.name());
            }
            return levels + 2 > Affiliation.MOST_LEVELS
                    ? Outcome.invalid("parentId", OrganizationRefusal.TOO_DEEP, Affiliation.MOST_LEVELS)
                    : Outcome.done(true);
        }

        private Outcome<String> secretary(Told told) {
            return told.secretary() == null ? Outcome.done("") : OrganizationWords.holder(told.secretary());
        }

        private RegisterOrganization.Wish wish(Told told, @Nullable UUID parent) {
            return new RegisterOrganization.Wish(
                    told.kind(),
                    told.name(),
                    told.code(),
                    told.foundedOn(),
                    parent,
                    told.region(),
                    told.fullMembers(),
                    told.members(),
                    told.units(),
                    told.lastsUntil(),
                    told.termFrom(),
                    null);
        }

        /** Of which term one is whose term was not said, nobody knows. */
        private Newcomer newcomer(UUID id, Organization one, boolean saysTerm, String secretary) {
            return new Newcomer(
                    id,
                    one.parent(),
                    one.kind(),
                    one.name(),
                    one.code(),
                    one.foundedOn(),
                    one.region(),
                    one.fullMembers(),
                    one.members(),
                    one.units(),
                    one.lastsUntil(),
                    saysTerm ? one.termFrom() : null,
                    saysTerm ? one.termDueOn() : null,
                    secretary.isEmpty() ? null : secretary);
        }
    }

    /** By what lists order a name, and find it. */
    public static String pinyin(String name) {
        return Organizations.index(name).pinyin();
    }

    /** How many stand above it. */
    public int levelsAbove(UUID id) {
        return organizations.depth(id);
    }

    /**
     * Adds those whose code nobody has, whom nobody is called like in the same place, and whose superior stands; their ids. One caller at a time, so that two that
     * bring the same do not both add it.
     */
    public Set<UUID> addAll(Actor actor, List<Newcomer> newcomers, String why) {
        return rows.add(actor, newcomers, why);
    }

    /** Those that nobody has changed since; their ids. */
    public Set<UUID> countAnew(Collection<Counted> counts) {
        return rows.countAnew(counts);
    }
}
