package org.gongzhi.organization;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.organization.OrganizationLookup.Standing;
import org.gongzhi.region.NameIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads organizations a page at a time, in the order of pinyin: what answers to one, what stands at a place, what is called so. Nobody's list asks for more than a page,
 * and each page is read along its own index.
 */
@Component
class OrganizationQueries {

    /** Subtrees of a district are small enough to read through. */
    private static final long DISTRICT_WIDTH = 1_000_000_000L;

    private static final int MOST_HITS = 50;

    private final Sql sql;

    OrganizationQueries(Sql sql) {
        this.sql = sql;
    }

    /** @param answered whether anybody answers to it whom the asker sees */
    record Row(
            UUID id,
            String kind,
            String name,
            @Nullable String code,
            RegionCode region,
            @Nullable UUID parent,
            int fullMembers,
            int members,
            @Nullable LocalDate termDueOn,
            boolean answered) {}

    /** One of those above, the nearest first. */
    record Above(UUID id, String name, boolean isSeen) {}

    /** What was from one day to another: {@code affiliation}, {@code territory}, {@code name} or {@code term}. */
    record Fact(
            String fact,
            @Nullable String value,
            LocalDate from,
            @Nullable LocalDate until,
            String why,
            String actor,
            Instant changedAt) {}

    record TermEnd(UUID id, String name, RegionCode region, LocalDate dueOn) {}

    /** @param after the last of the page before; null for the first page */
    List<Row> answeringTo(UUID parent, @Nullable UUID after, int limit) {
        return sql.of("""
                select o.id, o.kind_code, o.name, o.code, o.region_code, o.parent_id, o.full_members, o.members, o.term_due_on,
                       exists (select from organization b where b.parent_id = o.id and b.ended_on is null) as answered
                from organization o
                where o.parent_id = :parent and o.ended_on is null
                  and (cast(:after as uuid) is null or (o.pinyin, o.id) > (select p.pinyin, p.id from organization p where p.id = :after))
                order by o.pinyin, o.id limit :limit""")
                .bind("parent", parent)
                .bind("after", after)
                .bind("limit", limit)
                .list(OrganizationQueries::row);
    }

    List<Row> standingAt(RegionCode region, @Nullable UUID after, int limit) {
        return sql.of("""
                select o.id, o.kind_code, o.name, o.code, o.region_code, o.parent_id, o.full_members, o.members, o.term_due_on,
                       exists (select from organization b where b.parent_id = o.id and b.ended_on is null) as answered
                from organization o
                where o.region_code = :region and o.ended_on is null
                  and (cast(:after as uuid) is null or (o.pinyin, o.id) > (select p.pinyin, p.id from organization p where p.id = :after))
                order by o.pinyin, o.id limit :limit""")
                .bind("region", region)
                .bind("after", after)
                .bind("limit", limit)
                .list(OrganizationQueries::row);
    }

    /** Where the lines of a place begin: those that stand at it and answer to nobody who stands at it, too. */
    List<Row> topsAt(RegionCode region, int limit) {
        return sql.of("""
                select o.id, o.kind_code, o.name, o.code, o.region_code, o.parent_id, o.full_members, o.members, o.term_due_on,
                       exists (select from organization b where b.parent_id = o.id and b.ended_on is null) as answered
                from organization o
                where o.region_code = :region and o.ended_on is null
                  and (o.parent_id is null or not exists (select from organization p where p.id = o.parent_id and p.region_code = :region))
                order by o.pinyin, o.id limit :limit""").bind("region", region).bind("limit", limit).list(OrganizationQueries::row);
    }

    /** By any part of a name, or by pinyin or its initials from the beginning; within a district pinyin from the middle as well. The nearest first. */
    List<Row> called(String typed, Scope scope, int limit) {
        boolean isLetters = typed.matches("[a-z]+");
        String part = isLetters ? "" : typed;
        String letters = isLetters ? typed : "";
        Map<UUID, Integer> hits = new LinkedHashMap<>();
        sql.of("select id, distance from organization_hits(:part, :letters, :pairs, :most) order by distance")
                .bind("part", part)
                .bind("letters", letters)
                .bindTexts("pairs", NameIndex.grams(part))
                .bind("most", MOST_HITS)
                .list(row -> hits.putIfAbsent(row.id("id"), row.whole("distance")));
        for (Scope.Range range : scope.ranges()) {
            if (isLetters && hits.size() < limit && range.to() - range.from() <= DISTRICT_WIDTH) {
                within(range, letters).forEach(id -> hits.putIfAbsent(id, 3));
            }
        }
        Map<UUID, Row> rows = new LinkedHashMap<>();
        sql.of("""
                select o.id, o.kind_code, o.name, o.code, o.region_code, o.parent_id, o.full_members, o.members, o.term_due_on,
                       exists (select from organization b where b.parent_id = o.id and b.ended_on is null) as answered
                from organization o where o.id = any (:ids)""").bindIds("ids", hits.keySet()).list(row -> rows.put(row.id("id"), row(row)));
        List<Row> found = new ArrayList<>();
        hits.keySet().stream().filter(rows::containsKey).limit(limit).forEach(id -> found.add(rows.get(id)));
        return found;
    }

