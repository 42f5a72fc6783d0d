package org.gongzhi.region;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;

/** Reads nodes of the tree, one by one or all of a place. */
@Repository
class RegionQueries {

    private final Sql sql;

    RegionQueries(Sql sql) {
        this.sql = sql;
    }

    record Ancestor(RegionCode of, Region node) {}

    Optional<Region> find(RegionCode code) {
        return sql.of("""
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from region where code = :code
                """).bind("code", code).optional(RegionQueries::region);
    }

    /** Below a hidden node its children take its place. */
    List<Region> children(RegionCode code) {
        return sql.of("""
                with recursive child as (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat, pinyin
                    from region where parent_code = :code
                    union all
                    select below.code, below.code_to, below.level, below.parent_code, below.name, below.short_name, below.kind,
                           below.is_hidden, below.is_working, below.closed_on, below.lng, below.lat, below.pinyin
                    from child join region below on below.parent_code = child.code
                    where child.is_hidden
                )
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from child where not is_hidden and closed_on is null order by case level when 6 then '' else pinyin end, code
                """).bind("code", code).list(RegionQueries::region);
    }

    /** The children of the days from {@code from} to {@code to}: those that have been closed since, and not those that came later. */
    List<Region> childrenBetween(RegionCode code, LocalDate from, LocalDate to) {
        return sql.of("""
                with recursive child as (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, opened_on, closed_on, lng, lat, pinyin
                    from region where parent_code = :code
                    union all
                    select below.code, below.code_to, below.level, below.parent_code, below.name, below.short_name, below.kind,
                           below.is_hidden, below.is_working, below.opened_on, below.closed_on, below.lng, below.lat, below.pinyin
                    from child join region below on below.parent_code = child.code
                    where child.is_hidden
                )
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from child
                where not is_hidden and coalesce(opened_on <= :to, true) and coalesce(closed_on > :from, true) and coalesce(opened_on < closed_on, true)
                order by case level when 6 then '' else pinyin end, code
                """).bind("code", code).bind("from", from).bind("to", to).list(RegionQueries::region);
    }

    /** What a closed node has become: its successors' successors, to the end. Itself while it is open. */
    List<Region> successors(RegionCode code) {
        return sql.of("""
                with recursive next (code) as (
                    select :code::bigint
                    union
                    select s.successor_code from next join region_succession s on s.code = next.code)
                select region.code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from next join region on region.code = next.code where closed_on is null order by region.code
                """).bind("code", code).list(RegionQueries::region);
    }

    /** Above each of these nodes, from the province down; without the nation and without what nobody speaks of. */
    List<Ancestor> ancestors(Collection<Long> codes) {
        return sql.of("""
                with recursive above as (
                    select code as leaf, parent_code from region where code = any (:codes)
                    union all
                    select above.leaf, region.parent_code from above join region on region.code = above.parent_code
                )
                select leaf, code, code_to, level, region.parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from above join region on region.code = above.parent_code
                where level > 0 and not is_hidden order by leaf, level
                """).bindLongs("codes", codes).list(row -> new Ancestor(row.region("leaf"), region(row)));
    }

    /** Working territories that lie in no other one; hundreds at most, found along the index of what works. */
    List<Region> workingTops() {
        return sql.of("""
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from region where is_working and level <= 4
                  and not exists (select 1 from region above where above.code = region.parent_code and above.is_working)
                order by code
                """).list(RegionQueries::region);
    }

    /** Which of these have anything below them. */
    Set<RegionCode> parentsAmong(Collection<Long> codes) {
        return Set.copyOf(sql.of("""
                select node as code from unnest(:codes) node where exists (select 1 from region where parent_code = node and closed_on is null)
                """).bindLongs("codes", codes).list(row -> row.region("code")));
    }

    /** In the order of codes: a node comes right before what lies below it. */
    List<Region> codesFrom(long from, long to, int limit) {
        return sql.of("""
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, closed_on, lng, lat
                from region where code >= :from and code < :to and code > 0 and not is_hidden and closed_on is null order by code limit :limit
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .list(RegionQueries::region);
    }

    static Region region(Sql.Row row) throws SQLException {
        return new Region(
                row.region("code"),
                row.number("code_to"),
                row.whole("level"),
                row.regionOrNull("parent_code"),
                row.text("name"),
                row.text("short_name"),
                row.text("kind"),
                row.yes("is_hidden"),
                row.yes("is_working"),
                row.onOrNull("closed_on"),
                row.realOrNull("lng"),
                row.realOrNull("lat"));
    }
}
