package org.gongzhi.hotline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the hotline's cases. */
@Component
class HotlineQueries {

    private final Sql sql;

    HotlineQueries(Sql sql) {
        this.sql = sql;
    }

    /** Nulls of the judgement where nobody has been reached yet. */
    record Result(
            String number,
            String demandNumber,
            String status,
            String place,
            @Nullable Instant closedAt,
            @Nullable String result,
            @Nullable Boolean isContacted,
            @Nullable Boolean isSolved,
            @Nullable String satisfaction,
            List<Answered> answers) {}

    long count(Actor actor, @Nullable UUID importId, @Nullable Instant from, @Nullable Instant to) {
        return sql.of("""
                        select count(*) from hotline_case c
                        where c.region_code <@ :scopes::int8multirange and (cast(:import as uuid) is null or c.import_id = :import)
                          and (cast(:from as timestamptz) is null or c.called_at >= :from) and (cast(:to as timestamptz) is null or c.called_at < :to)""")
                .bindScope(actor.scope())
                .bind("import", importId)
                .bind("from", from)
                .bind("to", to)
                .count();
    }

    /** Everything that was asked besides and answered of these cases, each wording once. */
    List<String> questions(Actor actor, @Nullable UUID importId, @Nullable Instant from, @Nullable Instant to) {
        return sql.of("""
                        select a.value ->> 'text' as question from hotline_case c join demand d on d.id = c.demand_id
                        cross join lateral jsonb_array_elements(d.answers) with ordinality a
                        where c.region_code <@ :scopes::int8multirange and (cast(:import as uuid) is null or c.import_id = :import)
                          and (cast(:from as timestamptz) is null or c.called_at >= :from) and (cast(:to as timestamptz) is null or c.called_at < :to)
                        group by 1 order by min(a.ordinality), 1""")
                .bindScope(actor.scope())
                .bind("import", importId)
                .bind("from", from)
                .bind("to", to)
                .list(row -> row.text("question"));
    }

    /** Of one import, or of the calls of a period ({@code to} is not in it), in the order of the calls. The latest word on a closing is the one that counts. */
    void each(
            Actor actor, @Nullable UUID importId, @Nullable Instant from, @Nullable Instant to, Consumer<Result> use) {
        sql.of("""
                        select c.number, d.number as demand_number, d.status, d.closed_at, d.answers, r.name as place, s.result, j.is_contacted, j.is_solved, j.satisfaction
                        from hotline_case c
                        join demand d on d.id = c.demand_id
                        join region r on r.code = d.node_code
                        left join lateral (
                            select coalesce(nullif(s.public_words, ''), nullif(s.words, '')) as result from demand_step s
                            where s.demand_id = d.id and s.verb in ('close', 'decline', 'merge') order by s.at desc, s.id desc limit 1) s
                            on d.status in ('closed', 'settled', 'declined', 'merged')
                        left join lateral (
                            select b.is_contacted, b.is_solved, b.satisfaction from demand_call_back b
                            where b.demand_id = d.id and b.is_valid order by b.at desc, b.id desc limit 1) j on true
                        where c.region_code <@ :scopes::int8multirange and (cast(:import as uuid) is null or c.import_id = :import)
                          and (cast(:from as timestamptz) is null or c.called_at >= :from) and (cast(:to as timestamptz) is null or c.called_at < :to)
                        order by c.called_at, c.number""")
                .bindScope(actor.scope())
                .bind("import", importId)
                .bind("from", from)
                .bind("to", to)
                .each(row -> {
                    use.accept(new Result(
                            row.text("number"),
                            row.text("demand_number"),
                            row.text("status"),
                            row.text("place"),
                            row.atOrNull("closed_at"),
                            row.textOrNull("result"),
                            row.yesOrNull("is_contacted"),
                            row.yesOrNull("is_solved"),
                            row.textOrNull("satisfaction"),
                            Answered.read(row.textOrNull("answers"))));
                    return true;
                });
    }
}
