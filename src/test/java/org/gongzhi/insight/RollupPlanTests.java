package org.gongzhi.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cockpit reads its node and its children by primary key, however many figures there are. */
class RollupPlanTests {

    private static final long CHILD = 110_105_000_000_000L;

    @AutoClose
    private static final InsightFixtures insight = new InsightFixtures();

    @BeforeAll
    static void manyFigures() {
        insight.owner.sql("""
                insert into rollup_node (region_code, metric, grain, dimension, period, value, n, total)
                select 110105000000000 + street * 1000000, metric, 'd', '', date '2026-01-01' + day, '', 1, 0
                from generate_series(0, 60) street, generate_series(1, 15) metric, generate_series(0, 250) day
                union all
                select 110105000000000 + street * 1000000, metric, 'm', dimension, (date '2020-01-01' + month * interval '1 month')::date, value, 1, 0
                from generate_series(0, 60) street, generate_series(1, 15) metric, generate_series(0, 80) month,
                     (values ('', ''), ('kind', 'noise')) shape (dimension, value)
                """).update();
        insight.owner.sql("analyze rollup_node").update();
    }

    @Test
    void aNodeAndItsChildrenAreReadByPrimaryKeyOnly() {
        Actor actor = insight.leaderOf(RegionFixtures.CHAOYANG);
        Period period = Period.custom(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 8, 20), InsightFixtures.TODAY)
                .orThrow();
        var questions = new RollupQueries.Questions(null);
        for (long street = 0; street <= 43; street++) {
            var code = new RegionCode(CHILD + street * 1_000_000);
            questions.stocks("now", code).totals("now", code, Metric.FLOWS, period.slices(InsightFixtures.TODAY));
        }
        Read read = insight.transactions().read(actor, () -> {
            RollupQueries.Counts counts = insight.bean(RollupQueries.class).ask(questions);
            return insight.bean(Sql.class)
                    .of(
                            "select seq_scan, idx_scan, idx_tup_fetch from pg_stat_xact_user_tables where relname = 'rollup_node'")
                    .one(row -> new Read(
                            row.number("seq_scan"),
                            row.number("idx_scan"),
                            row.number("idx_tup_fetch"),
                            counts.of("now", RegionFixtures.CHAOYANG, Metric.RAISED)
                                    .n()));
        });
        assertThat(read.wholeTable()).isZero();
        assertThat(read.byKey()).isPositive();
        // 10 February to 20 August: 19 days, five months, 20 days.
        assertThat(read.raised()).isEqualTo(19 + 5 + 20);
        assertThat(read.rows())
                .as("no row is read that is not asked for")
                .isLessThanOrEqualTo(44L * 15 * (19 + 5 + 20));
    }

    private record Read(long wholeTable, long byKey, long rows, long raised) {}
}
