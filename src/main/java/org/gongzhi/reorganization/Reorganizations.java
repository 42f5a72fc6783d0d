package org.gongzhi.reorganization;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.reorganization.Reorganization.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Keeps changes of the tree, from plan to end. */
@Repository
class Reorganizations {

    private final Sql sql;
    private final ObjectMapper json;

    Reorganizations(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One at a time decides what is planned and what begins; the work itself is not done under it. */
    void lock() {
        sql.of("select pg_advisory_xact_lock(hashtext('reorganization'))::text").list(_ -> true);
    }

    void add(Actor actor, Reorganization change) {
        sql.of("""
                insert into reorganization (id, region_code, subject, kind, effective_on, asked, plan, tree_mark, planned_by, planner, planned_at)
                values (:id, :region, :subject, :kind, :on, :asked::jsonb, :plan::jsonb, :mark, :account, :planner, :now)
                """)
                .bind("id", change.id())
                .bind("region", change.region())
                .bind("subject", change.asked().subject())
                .bind("kind", change.asked().kind())
                .bind("on", change.asked().effectiveOn())
                .bind("asked", json.writeValueAsString(change.asked()))
                .bind("plan", json.writeValueAsString(change.plan()))
                .bind("mark", change.treeMark())
                .bind("account", actor.account())
                .bind("planner", change.planner())
                .bind("now", change.plannedAt())
                .update();
        for (Plan.Pair pair : change.plan().pairs()) {
            sql.of("""
                    insert into reorganization_code (reorganization_id, topic, old_value, new_value, is_joined) values (:id, :topic, :old, :new, :joined)
                    """)
                    .bind("id", change.id())
                    .bind("topic", pair.topic())
                    .bind("old", pair.from())
                    .bind("new", pair.to())
                    .bind("joined", pair.joined())
                    .update();
        }
    }

    Optional<Reorganization> find(UUID id) {
        return sql.of("""
                select id, region_code, asked::text as asked, plan::text as plan, state, tree_mark, planner, planned_at, applied_at, undone_at, job_id, rows_moved
                from reorganization where id = :id
                """).bind("id", id).optional(this::read);
    }

    Outcome<Reorganization> findOrRefuse(UUID id) {
        Optional<Reorganization> found = find(id);
        return found.<Outcome<Reorganization>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ReorganizationRefusal.UNKNOWN));
    }

    Page<Reorganization> page(Optional<Cursor> after, int limit) {
        return Page.cut(
                sql.of("""
                        select id, region_code, asked::text as asked, plan::text as plan, state, tree_mark, planner, planned_at, applied_at, undone_at, job_id,
                               rows_moved
                        from reorganization
                        where state <> 'dropped' and (:at::timestamptz is null or (planned_at, id) < (:at, :id::uuid))
                        order by planned_at desc, id desc limit :limit
                        """)
                        .bind("at", after.map(Cursor::at).orElse(null))
                        .bind("id", after.map(Cursor::id).orElse(null))
                        .bind("limit", limit + 1)
                        .list(this::read),
                limit,
                change -> new Cursor(change.plannedAt(), change.id()));
    }

    /** Whether another change of something in this subtree, or above it, is being carried out. */
    boolean isUnderWayNear(UUID id, RegionCode region, long to) {
        return sql.of("""
                        select count(*) from reorganization r join region p on p.code = r.region_code
                        where r.state in ('applying', 'undoing') and r.id <> :id
                          and (r.region_code >= :from and r.region_code < :to or p.code <= :from and p.code_to > :from)
                        """).bind("id", id).bind("from", region).bind("to", to).count() > 0;
    }

    void begin(UUID id, State state, UUID job) {
        sql.of("update reorganization set state = :state, job_id = :job where id = :id")
                .bind("id", id)
                .bind("state", state)
                .bind("job", job)
                .update();
    }

    /** After work that broke off: as it was before, so that it can be tried again. */
    void stepBack(UUID id) {
        sql.of("""
                update reorganization set state = case state when 'applying' then 'planned' when 'undoing' then 'applied' else state end where id = :id
                """).bind("id", id).update();
    }

    /** Likewise those whose job gave up, was cancelled or is gone; how many they were. */
    int stepBackAbandoned() {
        return sql.of("""
                update reorganization r set state = case r.state when 'applying' then 'planned' else 'applied' end
                where r.state in ('applying', 'undoing') and not exists (select from job j where j.id = r.job_id and j.state in ('waiting', 'running'))
                """).update();
    }

    /** Asked under the lock: another attempt may have done the work meanwhile. */
    boolean isStill(UUID id, State state) {
        return sql.of("select count(*) from reorganization where id = :id and state = :state")
                        .bind("id", id)
                        .bind("state", state)
                        .count()
                > 0;
    }

    void drop(UUID id) {
        sql.of("update reorganization set state = 'dropped' where id = :id and state = 'planned'")
                .bind("id", id)
                .update();
    }

    void applied(UUID id, UUID account, Instant now, long rows) {
        sql.of("""
                update reorganization set state = 'applied', applied_by = :account, applied_at = :now, rows_moved = :rows where id = :id
                """)
                .bind("id", id)
                .bind("account", account)
                .bind("now", now)
                .bind("rows", rows)
                .update();
    }

    void undone(UUID id, UUID account, Instant now) {
        sql.of("update reorganization set state = 'undone', undone_by = :account, undone_at = :now where id = :id")
                .bind("id", id)
                .bind("account", account)
                .bind("now", now)
                .update();
    }

    /** Applied since then: rows that were being written on another node of the application may still come under the old codes. */
    List<UUID> appliedSince(Instant since) {
        return sql.of(
                        "select id from reorganization where state = 'applied' and applied_at > :since order by applied_at, id")
                .bind("since", since)
                .list(row -> row.id("id"));
    }

    private Reorganization read(Sql.Row row) throws SQLException {
        return new Reorganization(
                row.id("id"),
                row.region("region_code"),
                json.readValue(row.text("asked"), Asked.class),
                json.readValue(row.text("plan"), Plan.class),
                State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.text("tree_mark"),
                row.text("planner"),
                row.at("planned_at"),
                row.atOrNull("applied_at"),
                row.atOrNull("undone_at"),
                row.idOrNull("job_id"),
                rows(row));
    }

    private static @Nullable Long rows(Sql.Row row) throws SQLException {
        return row.rs().getObject("rows_moved", Long.class);
    }
}
