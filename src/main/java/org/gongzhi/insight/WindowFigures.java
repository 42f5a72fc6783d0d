package org.gongzhi.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import org.gongzhi.http.Problems;
import org.gongzhi.insight.RollupQueries.Counts;
import org.gongzhi.insight.RollupQueries.Questions;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.RegionRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Last month's figures of a street or community, for its residents. */
@Component
class WindowFigures {

    /** Fewer answers could point at persons. */
    static final int FEWEST_CALL_BACKS = 5;

    private static final String MONTH = "month";

    private final Transactions transactions;
    private final RegionLookup regions;
    private final RollupQueries rollups;
    private final Problems words;
    private final Clock clock;

    WindowFigures(Transactions transactions, RegionLookup regions, RollupQueries rollups, Problems words, Clock clock) {
        this.transactions = transactions;
        this.regions = regions;
        this.rollups = rollups;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param month as 2026-10
     * @param calledBack valid call-backs; absent, as solved is, when there are fewer than five
     */
    record Figures(
            String regionCode,
            String regionName,
            String month,
            long raised,
            @Nullable Long calledBack,
            @Nullable Long solved,
            String sentence) {}

    Outcome<Figures> lastMonth(RegionCode code) {
        Region node = regions.find(code).orElse(null);
        if (node == null) {
            return Outcome.refused(RegionRefusal.UNKNOWN, code.toString());
        }
        if (!node.working() || node.level() < Region.STREET || node.level() > Region.COMMUNITY) {
            return Outcome.refused(InsightRefusal.NO_PUBLIC_FIGURES, node.name());
        }
        return Outcome.done(transactions.readPublished(node.subtree(), () -> figures(node)));
    }

    private Figures figures(Region node) {
        LocalDate month = Time.today(clock).withDayOfMonth(1).minusMonths(1);
        Counts counts = rollups.ask(new Questions(null)
                .totals(
                        MONTH,
                        node.code(),
                        EnumSet.of(Metric.RAISED, Metric.CALL_BACK_VALID, Metric.SOLVED),
                        List.of(new Period.Slice("m", month, month))));
        long raised = counts.of(MONTH, node.code(), Metric.RAISED).n();
        long calledBack = counts.of(MONTH, node.code(), Metric.CALL_BACK_VALID).n();
        long solved = counts.of(MONTH, node.code(), Metric.SOLVED).n();
        boolean isEnough = calledBack >= FEWEST_CALL_BACKS;
        return new Figures(
                node.code().toString(),
                node.name(),
                YearMonth.from(month).toString(),
                raised,
                isEnough ? calledBack : null,
                isEnough ? solved : null,
                isEnough
                        ? words.word(
                                "insight.window",
                                Long.toString(raised),
                                Long.toString(calledBack),
                                Long.toString(solved))
                        : words.word("insight.window.few", Long.toString(raised)));
    }
}
