package org.gongzhi.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The runs of a clock, for the question what another rule would have made of them. */
@Component
class ClockEffectQueries {

    /** Beyond, the newest are enough to judge by. */
    static final int MOST = 50_000;

    private final Sql sql;

    ClockEffectQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where the runs are looked for: below a node, but not below those who have a rule of their own.
     *
     * @param except nodes with a rule of their own
     */
    record Reach(Region node, List<Region> except, List<String> classes) {}

    /** @param endedAt null: still running */
    record Run(String number, Instant from, @Nullable Instant endedAt) {}

    /** Open cases whose overall clock started with a rule, newest first. */
    List<Run> openBy(UUID rule, Reach reach) {
        return bound(sql.of("""
                        select d.number, d.raised_at as started_at, d.closed_at as ended_at
                        from demand d
                        where d.clock_rule_id = :rule and d.status in ('raised','accepted','assigned','handling','verifying','suspended')
                          and d.region_code >= :from and d.region_code < :to
                          and not exists (select 1 from unnest(:exceptFroms, :exceptTos) e (f, t) where d.region_code >= f and d.region_code < t)
                        order by d.raised_at desc, d.id desc limit :most"""), reach).bind("rule", rule).list(ClockEffectQueries::run);
    }

    /** The whole matter, of demands raised since. */
    List<Run> settled(Instant since, Reach reach) {
        return bound(sql.of("""
                        select d.number, d.raised_at as started_at, d.closed_at as ended_at
                        from demand d join demand_kind k on k.code = d.kind_code
                        where d.raised_at >= :since and d.region_code >= :from and d.region_code < :to and k.class = any (:classes)
                          and not exists (select 1 from unnest(:exceptFroms, :exceptTos) e (f, t) where d.region_code >= f and d.region_code < t)
                        order by d.raised_at desc, d.id desc limit :most"""), reach)
                .bind("since", since)
                .bindTexts("classes", reach.classes())
                .list(ClockEffectQueries::run);
    }

    /** One step, of to-dos opened since; open ones only, or all. */
    List<Run> stepped(String step, Instant since, boolean openOnly, Reach reach) {
        return bound(sql.of("""
                        select d.number, t.opened_at as started_at, t.closed_at as ended_at
                        from todo t join demand d on d.id = t.subject_id join demand_kind k on k.code = d.kind_code
                        where t.subject_kind = 'demand' and t.step = :step and t.opened_at >= :since and (not :openOnly or t.closed_at is null)
                          and t.region_code >= :from and t.region_code < :to and k.class = any (:classes)
                          and not exists (select 1 from unnest(:exceptFroms, :exceptTos) e (f, t) where d.region_code >= e.f and d.region_code < e.t)
                        order by t.opened_at desc, t.id desc limit :most"""), reach)
                .bind("step", step)
                .bind("since", since)
                .bind("openOnly", openOnly)
                .bindTexts("classes", reach.classes())
                .list(ClockEffectQueries::run);
    }

    private static Sql.Statement bound(Sql.Statement statement, Reach reach) {
        return statement
                .bind("from", reach.node().code())
                .bind("to", reach.node().to())
                .bindLongs(
                        "exceptFroms",
                        reach.except().stream()
                                .map(region -> region.code().value())
                                .toList())
                .bindLongs("exceptTos", reach.except().stream().map(Region::to).toList())
                .bind("most", MOST);
    }

    private static Run run(Sql.Row row) throws SQLException {
        return new Run(row.text("number"), row.at("started_at"), row.atOrNull("ended_at"));
    }
}
