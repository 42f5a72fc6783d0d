package org.gongzhi.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Digests;
import org.gongzhi.privacy.FollowUpCode;
import org.gongzhi.privacy.PublicTitle;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes over demands that happened before, with their history, in bulk: for loaders. Announces nothing; whoever loads has the figures rebuilt afterwards.
 */
@Component
public class DemandArchive {

    private final Transactions transactions;
    private final Sql sql;
    private final Digests digests;

    DemandArchive(Transactions transactions, Sql sql, Digests digests) {
        this.transactions = transactions;
        this.sql = sql;
        this.digests = digests;
    }

    /** Lets a demand be followed by this code; only its digest is kept. */
    public void giveCode(UUID demand, RegionCode region, String code) {
        String valid = FollowUpCode.parse(code)
                .orElseThrow(() -> new IllegalArgumentException("not a follow-up code"))
                .value();
        sql.of("insert into demand_code (code_digest, demand_id, region_code) values (:digest, :demand, :region)")
                .bind("digest", digests.codeDigest(valid))
                .bind("demand", demand)
                .bind("region", region)
                .update();
    }

    /**
     * All of a history in one transaction, so that a load cut short leaves nothing; into a database without demands, which gets its indexes afterwards. Within
     * {@code work}, {@link #add} as often as wanted. Nobody else can read demands meanwhile.
     */
    public <T> Outcome<T> load(Actor loader, Supplier<Outcome<T>> work) {
        return transactions.write(loader, () -> {
            sql.of("select demand_begin_load()").list(_ -> true);
            Outcome<T> outcome = work.get();
            if (outcome.isDone()) {
                sql.of("select demand_finish_load()").list(_ -> true);
            }
            return outcome;
        });
    }

    /** All or nothing of one batch; some thousands at a time is a good size. */
    public void add(Actor loader, List<PastDemand> batch, boolean isDemo) {
        transactions.write(loader, () -> {
            demands(batch, isDemo);
            steps(batch);
            callBacks(batch);
            transfers(batch);
            return Outcome.done(batch.size());
        });
    }

