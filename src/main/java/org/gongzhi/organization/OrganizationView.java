package org.gongzhi.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.OrganizationKindQueries.OrganizationKind;
import org.gongzhi.organization.OrganizationLimits.Limits;
import org.gongzhi.organization.OrganizationQueries.Row;
import org.gongzhi.organization.SetUpPolicy.Finding;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** An organization as it is read, in the reader's language. Inside the caller's transaction. */
@Component
class OrganizationView {

    private final OrganizationQueries queries;
    private final OrganizationKindQueries kinds;
    private final OrganizationLimits limits;
    private final OrganizationPermissions permissions;
    private final Posts posts;
    private final RegionLookup regions;
    private final Problems problems;
    private final Clock clock;

    OrganizationView(
            OrganizationQueries queries,
            OrganizationKindQueries kinds,
            OrganizationLimits limits,
            OrganizationPermissions permissions,
            Posts posts,
            RegionLookup regions,
            Problems problems,
            Clock clock) {
        this.queries = queries;
        this.kinds = kinds;
        this.limits = limits;
        this.permissions = permissions;
        this.posts = posts;
        this.regions = regions;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param isOfSeveral, lasts, hasTerm, hasBoard what is asked of it besides */
    record KindResponse(
            String code,
            String name,
            int height,
            boolean isOfSeveral,
            boolean lasts,
            boolean hasTerm,
            boolean hasBoard) {}

    record OrganizationRow(
            UUID id,
            String name,
            String kind,
            String kindName,
            @Nullable String code,
            RegionCode regionCode,
            String place,
            int fullMembers,
            int members,
            @Nullable LocalDate termDueOn,
            boolean hasBelow) {}

    /** @param isSeen whether the asker may open it */
    record AboveResponse(UUID id, String name, boolean isSeen) {}

    record PostResponse(
            UUID id,

            @OneOf({"secretary", "deputy", "member"}) String post,

            String holder,
            @Nullable String work,
            LocalDate from,
            @Nullable LocalDate until) {}

    record FactResponse(
            @OneOf({"affiliation", "territory", "name", "term"})
            String fact,

            @Nullable String value,
            LocalDate from,
            @Nullable LocalDate until,
            String why,
            String actor,
            Instant changedAt) {}

    /** @param isStop whether it may not be so; else it is a word of advice */
    record FindingResponse(String field, String words, boolean isStop) {}

    /**
     * @param above whom it answers to, the nearest first
     * @param termRemindFrom from when on its next term is spoken of
     */
    record OrganizationResponse(
            OrganizationRow row,
            int version,
            LocalDate foundedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            List<AboveResponse> above,
            @Nullable Integer units,
            @Nullable LocalDate lastsUntil,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termRemindFrom,
            boolean hasTerm,
            boolean hasBoard,
            List<PostResponse> posts,
            List<FactResponse> history,
            List<FindingResponse> findings,
            Map<String, Boolean> may) {}

    List<KindResponse> kinds() {
        return kinds.all().values().stream()
                .map(kind -> new KindResponse(
                        kind.code(),
                        kind.name(isEnglish()),
                        kind.height(),
                        kind.unitsKey() != null,
                        kind.lastsKey() != null,
                        kind.termKey() != null,
                        kind.hasBoard()))
                .toList();
    }

    OrganizationResponse shown(Actor actor, Organization one) {
        LocalDate today = Time.today(clock);
        OrganizationKind kind = kinds.get(one.kind());
        Limits holding = limits.at(one.region(), today);
        boolean isOpen = one.endedOn() == null;
        return new OrganizationResponse(
                row(
                        new Row(
                                one.id(),
                                one.kind(),
                                one.name(),
                                one.code(),
                                one.region(),
                                one.parent(),
                                one.fullMembers(),
                                one.members(),
                                one.termDueOn(),
                                !queries.answeringTo(one.id(), null, 1).isEmpty()),
                        Map.of(kind.code(), kind)),
                one.version(),
                one.foundedOn(),
                one.endedOn(),
                queries.endReason(one.id()).orElse(null),
                queries.above(one.id()).stream()
                        .map(above -> new AboveResponse(above.id(), above.name(), above.isSeen()))
                        .toList(),
                one.units(),
                one.lastsUntil(),
                one.termFrom(),
                one.termDueOn() == null
                        ? null
                        : one.termDueOn().minusMonths(holding.of("term.remind").amount()),
                kind.termKey() != null,
                kind.hasBoard(),
                posts.of(one.id()).stream()
                        .map(held -> new PostResponse(
                                held.id(), held.post().code(), held.holder(), held.work(), held.from(), held.until()))
                        .toList(),
                queries.history(one.id()).stream().map(this::fact).toList(),
                isOpen ? told(SetUpPolicy.onSize(one, kind, holding)) : List.of(),
                Map.of(
                        "setUp", isOpen && permissions.maySetUp(actor),
                        "keep", isOpen && permissions.mayKeep(actor)));
    }

    List<FindingResponse> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new FindingResponse(
                        finding.field(),
                        problems.word(finding.key(), finding.facts().toArray()),
                        finding.stop() != null))
                .toList();
    }

    private FactResponse fact(OrganizationQueries.Fact fact) {
        String value = fact.value();
        return new FactResponse(
                fact.fact(),
                value != null && fact.fact().equals("territory")
                        ? regions.pathText(new RegionCode(Long.parseLong(value)))
                        : value,
                fact.from(),
                fact.until(),
                fact.why(),
                fact.actor(),
                fact.changedAt());
    }

    Page<OrganizationRow> page(List<Row> fetched, int limit) {
        boolean hasMore = fetched.size() > limit;
        List<Row> items = hasMore ? fetched.subList(0, limit) : fetched;
        return new Page<>(rows(items), hasMore ? items.getLast().id().toString() : null, null);
    }

    List<OrganizationRow> rows(List<Row> found) {
        Map<String, OrganizationKind> named = kinds.all();
        return found.stream().map(row -> row(row, named)).toList();
    }

    private OrganizationRow row(Row row, Map<String, OrganizationKind> named) {
        OrganizationKind kind = named.get(row.kind());
        return new OrganizationRow(
                row.id(),
                row.name(),
                row.kind(),
                kind == null ? row.kind() : kind.name(isEnglish()),
                row.code(),
                row.region(),
                regions.pathText(row.region()),
                row.fullMembers(),
                row.members(),
                row.termDueOn(),
                row.answered());
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
