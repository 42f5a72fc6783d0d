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

    public void everything() {
        of(RegionCode.NATION);
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
