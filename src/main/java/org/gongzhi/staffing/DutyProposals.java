package org.gongzhi.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Duties one administrator asks for and another confirms. */
@Component
class DutyProposals {

    private final Sql sql;

    DutyProposals(Sql sql) {
        this.sql = sql;
    }

    /** @param until the last day; null for no end */
    record Proposal(
            UUID id,
            UUID account,
            String login,
            String name,
            DutyKind kind,
            RegionCode region,
            @Nullable List<String> kinds,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            UUID proposedBy,
            String proposer,
            Instant proposedAt,
            @Nullable String decision,
            @Nullable String decider,
            @Nullable Instant decidedAt,
            @Nullable String words) {}

    /** False when the same is proposed already. */
    boolean add(UUID id, Accounts.Grant grant, String reason, UUID by, Instant now) {
        return sql.of("""
                        insert into duty_proposal (id, account_id, kind, region_code, kind_codes, valid, reason, proposed_by, proposed_at)
                        values (:id, :account, :kind, :region, cast(:kinds as text[]), daterange(:from, cast(:until as date), '[]'), :reason, :by, :now)
                        on conflict do nothing""")
                        .bind("id", id)
                        .bind("account", grant.account())
                        .bind("kind", grant.kind())
                        .bind("region", grant.node())
                        .bindTexts("kinds", grant.kinds())
                        .bind("from", grant.from())
                        .bind("until", grant.until())
                        .bind("reason", reason)
                        .bind("by", by)
                        .bind("now", now)
                        .update()
                == 1;
    }

    /** Locked until the transaction ends, so that it is decided once. */
    Optional<Proposal> take(UUID id) {
        sql.of("select id from duty_proposal where id = :id for update")
                .bind("id", id)
                .list(row -> row.id("id"));
        return list(id, null, null, 1).stream().findFirst();
    }

    void decide(UUID id, String decision, UUID by, @Nullable String words, Instant now) {
        sql.of("""
                        update duty_proposal set decision = :decision, decided_by = :by, decided_at = :now, words = :words where id = :id""")
                .bind("decision", decision)
                .bind("by", by)
                .bind("now", now)
                .bind("words", words)
                .bind("id", id)
                .update();
    }

    /** @param isOpen true: those that wait; false: those decided; null: all */
    Page<Proposal> page(@Nullable Boolean isOpen, @Nullable String after, int limit) {
        Cursor cursor = Cursor.decode(after).orElse(null);
        return Page.cut(list(null, isOpen, cursor, limit + 1), limit, row -> new Cursor(row.proposedAt(), row.id()));
    }

    private List<Proposal> list(@Nullable UUID id, @Nullable Boolean isOpen, @Nullable Cursor cursor, int limit) {
        return sql.of("""
                        select p.id, p.account_id, a.login, a.name, p.kind, p.region_code, p.kind_codes, lower(p.valid) as valid_from, upper(p.valid) - 1 as valid_until,
                               p.reason, p.proposed_by, b.name as proposer, p.proposed_at, p.decision, c.name as decider, p.decided_at, p.words
                          from duty_proposal p
                          join account a on a.id = p.account_id
                          join account b on b.id = p.proposed_by
                          left join account c on c.id = p.decided_by
                         where (:id::uuid is null or p.id = :id)
                           and (:open::boolean is null or (p.decision is null) = :open)
                           and (:cursorAt::timestamptz is null or (p.proposed_at, p.id) < (:cursorAt, :cursorId::uuid))
                         order by p.proposed_at desc, p.id desc limit :limit""")
                .bind("id", id)
                .bind("open", isOpen)
                .bind("cursorAt", cursor == null ? null : cursor.at())
                .bind("cursorId", cursor == null ? null : cursor.id())
                .bind("limit", limit)
                .list(row -> new Proposal(
                        row.id("id"),
                        row.id("account_id"),
                        row.text("login"),
                        row.text("name"),
                        DutyKind.of(row.text("kind")),
                        row.region("region_code"),
                        row.textsOrNull("kind_codes"),
                        row.on("valid_from"),
                        row.onOrNull("valid_until"),
                        row.text("reason"),
                        row.id("proposed_by"),
                        row.text("proposer"),
                        row.at("proposed_at"),
                        row.textOrNull("decision"),
                        row.textOrNull("decider"),
                        row.atOrNull("decided_at"),
                        row.textOrNull("words")));
    }
}
