package org.gongzhi.insight;

import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/**
 * Makes the figures anew from the records, for everything or one node down to a street: after a load that announced nothing, after a change of the tree, or
 * when the nightly recount found a difference. People may work meanwhile; readers see the old figures until it is done.
 */
@Component
public class RebuildRollups {

    private static final int BATCH = 200_000;

    private final Transactions transactions;
    private final Sql sql;
    private final RegionLookup regions;
    private final Fold fold;

    RebuildRollups(Transactions transactions, Sql sql, RegionLookup regions, Fold fold) {
        this.transactions = transactions;
        this.sql = sql;
        this.regions = regions;
        this.fold = fold;
    }

    /** Everything: level by level from the records, which is many times faster than folding what each of them would announce. */
    public void everything() {
        transactions.asWorker("fold", () -> {
            sql.of(RollupStatements.LOCK).one(row -> row.rs().getString(1));
            sql.of("select set_config('work_mem', '256MB', true)").list(_ -> true);
            gatherLeaves();
            gatherAxis();
            shape();
            sql.of("delete from rollup_node where metric <> 15").update();
            for (int level = Region.GRID; level >= Region.NATION; level--) {
                rise(level);
            }
            while (fold.take(BATCH) == BATCH) {
                // What became late is as announced, and is folded as ever.
            }
            return true;
        });
    }

    /** One statement, one snapshot, as in {@link #announceAgain}. */
    private void gatherLeaves() {
        sql.of("""
                create temp table leaf (metric smallint, region_code bigint, day date, kind_code text, channel text, status text, n bigint, total bigint)
                on commit drop""").update();
        sql.of("with gone as (delete from rollup_delta where metric <> 15),\n" + RollupStatements.FACTS + """
                insert into leaf select metric, region_code, day, kind_code, channel, status, sum(n), sum(total)
                from fact group by 1, 2, 3, 4, 5, 6""")
                .bind("from", RegionCode.NATION)
                .bind("to", regions.get(RegionCode.NATION).to())
                .update();
        sql.of("analyze leaf").update();
    }

    /** {@code place}: where a leaf begins to rise, by day not below a street. {@code climb}: from each visible node to the next above. */
    private void gatherAxis() {
        sql.of("""
                create temp table up on commit drop as
                with recursive up (place, code, level, is_hidden, parent_code) as (
                    select r.code, r.code, r.level, r.is_hidden, r.parent_code from region r where r.code in (select region_code from leaf)
                    union all
                    select u.place, r.code, r.level, r.is_hidden, r.parent_code from up u join region r on r.code = u.parent_code)
                select place, code, level, lead(code) over above as above, lead(level) over above as above_level
                from up where not is_hidden window above as (partition by place order by level desc)""").update();
        sql.of("""
                create temp table place on commit drop as
                select place, max(level) as level, max(level) filter (where level <= 4) as day_level,
                       (array_agg(code order by level desc))[1] as code, (array_agg(code order by level desc) filter (where level <= 4))[1] as day_code
                from up group by place""").update();
        sql.of(
                        "create temp table climb on commit drop as select distinct code, above, above_level from up where above is not null")
                .update();
        sql.of("analyze place").update();
        sql.of("analyze climb").update();
    }

    private void shape() {
        sql.of("""
                create temp table rising (level smallint, region_code bigint, metric smallint, grain char(1), dimension text, period date, value text,
                    n bigint, total bigint) on commit drop""").update();
        sql.of("""
                insert into rising
                select p.day_level, p.day_code, l.metric, 'd', case grouping(l.kind_code, l.channel) when 1 then 'kind' when 2 then 'channel' else '' end, l.day,
                       coalesce(l.kind_code, l.channel, ''), sum(l.n), sum(l.total)
                from leaf l join metric m on m.id = l.metric join place p on p.place = l.region_code
                where not m.is_stock
                group by p.day_level, p.day_code, l.metric, l.day, grouping sets ((), (l.kind_code), (l.channel))""").update();
        sql.of("""
                insert into rising
                select l.level, l.code, l.metric, 'm', case grouping(l.kind_code, l.channel) when 1 then 'kind' when 2 then 'channel' else '' end, l.month,
                       coalesce(l.kind_code, l.channel, ''), sum(l.n), sum(l.total)
                from (select p.level, p.code, l.metric, l.day - (extract(day from l.day)::int - 1) as month, l.kind_code, l.channel, sum(l.n) as n,
                             sum(l.total) as total
                      from leaf l join metric m on m.id = l.metric join place p on p.place = l.region_code
                      where not m.is_stock
                      group by 1, 2, 3, 4, 5, 6) l
                group by l.level, l.code, l.metric, l.month, grouping sets ((), (l.kind_code), (l.channel))""").update();
        sql.of("""
                insert into rising
                select p.level, p.code, l.metric, 's', case grouping(l.kind_code, l.channel, l.status, l.day)
                           when 7 then 'kind' when 11 then 'channel' when 13 then 'status' when 14 then 'age' else '' end,
                       coalesce(l.day, date '1970-01-01'), coalesce(l.kind_code, l.channel, l.status, ''), sum(l.n), sum(l.total)
                from leaf l join metric m on m.id = l.metric join place p on p.place = l.region_code
                where m.is_stock
                group by p.level, p.code, l.metric, m.code, grouping sets ((), (l.kind_code), (l.channel), (l.status), (l.day))
                having grouping(l.kind_code, l.channel, l.status, l.day) <> 14 or m.code = 'open'""").update();
        sql.of("create index on rising (level)").update();
        sql.of("analyze rising").update();
    }