    // Tables under row-level security take no COPY; it goes through a table of this transaction.
    void demands(List<PastDemand> batch, boolean isDemo) {
        sql.of("""
                create temp table if not exists past_demand (id uuid, region_code bigint, title text, words text, kind_code text, channel text, place text,
                    lng double precision, lat double precision, is_anonymous boolean, contact_id uuid, raised_at timestamptz, registered_by uuid, status text, status_at timestamptz, resume_status text,
                    node_code bigint, first_node_code bigint, department_id uuid, handler_id uuid, accepted_at timestamptz, verified_at timestamptz,
                    closed_at timestamptz, settled_at timestamptz, clock_rule_id uuid, due_at timestamptz, warn_at timestamptz, paused_at timestamptz,
                    review_on date, is_late boolean, reason_code text, reason_words text, joiner_count integer, reopen_count integer, public_title text,
                    answers text, terms text) on commit drop
                """).update();
        sql.of("truncate past_demand").update();
        // Cutting texts into terms takes as long as some of the statements: all processors do it.
        var rows = batch.parallelStream().map(DemandArchive::columns).toList();
        copy(rows.stream(), "copy past_demand from stdin (format csv)", row -> row);
        sql.of("""
                with counted as (
                    select p.*, s.code as street, s.short_name, date_trunc('month', p.raised_at at time zone 'Asia/Shanghai')::date as month,
                           row_number() over (partition by s.code, date_trunc('month', p.raised_at at time zone 'Asia/Shanghai') order by p.raised_at, p.id) as nth
                    from past_demand p join region s on s.code = p.region_code / 1000000 * 1000000),
                before as (
                    insert into demand_number (street_code, month, last)
                    select street, month, max(nth) from counted group by street, month order by street, month
                    on conflict (street_code, month) do update set last = demand_number.last + excluded.last
                    returning street_code, month, last),
                numbered as (
                    select n.*, to_char(n.number, case when n.number < 10000 then 'FM0000' else 'FM9999999999' end) as running
                    from (select c.*, b.last - max(c.nth) over (partition by c.street, c.month) + c.nth as number
                          from counted c join before b on b.street_code = c.street and b.month = c.month) n)
                insert into demand (id, number, region_code, title, words, kind_code, channel, place, lng, lat, is_anonymous, contact_id, raised_at, registered_by,
                    status, status_at, resume_status, node_code, first_node_code, department_id, handler_id, accepted_at, verified_at, closed_at, settled_at,
                    clock_rule_id, due_at, warn_at, paused_at, review_on, is_late, reason_code, reason_words, joiner_count, reopen_count, is_published,
                    public_title, answers, search, is_demo)
                select c.id, c.short_name || to_char(c.month, 'YYMM') || '-' || c.running, c.region_code, c.title,
                    c.words, c.kind_code, c.channel, c.place, c.lng, c.lat, c.is_anonymous, c.contact_id, c.raised_at, c.registered_by, c.status, c.status_at,
                    c.resume_status, c.node_code, c.first_node_code, c.department_id, c.handler_id, c.accepted_at, c.verified_at, c.closed_at, c.settled_at,
                    c.clock_rule_id, c.due_at, c.warn_at, c.paused_at, c.review_on, c.is_late, c.reason_code, c.reason_words, c.joiner_count, c.reopen_count,
                    c.public_title is not null, c.public_title, cast(c.answers as jsonb), array_to_tsvector(string_to_array(c.terms, ' ')
                        || array[right(c.short_name, 1), to_char(c.month, 'YYMM'), c.running]
                        || array(select substr(c.short_name, i, 2) from generate_series(1, greatest(length(c.short_name) - 1, 1)) i)), :demo
                from numbered c
                """).bind("demo", isDemo).update();
    }

    private static @Nullable Object[] columns(PastDemand past) {
        return new Object[] {
            past.id(),
            past.region().value(),
            past.title(),
            past.words(),
            past.kind(),
            past.channel(),
            past.place(),
            past.lng(),
            past.lat(),
            past.isAnonymous(),
            past.contact(),
            past.raisedAt(),
            past.registeredBy(),
            past.status().code(),
            past.statusAt(),
            past.resumeStatus() == null ? null : past.resumeStatus().code(),
            past.node().value(),
            past.firstNode().value(),
            past.department(),
            past.handler(),
            past.acceptedAt(),
            past.verifiedAt(),
            past.closedAt(),
            past.settledAt(),
            past.clockRule(),
            past.dueAt(),
            past.warnAt(),
            past.pausedAt(),
            past.reviewOn(),
            past.isLate(),
            past.reasonCode(),
            past.reasonWords(),
            past.joiners(),
            past.reopens(),
            past.isPublished() ? PublicTitle.of(past.title()) : null,
            Answered.written(past.answers()),
            String.join(
                    " ", SearchTerms.of(past.title(), past.words(), past.place(), Answered.searched(past.answers())))
        };
    }

    void steps(List<PastDemand> batch) {
        sql.of("""
                create temp table if not exists past_step (id uuid, demand_id uuid, region_code bigint, at timestamptz, verb text, from_status text, to_status text,
                    account_id uuid, actor text, node_code bigint, department_id uuid, to_name text, reason_code text, words text, public_words text)
                    on commit drop
                """).update();
        sql.of("truncate past_step").update();
        record Of(PastDemand past, PastDemand.Step step) {}
        copy(
                batch.stream().flatMap(past -> past.steps().stream().map(step -> new Of(past, step))),
                "copy past_step from stdin (format csv)",
                of -> new Object[] {
                    Ids.next(),
                    of.past().id(),
                    of.past().region().value(),
                    of.step().at(),
                    of.step().verb().code(),
                    of.step().from() == null ? null : of.step().from().code(),
                    of.step().to().code(),
                    of.step().account(),
                    of.step().actor(),
                    of.step().node().value(),
                    of.step().department(),
                    of.step().toName(),
                    of.step().reasonCode(),
                    of.step().words(),
                    of.step().publicWords()
                });
        sql.of("""
                insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, account_id, actor, node_code, department_id, to_name,
                    reason_code, words, public_words)
                select * from past_step
                """).update();
    }

