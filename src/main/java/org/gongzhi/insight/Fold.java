package org.gongzhi.insight;

import java.time.Clock;
import java.time.Instant;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/**
 * Takes what was appended and adds it to every node at or above its place. What is taken is deleted in the same statement, so each row counts once: a fold
 * that dies gives everything back, and two folds never take the same row.
 */
@Component
class Fold {

    /** Measured best between 10 and 50 thousand rows: larger batches sort on disk, smaller ones touch the nation's rows more often. */
    static final int BATCH = 30_000;

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    Fold(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /** Folds until nothing is left that was there when it began; returns how many rows it took. Zero while another server is at it. */
    long fold() {
        long taken = 0;
        long batch;
        do {
            batch = transactions.asWorker("fold", this::foldBatch);
            taken += batch;
        } while (batch == BATCH);
        return taken;
    }

    private long foldBatch() {
        if (!sql.of(RollupStatements.TRY_LOCK).one(row -> row.yes("mine"))) {
            return 0;
        }
        return take(BATCH);
    }

    /** In the caller's transaction, which holds the lock. */
    long take(int batch) {
        Instant asOf = Time.now(clock);
        long taken =
                sql.of("""
                with recursive taken as (
                    delete from rollup_delta
                    where ctid = any (array(select ctid from rollup_delta limit :batch for update skip locked))
                    returning metric, region_code, day, kind_code, channel, status, n, total),
                leaf as (
                    select metric, region_code, day, kind_code, channel, status, sum(n) as n, sum(total) as total
                    from taken group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 or sum(total) <> 0),
                """ + RollupStatements.SPREAD + """
                , written as (
                    insert into rollup_node as r (region_code, metric, grain, dimension, period, value, n, total)
                    select region_code, metric, grain, dimension, period, value, n, total from spread
                    order by region_code, metric, grain, dimension, period, value
                    on conflict (region_code, metric, grain, dimension, period, value) do update set n = r.n + excluded.n, total = r.total + excluded.total)
                select count(*) from taken""").bind("batch", batch).count();
        if (taken > 0) {
            sql.of("delete from rollup_node where n = 0 and total = 0").update();
        }
        if (taken < batch) {
            sql.of("update rollup_state set folded_at = :asOf where id = 1 and folded_at < :asOf")
                    .bind("asOf", asOf)
                    .update();
        }
        return taken;
    }
}
