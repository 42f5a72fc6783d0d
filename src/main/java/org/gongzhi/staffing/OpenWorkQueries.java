package org.gongzhi.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open work in one person's hands: to-dos that name them, and demands given to them, each matter once. */
@Component
class OpenWorkQueries {

    private final Sql sql;

    OpenWorkQueries(Sql sql) {
        this.sql = sql;
    }

    record Matter(
            UUID demandId,
            String number,
            String title,
            String step,
            RegionCode region,
            RegionCode node,
            Instant dueAt) {}

    /** An account in whose hands something is that no duty of theirs covers any more. */
    record Left(UUID account, UUID demandId, RegionCode node) {}

    List<Matter> of(UUID account) {
        return sql.of("""
                        select d.id, d.number, d.title, d.region_code, d.node_code, d.due_at,
                               coalesce((select min(t.step) from todo t where t.subject_kind = 'demand' and t.subject_id = d.id and t.account_id = :account
                                                                          and t.closed_at is null), 'settle') as step
                          from demand d
                         where d.id in (select id from demand where handler_id = :account
                                                        and status in ('raised','accepted','assigned','handling','verifying','suspended')
                                        union
                                        select subject_id from todo where account_id = :account and closed_at is null and subject_kind = 'demand')
                         order by d.due_at, d.id limit 1000""")
                .bind("account", account)
                .list(row -> new Matter(
                        row.id("id"),
                        row.text("number"),
                        row.text("title"),
                        row.text("step"),
                        row.region("region_code"),
                        row.region("node_code"),
                        row.at("due_at")));
    }

    /** What nobody alive holds: the person is disabled, or no duty of theirs in force covers the matter. */
    List<Left> leftBehind(LocalDate today, int limit) {
        return sql.of("""
                        with held as (
                            select handler_id as account, id as demand_id, node_code, region_code from demand
                             where handler_id is not null and status in ('raised','accepted','assigned','handling','verifying','suspended')
                            union
                            select t.account_id, t.subject_id, t.node_code, t.region_code from todo t
                             where t.account_id is not null and t.closed_at is null and t.subject_kind = 'demand')
                        select h.account, h.demand_id, min(h.node_code) as node_code from held h
                         where not exists (select from account a join duty d on d.account_id = a.id join region r on r.code = d.region_code
                                            where a.id = h.account and a.status = 'active' and d.valid @> :today
                                              and d.kind not in ('observer', 'system_administrator', 'security_administrator', 'audit_administrator')
                                              and (d.region_code = h.node_code or r.code <= h.region_code and r.code_to > h.region_code))
                         group by h.account, h.demand_id order by h.demand_id limit :limit""")
                .bind("today", today)
                .bind("limit", limit)
                .list(row -> new Left(row.id("account"), row.id("demand_id"), row.region("node_code")));
    }

    /** Whether another duty of theirs in force goes on covering the matter. */
    boolean isStillTheirs(UUID account, @Nullable UUID exceptDuty, Matter matter, LocalDate today) {
        return sql.of("""
                        select exists (select from duty d join region r on r.code = d.region_code
                                        where d.account_id = :account and d.id is distinct from cast(:except as uuid) and d.valid @> :today
                                          and d.kind not in ('observer', 'system_administrator', 'security_administrator', 'audit_administrator')
                                          and (d.region_code = :node or r.code <= :region and r.code_to > :region)) as found""")
                .bind("account", account)
                .bind("except", exceptDuty)
                .bind("today", today)
                .bind("node", matter.node())
                .bind("region", matter.region())
                .one(row -> row.yes("found"));
    }
}
