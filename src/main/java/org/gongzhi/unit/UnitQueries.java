package org.gongzhi.unit;

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
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.NameIndex;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads units a page at a time in the order of pinyin. A page of any node is put together from the first rows of what it is made of, each read along its index by
 * equality: a street's from its communities and grids, a district's from its kinds, a city's by kind from its districts; only without a kind, from a city up, are
 * names walked through in their order.
 */
@Component
class UnitQueries {

    private static final int MOST_HITS = 50;
    /** Subtrees of a district are small enough to read through. */
    private static final long DISTRICT_WIDTH = 1_000_000_000L;

    private final Sql sql;

    UnitQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which units.
     *
     * @param kind null: of any kind
     * @param industries null: of any; else codes
     * @param least people who work there; null: however many
     */
    record Filter(
            Region node,
            @Nullable String kind,
            @Nullable List<String> industries,
            @Nullable Integer least,
            @Nullable Integer most,
            boolean isClosed) {}

    record Row(
            UUID id,
            String kind,
            String name,
            @Nullable String creditCode,
            @Nullable String industry,
            @Nullable Integer people,
            @Nullable Integer members,
            RegionCode region,
            @Nullable String address,
            @Nullable LocalDate closedOn) {}

    /** How it came to be here. */
    record Registration(Instant at, String by, String source) {}

    /** What was changed of it. */
    record Change(
            String verb,
            LocalDate from,
            List<String> fields,
            List<String> olds,
            List<String> news,
            String why,
            String actor,
            Instant at) {}

    /** Where it stood before. */
    record Former(
            RegionCode region,
            @Nullable String address,
            @Nullable LocalDate from,
            LocalDate until) {}

    /** @param after the last of the page before; null for the first page */
    List<Row> page(Filter filter, Collection<String> kinds, @Nullable UUID after, int limit) {
        Region node = filter.node();
        if (node.level() >= Region.STREET) {
            return bound(sql.of("""
                    select u.* from region r cross join lateral (
                        select u.id, u.kind_code, u.name, u.credit_code, u.industry_code, u.people, u.members, u.region_code, u.address, u.closed_on, u.pinyin
                        from unit u
                        where u.region_code = r.code and u.is_closed = :closed
                          and (cast(:kind as text) is null or u.kind_code = :kind) and (cast(:industries as text[]) is null or u.industry_code = any (:industries))
                          and (cast(:least as int) is null or u.people between :least and :most)
                          and (cast(:after as uuid) is null or (u.pinyin, u.id) > (select p.pinyin, p.id from unit p where p.id = :after))
                        order by u.pinyin, u.id limit :limit) u
                    where r.code >= :from and r.code < :to order by u.pinyin, u.id limit :limit"""), filter, after, limit);
        }
        if (node.level() == Region.DISTRICT || filter.kind() != null) {
            return bound(
                    sql.of("""
                            select u.* from region d cross join unnest(cast(:kinds as text[])) as k (code) cross join lateral (
                                select u.id, u.kind_code, u.name, u.credit_code, u.industry_code, u.people, u.members, u.region_code, u.address, u.closed_on, u.pinyin
                                from unit u
                                where u.district_code = d.code and u.is_closed = :closed and u.kind_code = k.code
                                  and (cast(:industries as text[]) is null or u.industry_code = any (:industries))
                                  and (cast(:least as int) is null or u.people between :least and :most)
                                  and (cast(:after as uuid) is null or (u.pinyin, u.id) > (select p.pinyin, p.id from unit p where p.id = :after))
                                order by u.pinyin, u.id limit :limit) u
                            where d.code >= :from and d.code < :to and d.level <= 3 order by u.pinyin, u.id limit :limit""").bindTexts("kinds", filter.kind() == null ? kinds : List.of(filter.kind())),
                    filter,
                    after,
                    limit);
        }
        return bound(sql.of("""
                select u.id, u.kind_code, u.name, u.credit_code, u.industry_code, u.people, u.members, u.region_code, u.address, u.closed_on
                from unit u
                where u.is_closed = :closed and u.region_code >= :from and u.region_code < :to
                  and (cast(:after as uuid) is null or (u.pinyin, u.id) > (select p.pinyin, p.id from unit p where p.id = :after))
                order by u.pinyin, u.id limit :limit"""), filter, after, limit);
    }

