package org.gongzhi.todo;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What waits for somebody, and what a node has handed out: never of a line that the duty at hand does not cover. Three equalities, each with its own partial index, merged.
 *
 * <p>The scope stands in a {@code case}: taken bare, the planner believes that {@code <@} leaves one row in two hundred and sorts all 12,500 of a full node (24 ms)
 * instead of reading 51 in the order of their index.
 */
@Component
class TodoQueries {

    private final Sql sql;

    TodoQueries(Sql sql) {
        this.sql = sql;
    }

    record Row(
            UUID id,
            String subjectKind,
            UUID subjectId,
            String step,
            RegionCode region,
            RegionCode node,
            @Nullable UUID department,
            @Nullable UUID account,
            String title,
            String note,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn) {

        Cursor cursor() {
            return new Cursor(dueAt, id);
        }
    }

    /** How many of one group stand where in time. */
    record Tally(String key, String bucket, long n) {}

    enum Grouping {
        CLOCK,
        KIND,
        PLACE
    }

    /** By due time, running ones or paused ones; {@code after} is the last one seen. */
    List<Row> waiting(Actor actor, TodoAccess access, boolean paused, @Nullable Cursor after, int limit) {
        return mine(sql.of("""
                        select * from (
                            (select id, subject_kind, subject_id, step, region_code, node_code, department_id, account_id, title, note,
                                    due_at, warn_at, paused_at, review_on
                             from todo
                             where closed_at is null and account_id = :account
                               and (cast(:department as uuid) is null or department_id = cast(:department as uuid))
                               and (cast(:kinds as text[]) is null or kind_code is null or kind_code = any (cast(:kinds as text[])))
                               and (paused_at is not null) = :paused and (due_at, id) > (:afterAt, :afterId)
                               and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                             order by due_at, id limit :limit)
                            union all
                            (select id, subject_kind, subject_id, step, region_code, node_code, department_id, account_id, title, note,
                                    due_at, warn_at, paused_at, review_on
                             from todo
                             where closed_at is null and department_id = cast(:department as uuid) and account_id is null
                               and (paused_at is not null) = :paused and (due_at, id) > (:afterAt, :afterId)
                               and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                             order by due_at, id limit :limit)
                            union all
                            (select id, subject_kind, subject_id, step, region_code, node_code, department_id, account_id, title, note,
                                    due_at, warn_at, paused_at, review_on
                             from todo
                             where closed_at is null and node_code = cast(:node as bigint) and department_id is null and account_id is null
                               and (:isLead or step not in ('supervise', 'decide_extension'))
                               and (cast(:kinds as text[]) is null or kind_code is null or kind_code = any (cast(:kinds as text[])))
                               and (paused_at is not null) = :paused and (due_at, id) > (:afterAt, :afterId)
                               and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                             order by due_at, id limit :limit)
                        ) mine
                        order by due_at, id limit :limit
                        """), actor, access)
                .bind("paused", paused)
                .bind("afterAt", after == null ? Instant.EPOCH : after.at())
                .bind("afterId", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .list(TodoQueries::row);
    }

    /** All of them counted, by group and by how they stand in time. */
    List<Tally> tallies(Actor actor, TodoAccess access, Grouping grouping, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Time.ZONE);
        return mine(sql.of("""
                        select case cast(:grouping as text) when 'kind' then subject_kind || '.' || step when 'place' then region_code::text else '' end as key,
                               case when paused_at is not null then 'paused' when due_at < :now then 'late' when due_at < :tomorrow then 'today'
                                    when due_at < :threeDays then 'three_days' else 'later' end as bucket,
                               count(*) as n
                        from (
                            select subject_kind, step, region_code, due_at, paused_at from todo
                            where closed_at is null and account_id = :account
                              and (cast(:department as uuid) is null or department_id = cast(:department as uuid))
                              and (cast(:kinds as text[]) is null or kind_code is null or kind_code = any (cast(:kinds as text[])))
                              and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                            union all
                            select subject_kind, step, region_code, due_at, paused_at from todo
                            where closed_at is null and department_id = cast(:department as uuid) and account_id is null
                              and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                            union all
                            select subject_kind, step, region_code, due_at, paused_at from todo
                            where closed_at is null and node_code = cast(:node as bigint) and department_id is null and account_id is null
                              and (:isLead or step not in ('supervise', 'decide_extension'))
                              and (cast(:kinds as text[]) is null or kind_code is null or kind_code = any (cast(:kinds as text[])))
                              and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                        ) mine
                        group by 1, 2
                        order by min(due_at), 1
                        """), actor, access)
                .bind("grouping", grouping)
                .bind("now", now)
                .bind("tomorrow", startOf(today.plusDays(1)))
                .bind("threeDays", startOf(today.plusDays(4)))
                .list(row -> new Tally(row.text("key"), row.text("bucket"), row.number("n")));
    }

    /** Open ones that this node handed to a department, another node or a colleague, by due time. */
    List<Row> handedOut(Actor actor, RegionCode node, @Nullable Cursor after, int limit) {
        return sql.of("""
                select id, subject_kind, subject_id, step, region_code, node_code, department_id, account_id, title, note,
                       due_at, warn_at, paused_at, review_on
                from todo
                where closed_at is null and from_node = :node
                  and (department_id is not null or node_code <> from_node or account_id <> :account)
                  and (cast(:kinds as text[]) is null or kind_code is null or kind_code = any (cast(:kinds as text[])))
                  and (due_at, id) > (:afterAt, :afterId) and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                order by due_at, id limit :limit
                """)
                .bind("node", node)
                .bind("account", actor.holder())
                .bindTexts("kinds", actor.scope().kinds())
                .bindScope(actor.scope())
                .bind("afterAt", after == null ? Instant.EPOCH : after.at())
                .bind("afterId", after == null ? new UUID(0, 0) : after.id())
                .bind("limit", limit)
                .list(TodoQueries::row);
    }

    /** Counted to a thousand: beyond that only "1000+" is shown. */
    long handedOutCount(Actor actor, RegionCode node) {
        return sql.of("""
                select count(*) from (
                    select 1 from todo
                    where closed_at is null and from_node = :node
                      and (department_id is not null or node_code <> from_node or account_id <> :account)
                      and (cast(:kinds as text[]) is null or kind_code is null or kind_code = any (cast(:kinds as text[])))
                      and case when region_code <@ cast(:scopes as int8multirange) then true else false end
                    limit 1001) counted
                """)
                .bind("node", node)
                .bind("account", actor.holder())
                .bindTexts("kinds", actor.scope().kinds())
                .bindScope(actor.scope())
                .count();
    }

    private static Sql.Statement mine(Sql.Statement statement, Actor actor, TodoAccess access) {
        return statement
                .bind("account", access.account())
                .bind("department", access.department())
                .bind("node", access.node())
                .bind("isLead", access.isLead())
                .bindTexts("kinds", access.kinds())
                .bindScope(actor.scope());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id("id"),
                row.text("subject_kind"),
                row.id("subject_id"),
                row.text("step"),
                row.region("region_code"),
                row.region("node_code"),
                row.idOrNull("department_id"),
                row.idOrNull("account_id"),
                row.text("title"),
                row.text("note"),
                row.at("due_at"),
                row.at("warn_at"),
                row.atOrNull("paused_at"),
                row.onOrNull("review_on"));
    }
}