    /** Keeps the figures of one level, and hands them on to the next above. */
    private void rise(int level) {
        sql.of("""
                with here as materialized (
                    select region_code, metric, grain, dimension, period, value, sum(n) as n, sum(total) as total
                    from rising where level = :level group by 1, 2, 3, 4, 5, 6),
                kept as (
                    insert into rollup_node (region_code, metric, grain, dimension, period, value, n, total)
                    select region_code, metric, grain, dimension, period, value, n, total
                    from here where n <> 0 or total <> 0 order by 1, 2, 3, 4, 5, 6)
                insert into rising
                select c.above_level, c.above, h.metric, h.grain, h.dimension, h.period, h.value, sum(h.n), sum(h.total)
                from here h join climb c on c.code = h.region_code
                group by 1, 2, 3, 4, 5, 6, 7""").bind("level", level).update();
    }

    /**
     * Rebuilds one node, all under it, and what it adds to those above.
     *
     * @throws IllegalArgumentException below streets, which have no days of their own to take back from above
     */
    public void of(RegionCode code) {
        Region root = regions.get(code);
        if (root.level() > Region.STREET || root.hidden()) {
            throw new IllegalArgumentException(
                    "figures are rebuilt from the nation down to a street, not " + root.name());
        }
        transactions.asWorker("fold", () -> {
            sql.of(RollupStatements.LOCK).one(row -> row.rs().getString(1));
            announceAgain(root);
            takeBack(root);
            while (fold.take(BATCH) == BATCH) {
                // Goes on until every row of this transaction's making is folded.
            }
            return true;
        });
    }

    /** One statement, one snapshot: what was announced and committed by now is in the records too and goes; what commits later stays to be folded. */
    private void announceAgain(Region root) {
        sql.of(
                        "with gone as (delete from rollup_delta where region_code >= :from and region_code < :to and metric <> 15),\n"
                                + RollupStatements.FACTS + """
                insert into rollup_delta (metric, region_code, day, kind_code, channel, status, n, total)
                select metric, region_code, day, kind_code, channel, status, sum(n), sum(total)
                from fact group by 1, 2, 3, 4, 5, 6 order by 2, 1, 3""")
                .bind("from", root.code())
                .bind("to", root.to())
                .update();
    }

    private void takeBack(Region root) {
        sql.of("""
                with recursive above as (
                    select r.parent_code from region r where r.code = :from
                    union all
                    select r.parent_code from above a join region r on r.code = a.parent_code)
                insert into rollup_node as r (region_code, metric, grain, dimension, period, value, n, total)
                select a.parent_code, o.metric, o.grain, o.dimension, o.period, o.value, -o.n, -o.total
                from rollup_node o cross join above a join region u on u.code = a.parent_code and not u.is_hidden
                where o.region_code = :from and o.metric <> 15
                order by a.parent_code, o.metric, o.grain, o.dimension, o.period, o.value
                on conflict (region_code, metric, grain, dimension, period, value) do update set n = r.n + excluded.n, total = r.total + excluded.total""").bind("from", root.code()).update();
        sql.of("delete from rollup_node where region_code >= :from and region_code < :to and metric <> 15")
                .bind("from", root.code())
                .bind("to", root.to())
                .update();
    }
}