    private static List<Row> bound(Sql.Statement statement, Filter filter, @Nullable UUID after, int limit) {
        return statement
                .bind("from", filter.node().code())
                .bind("to", filter.node().to())
                .bind("closed", filter.isClosed())
                .bind("kind", filter.kind())
                .bindTexts("industries", filter.industries())
                .bind("least", filter.least())
                .bind("most", filter.most())
                .bind("after", after)
                .bind("limit", limit)
                .list(UnitQueries::row);
    }

    /** By the whole credit code, any part of a name, or by pinyin or its initials from the beginning; within a district pinyin from the middle as well. The nearest first. */
    List<Row> called(String typed, Region node, int limit) {
        boolean isLetters = typed.matches("[a-z]+");
        String part = isLetters ? "" : typed;
        String letters = isLetters ? typed : "";
        Map<UUID, Integer> hits = new LinkedHashMap<>();
        if (typed.length() == CreditCode.LENGTH) {
            sql.of("select id from unit where credit_code = upper(:typed) order by closed_on desc nulls first limit 5")
                    .bind("typed", typed)
                    .list(row -> hits.putIfAbsent(row.id("id"), 0));
        }
        sql.of("select id, distance from unit_hits(:part, :letters, :pairs, :from, :to, :most) order by distance")
                .bind("part", part)
                .bind("letters", letters)
                .bindTexts("pairs", NameIndex.grams(part))
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("most", MOST_HITS)
                .list(row -> hits.putIfAbsent(row.id("id"), row.whole("distance")));
        if (isLetters && hits.size() < limit && node.to() - node.code().value() <= DISTRICT_WIDTH) {
            within(node, letters).forEach(id -> hits.putIfAbsent(id, 3));
        }
        Map<UUID, Row> rows = new LinkedHashMap<>();
        sql.of("""
                select u.id, u.kind_code, u.name, u.credit_code, u.industry_code, u.people, u.members, u.region_code, u.address, u.closed_on
                from unit u where u.id = any (:ids)""").bindIds("ids", hits.keySet()).list(row -> rows.put(row.id("id"), row(row)));
        List<Row> found = new ArrayList<>();
        hits.keySet().stream().filter(rows::containsKey).limit(limit).forEach(id -> found.add(rows.get(id)));
        return found;
    }

    private List<UUID> within(Region node, String letters) {
        return sql.of("""
                select u.id from unit u
                where u.region_code >= :from and u.region_code < :to and not u.is_closed
                  and (position(:letters in u.pinyin) > 0 or position(:letters in u.initials) > 0)
                order by char_length(u.name), u.pinyin limit :limit""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("letters", letters)
                .bind("limit", MOST_HITS)
                .list(row -> row.id("id"));
    }

    Optional<Unit> find(UUID id) {
        return sql.of("select * from unit where id = :id").bind("id", id).optional(Units::unit);
    }

    Registration registration(UUID id) {
        return sql.of("select registered_at, registered_by, source from unit where id = :id")
                .bind("id", id)
                .one(row -> new Registration(row.at("registered_at"), row.text("registered_by"), row.text("source")));
    }

    /** The latest first. */
    List<Change> changes(UUID id) {
        return sql.of("""
                select verb, from_on, fields, olds, news, why, actor, changed_at from unit_change
                where unit_id = :id order by changed_at desc, id desc limit 200""")
                .bind("id", id)
                .list(row -> new Change(
                        row.text("verb"),
                        row.on("from_on"),
                        row.texts("fields"),
                        row.texts("olds"),
                        row.texts("news"),
                        row.text("why"),
                        row.text("actor"),
                        row.at("changed_at")));
    }

    List<Former> formerPlaces(UUID id) {
        return sql.of("""
                select region_code, address, from_on, until_on from unit_place where unit_id = :id order by until_on desc limit 50""")
                .bind("id", id)
                .list(row -> new Former(
                        row.region("region_code"),
                        row.textOrNull("address"),
                        row.onOrNull("from_on"),
                        row.on("until_on")));
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id("id"),
                row.text("kind_code"),
                row.text("name"),
                row.textOrNull("credit_code"),
                row.textOrNull("industry_code"),
                row.wholeOrNull("people"),
                row.wholeOrNull("members"),
                row.region("region_code"),
                row.textOrNull("address"),
                row.onOrNull("closed_on"));
    }
}