    private List<UUID> within(Scope.Range range, String letters) {
        return sql.of("""
                select o.id from organization o
                where o.region_code >= :from and o.region_code < :to and o.ended_on is null
                  and (position(:letters in o.pinyin) > 0 or position(:letters in o.initials) > 0)
                order by char_length(o.name), o.pinyin limit :limit""")
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("letters", letters)
                .bind("limit", MOST_HITS)
                .list(row -> row.id("id"));
    }

    Optional<Organization> find(UUID id) {
        return sql.of("select * from organization where id = :id")
                .bind("id", id)
                .optional(Organizations::organization);
    }

    Map<OrganizationId, Standing> standing(Collection<OrganizationId> ids) {
        Map<OrganizationId, Standing> found = new LinkedHashMap<>();
        sql.of("select * from organization where id = any (:ids)")
                .bindIds("ids", ids.stream().map(OrganizationId::value).toList())
                .list(OrganizationQueries::standing)
                .forEach(one -> found.put(one.id(), one));
        return found;
    }

    Optional<Standing> withCode(String code) {
        return sql.of("select * from organization where code = :code")
                .bind("code", code)
                .optional(OrganizationQueries::standing);
    }

    Optional<Standing> standingOn(OrganizationId id, LocalDate on) {
        return sql.of("""
                select o.id, o.kind_code, n.name, o.code, t.region_code, a.parent_id, o.founded_on, o.ended_on
                from organization o
                join organization_name n on n.organization_id = o.id and n.valid @> cast(:on as date)
                join organization_territory t on t.organization_id = o.id and t.valid @> cast(:on as date)
                join organization_affiliation a on a.organization_id = o.id and a.valid @> cast(:on as date)
                where o.id = :id""").bind("id", id.value()).bind("on", on).optional(OrganizationQueries::standing);
    }

    private static Standing standing(Sql.Row row) throws SQLException {
        UUID parent = row.idOrNull("parent_id");
        return new Standing(
                new OrganizationId(row.id("id")),
                row.text("kind_code"),
                row.text("name"),
                row.textOrNull("code"),
                row.region("region_code"),
                parent == null ? null : new OrganizationId(parent),
                row.on("founded_on"),
                row.onOrNull("ended_on"));
    }

    Optional<String> endReason(UUID id) {
        return sql.of("select end_reason from organization where id = :id and end_reason is not null")
                .bind("id", id)
                .optional(row -> row.text("end_reason"));
    }

    /** Whom it answers to, to the top: their names belong to it, whether or not the asker sees more of them. */
    List<Above> above(UUID id) {
        return sql.of("""
                select a.id, a.name, exists (select from organization o where o.id = a.id) as is_seen
                from organization_above(:id) a where a.n > 0 order by a.n""").bind("id", id).list(row -> new Above(row.id("id"), row.text("name"), row.yes("is_seen")));
    }

    /** The latest first. */
    List<Fact> history(UUID id) {
        return sql.of("""
                select * from (
                    select 'affiliation' as fact, (select a.name from organization_above(f.parent_id) a where a.n = 0) as value,
                           lower(f.valid) as from_day, upper(f.valid) as until_day, f.why, f.actor, f.changed_at
                    from organization_affiliation f where f.organization_id = :id
                    union all
                    select 'territory', f.region_code::text, lower(f.valid), upper(f.valid), f.why, f.actor, f.changed_at
                    from organization_territory f where f.organization_id = :id
                    union all
                    select 'name', f.name, lower(f.valid), upper(f.valid), f.why, f.actor, f.changed_at from organization_name f where f.organization_id = :id
                    union all
                    select 'term', null, lower(f.valid), upper(f.valid), f.why, f.actor, f.changed_at from organization_term f where f.organization_id = :id
                ) facts order by from_day desc, changed_at desc, fact limit 200""")
                .bind("id", id)
                .list(row -> new Fact(
                        row.text("fact"),
                        row.textOrNull("value"),
                        row.on("from_day"),
                        row.onOrNull("until_day"),
                        row.text("why"),
                        row.text("actor"),
                        row.at("changed_at")));
    }

    /** Terms that are over before that day, the first to end first, of which nobody has been reminded. */
    List<TermEnd> termEnds(LocalDate before, @Nullable TermEnd after, int limit) {
        return sql.of("""
                select o.id, o.name, o.region_code, o.term_due_on from organization o
                where o.ended_on is null and o.term_due_on < :before and (o.term_due_on, o.id) > (:afterDay, :afterId)
                  and not exists (select from todo t where t.subject_kind = :kind and t.subject_id = o.id and t.step = :step and t.closed_at is null)
                order by o.term_due_on, o.id limit :limit""")
                .bind("before", before)
                .bind("afterDay", after == null ? LocalDate.of(1900, 1, 1) : after.dueOn())
                .bind("afterId", after == null ? new UUID(0, 0) : after.id())
                .bind("kind", RemindOfTermsJob.SUBJECT)
                .bind("step", RemindOfTermsJob.STEP)
                .bind("limit", limit)
                .list(row ->
                        new TermEnd(row.id("id"), row.text("name"), row.region("region_code"), row.on("term_due_on")));
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id("id"),
                row.text("kind_code"),
                row.text("name"),
                row.textOrNull("code"),
                row.region("region_code"),
                row.idOrNull("parent_id"),
                row.whole("full_members"),
                row.whole("members"),
                row.onOrNull("term_due_on"),
                row.yes("answered"));
    }
}
