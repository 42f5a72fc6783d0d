package org.gongzhi.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail as the audit administrator reads it, newest first, of his scope. */
@Component
public class AuditQueries {

    private final Sql sql;

    AuditQueries(Sql sql) {
        this.sql = sql;
    }

    public record Row(
            UUID id,
            Instant at,
            @Nullable UUID accountId,
            String actor,
            String address,
            String action,
            String subjectKind,
            @Nullable UUID subjectId,
            String regionCode,
            @Nullable String before,
            @Nullable String after,
            @Nullable String purpose,
            @Nullable Long position) {}

    /**
     * Null: not filtered by it. Times are half-open.
     *
     * @param who part of the name, duty or place as they were
     * @param action whole, or with a point at its end the module's: {@code demand.}
     */
    public record Filter(
            @Nullable UUID account,
            @Nullable String who,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable UUID subject,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Titles, which entries once held, are left out: what is covered in a case since would show. Digests are proved over entries as they lie. */
    public Page<Row> page(Actor actor, Filter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.decode(after).orElse(null);
        List<Row> rows = sql.of("""
                        select e.id, e.at, e.account_id, e.actor, e.address, e.action, e.subject_kind, e.subject_id, e.region_code,
                               (case jsonb_typeof(e.before) when 'object' then e.before - 'publicTitle' else e.before end)::text as before,
                               (case jsonb_typeof(e.after) when 'object' then e.after - 'publicTitle' else e.after end)::text as after, e.purpose, s.position
                        from audit_entry e left join audit_seal s on s.entry_id = e.id
                        where case when e.region_code <@ :scopes::int8multirange then true else false end
                          and (:account::uuid is null or e.account_id = :account)
                          and (:who::text is null or position(:who in e.actor) > 0)
                          and (:action::text is null or e.action = :action or right(:action, 1) = '.' and starts_with(e.action, :action))
                          and (:subjectKind::text is null or e.subject_kind = :subjectKind)
                          and (:subject::uuid is null or e.subject_id = :subject)
                          and (:from::timestamptz is null or e.at >= :from)
                          and (:to::timestamptz is null or e.at < :to)
                          and (:cursorAt::timestamptz is null or (e.at, e.id) < (:cursorAt, :cursorId::uuid))
                        order by e.at desc, e.id desc
                        limit :limit""")
                .bindScope(actor.scope())
                .bind("account", filter.account())
                .bind("who", filter.who())
                .bind("action", filter.action())
                .bind("subjectKind", filter.subjectKind())
                .bind("subject", filter.subject())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("cursorAt", cursor == null ? null : cursor.at())
                .bind("cursorId", cursor == null ? null : cursor.id())
                .bind("limit", limit + 1)
                .list(row -> new Row(
                        row.id("id"),
                        row.at("at"),
                        row.idOrNull("account_id"),
                        row.text("actor"),
                        row.text("address"),
                        row.text("action"),
                        row.text("subject_kind"),
                        row.idOrNull("subject_id"),
                        row.region("region_code").toString(),
                        row.textOrNull("before"),
                        row.textOrNull("after"),
                        row.textOrNull("purpose"),
                        row.numberOrNull("position")));
        return Page.cut(rows, limit, row -> new Cursor(row.at(), row.id()));
    }
}