    private void callBacks(List<PastDemand> batch) {
        record Of(PastDemand past, PastDemand.CallBack callBack) {}
        List<Of> all = batch.stream()
                .flatMap(past -> past.callBacks().stream().map(callBack -> new Of(past, callBack)))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        sql.of("""
                create temp table if not exists past_call_back (id uuid, demand_id uuid, region_code bigint, closing integer, at timestamptz, account_id uuid,
                    is_valid boolean, is_contacted boolean, is_solved boolean, satisfaction text) on commit drop
                """).update();
        sql.of("truncate past_call_back").update();
        copy(all.stream(), "copy past_call_back from stdin (format csv)", of -> new Object[] {
            Ids.next(),
            of.past().id(),
            of.past().region().value(),
            of.callBack().closing(),
            of.callBack().at(),
            of.callBack().account(),
            of.callBack().isValid(),
            of.callBack().isContacted(),
            of.callBack().isSolved(),
            of.callBack().satisfaction() == null
                    ? null
                    : of.callBack().satisfaction().code()
        });
        sql.of("""
                insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, account_id, is_valid, is_contacted, is_solved, satisfaction)
                select id, demand_id, region_code, closing, at, account_id is null, account_id, is_valid, is_contacted, is_solved, satisfaction
                from past_call_back
                """).update();
    }

    private void transfers(List<PastDemand> batch) {
        record Of(PastDemand past, PastDemand.Transfer transfer) {}
        List<Of> all = batch.stream()
                .flatMap(past -> Stream.ofNullable(past.transfer()).map(transfer -> new Of(past, transfer)))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        sql.of("""
                create temp table if not exists past_transfer (id uuid, demand_id uuid, region_code bigint, direction text, from_node bigint, to_node bigint,
                    reason_code text, words text, offered_at timestamptz, offered_by uuid, ended_at timestamptz, outcome text) on commit drop
                """).update();
        sql.of("truncate past_transfer").update();
        copy(all.stream(), "copy past_transfer from stdin (format csv)", of -> new Object[] {
            Ids.next(),
            of.past().id(),
            of.past().region().value(),
            of.transfer().direction(),
            of.transfer().from().value(),
            of.transfer().to().value(),
            of.transfer().reasonCode(),
            of.transfer().words(),
            of.transfer().offeredAt(),
            of.transfer().offeredBy(),
            of.transfer().endedAt(),
            of.transfer().outcome()
        });
        sql.of("""
                insert into demand_transfer (id, demand_id, region_code, direction, from_node, to_node, reason_code, words, offered_at, offered_by, ended_at,
                    outcome)
                select * from past_transfer
                """).update();
    }

    private <T> void copy(
            Stream<T> rows,
            @com.google.errorprone.annotations.CompileTimeConstant String text,
            java.util.function.Function<T, @Nullable Object[]> columns) {
        sql.copyIn(text, writer -> {
            try {
                rows.forEach(row -> line(writer, columns.apply(row)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    /** CSV as PostgreSQL reads it: null is nothing at all, text is quoted. */
    private static void line(Writer writer, @Nullable Object[] values) {
        var line = new StringBuilder(200);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            Object value = values[i];
            if (value instanceof String text) {
                line.append('"').append(text.replace("\"", "\"\"")).append('"');
            } else if (value != null) {
                line.append(value);
            }
        }
        try {
            writer.append(line.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
