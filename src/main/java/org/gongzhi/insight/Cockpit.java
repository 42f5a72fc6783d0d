package org.gongzhi.insight;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongzhi.http.OneOf;
import org.gongzhi.insight.FormulaQueries.RateFormula;
import org.gongzhi.insight.RollupQueries.Count;
import org.jspecify.annotations.Nullable;

/**
 * What a cockpit shows, as it goes over the wire. A filter is the query of {@code GET /api/demands} that lists exactly the records a number counts.
 *
 * @param periods what may be chosen here: below streets nothing is counted by the day
 * @param here what was raised at the node itself and belongs to none of the children; absent when there is nothing
 * @param asOf everything before is counted
 * @param fromReplica read from a database that follows the one that is written to
 * @param overdue the query that lists what is late
 * @param calls 吹哨报到, as signals; without children where their numbers are not kept by the day
 * @param leftOut blocks that cannot be shown, and why
 */
record Cockpit(
        Node node,
        Days period,
        List<String> periods,
        Instant asOf,
        boolean fromReplica,
        Formula formula,
        List<Figure> figures,
        List<Row> children,
        Row total,
        @Nullable Row here,
        List<Month> trend,
        List<Bar> byKind,
        List<Bar> byChannel,
        List<Bar> byStatus,
        List<Bar> byAge,
        Map<String, String> overdue,
        CallSignals.Calls calls,
        List<LeftOut> leftOut,
        Tree tree) {

    /**
     * @param shown {@code then}: past days as they were counted; {@code now}: as if things had always lain where they lie today
     * @param changed the tree here is no longer what it was at the beginning of the period
     * @param open the node itself is still there
     */
    record Tree(@OneOf({"then", "now"}) String shown, boolean changed, boolean open) {}

    record Node(@Schema(format = "region-code") String code, String name, int level, List<Step> path) {}

    record Step(@Schema(format = "region-code") String code, String name, int level) {}

    record Days(String choice, LocalDate from, LocalDate to, String name) {}

    /** @param beside what the same counts make by today's formula, in words; absent when it is the same one */
    record Formula(
            int version,
            LocalDate validFrom,
            String text,
            String source,
            String territory,
            @Nullable String beside) {}

    /**
     * One figure with what it is made of.
     *
     * @param n numerator, or the count; absent for a composite that cannot be told
     * @param rate per cent (composite: points), one decimal; absent when nothing can be divided: shown as —, never as 0
     * @param ofFilter lists the denominator
     * @param parts what a weighted numerator consists of
     */
    record Figure(
            String key,
            String name,
            @Nullable BigDecimal n,
            @Nullable Long of,
            @Nullable BigDecimal rate,
            @Nullable Before previous,
            @Nullable String note,
            @Nullable Map<String, String> filter,
            @Nullable Map<String, String> ofFilter,
            List<Part> parts,
            String numerator,
            @Nullable String denominator,
            String exclusions) {}

    record Before(
            @Nullable BigDecimal n,
            @Nullable Long of,
            @Nullable BigDecimal rate,
            LocalDate from,
            LocalDate to,
            String name) {}

    record Part(String name, long n, BigDecimal weight, Map<String, String> filter) {}

    /** Absent numbers are not kept by the day at that level. */
    record Row(
            @Schema(format = "region-code") String code,
            String name,
            String shortName,
            long open,
            long late,
            @Nullable Long raised,
            @Nullable Long closed,
            @Nullable Share solution,
            @Nullable Share satisfaction,
            @Nullable Hours hoursToClose) {}

    record Share(BigDecimal n, long of, @Nullable BigDecimal rate) {
        static Share of(BigDecimal n, long of) {
            return new Share(n, of, percent(n, of));
        }
    }

    /** Hours from acceptance to closing, summed over {@code n} closings. */
    record Hours(long n, BigDecimal total) {
        static Hours of(Count closed) {
            return new Hours(closed.n(), hours(closed.total()));
        }
    }

    record Month(LocalDate month, long raised, long closed) {}

    record Bar(String code, String name, long n, Map<String, String> filter) {}

    record LeftOut(String block, String reason) {}

    /** Nothing divided by nothing is nothing, not zero. */
    static @Nullable BigDecimal percent(BigDecimal n, long of) {
        return of == 0
                ? null
                : n.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
    }

    static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    }

    /** The three rates of one node and period, pooled. */
    record Rates(long valid, long contacted, long solved, long satisfied, long basically) {

        BigDecimal satisfactionNumerator(RateFormula formula) {
            return BigDecimal.valueOf(satisfied).add(formula.basicallyWeight().multiply(BigDecimal.valueOf(basically)));
        }

        /** 0 to 100, one decimal; null without a valid call-back. */
        @Nullable
        BigDecimal composite(RateFormula formula) {
            if (valid == 0) {
                return null;
            }
            return formula.responseWeight()
                    .multiply(BigDecimal.valueOf(contacted))
                    .add(formula.solutionWeight().multiply(BigDecimal.valueOf(solved)))
                    .add(formula.satisfactionWeight().multiply(satisfactionNumerator(formula)))
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(valid), 1, RoundingMode.HALF_UP);
        }
    }
}
