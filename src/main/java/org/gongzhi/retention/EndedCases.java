package org.gongzhi.retention;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.springframework.stereotype.Repository;

/**
 * Cases that have ended and still name people, by the terms that hold for them or would. Open cases, those on hold and those of which a reporter's request still
 * waits are never among them.
 */
@Repository
class EndedCases {

    private final Sql sql;
    private final Clock clock;

    EndedCases(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A case whose time is over.
     *
     * @param months by the rule of {@code ruleRegion}
     */
    record Due(
            UUID id,
            RegionCode region,
            RegionCode district,
            String number,
            String kind,
            Instant endedAt,
            Instant dueAt,
            int months,
            boolean removesPhotos,
            RegionCode ruleRegion) {}

    /** What the reader may see of them, longest ago first. */
    List<Due> due(int most) {
        return list(most);
    }

    /** The same, held until the transaction ends; what others hold is left to the next night. */
    List<Due> take(int most) {
        List<UUID> free = sql.of("""
                        select id from demand where id = any (:ids) and anonymized_at is null and status in ('settled', 'declined', 'merged')
                        order by id for no key update skip locked""")
                .bindIds("ids", list(most).stream().map(Due::id).toList())
                .list(row -> row.id("id"));
        // Read again under the lock: somebody may have put one on hold meanwhile.
        return list(most).stream().filter(each -> free.contains(each.id())).toList();
    }

    /** First what whoever raised it asked for: that is due whatever the term. */
    private List<Due> list(int most) {
        List<Due> due = new ArrayList<>(asked(most));
        List<UUID> known = due.stream().map(Due::id).toList();
        byTerm(most).stream().filter(each -> !known.contains(each.id())).forEach(due::add);
        return due.stream().limit(most).toList();
    }

    private List<Due> asked(int most) {
        return sql.of("""
                        select d.id, d.region_code, d.district_code, d.number, d.kind_code, coalesce(d.closed_at, d.status_at) as ended_at, d.erasure_at as due_at,
                               0 as months, true as removes_photos, d.district_code as code
                        from demand d
                        where d.erasure_at is not null and d.anonymized_at is null and d.status in ('settled', 'declined', 'merged')
                          and not exists (select from demand_hold h where h.demand_id = d.id and h.lifted_at is null)
                          and not exists (select from entitlement e where e.demand_id = d.id and e.answered_at is null)
                          and not exists (select from demand o where o.id = d.merged_into_id and o.status not in ('settled', 'declined', 'merged'))
                        order by d.erasure_at, d.id limit :most""").bind("most", most).list(EndedCases::due);
    }

    private List<Due> byTerm(int most) {
        Instant now = Time.now(clock);
        return sql.of("""
                        with rule as materialized (
                            select x.key, x.months, x.removes_photos, g.code, g.code_to, g.level
                            from retention_rule x join region g on g.code = x.region_code where x.valid @> :today)
                        select d.id, d.region_code, d.district_code, d.number, d.kind_code, coalesce(d.closed_at, d.status_at) as ended_at,
                               coalesce(d.closed_at, d.status_at) + make_interval(months => r.months::int) as due_at, r.months, r.removes_photos, r.code
                        from demand d join demand_kind k on k.code = d.kind_code
                        cross join lateral (
                            select x.* from rule x
                            where x.code <= d.region_code and x.code_to > d.region_code and x.key in ('*', d.kind_code, k.parent_code)
                            order by case x.key when d.kind_code then 0 when '*' then 2 else 1 end, x.level desc limit 1) r
                        where d.anonymized_at is null and d.status in ('settled', 'declined', 'merged')
                          and coalesce(d.closed_at, d.status_at) <= :now - make_interval(months => (select min(months)::int from rule))
                          and coalesce(d.closed_at, d.status_at) + make_interval(months => r.months::int) <= :now
                          and not exists (select from demand_hold h where h.demand_id = d.id and h.lifted_at is null)
                          and not exists (select from entitlement e where e.demand_id = d.id and e.answered_at is null)
                          and not exists (select from demand o where o.id = d.merged_into_id and o.status not in ('settled', 'declined', 'merged'))
                        order by coalesce(d.closed_at, d.status_at), d.id limit :most""")
                .bind("today", Time.today(clock))
                .bind("now", now)
                .bind("most", most)
                .list(EndedCases::due);
    }

    /** A case a term would reach. */
    record Reached(String number, Instant endedAt) {}

    /** Cases below a node that ended so long before that day and still name people; longest ago first. */
    List<Reached> reached(Region node, List<String> kinds, LocalDate day, int months) {
        return sql.of("""
                        select d.number, coalesce(d.closed_at, d.status_at) as ended_at from demand d
                        where d.anonymized_at is null and d.status in ('settled', 'declined', 'merged')
                          and d.region_code >= :from and d.region_code < :to and (cardinality(:kinds) = 0 or d.kind_code = any (:kinds))
                          and coalesce(d.closed_at, d.status_at) < (cast(:day as date) - make_interval(months => cast(:months as int))) at time zone 'Asia/Shanghai'
                          and not exists (select from demand_hold h where h.demand_id = d.id and h.lifted_at is null)
                          and not exists (select from entitlement e where e.demand_id = d.id and e.answered_at is null)
                        order by coalesce(d.closed_at, d.status_at), d.id limit 50000""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bindTexts("kinds", kinds)
                .bind("day", day)
                .bind("months", (long) months)
                .list(row -> new Reached(row.text("number"), row.at("ended_at")));
    }

    private static Due due(Sql.Row row) throws SQLException {
        return new Due(
                row.id("id"),
                row.region("region_code"),
                row.region("district_code"),
                row.text("number"),
                row.text("kind_code"),
                row.at("ended_at"),
                row.at("due_at"),
                row.whole("months"),
                row.yes("removes_photos"),
                row.region("code"));
    }
}
