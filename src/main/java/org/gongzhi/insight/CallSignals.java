package org.gongzhi.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.http.Problems;
import org.gongzhi.insight.FormulaQueries.SignalRule;
import org.gongzhi.insight.RollupQueries.Counts;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * 吹哨报到 as signals: very many and very few calls are both a reason to have a look, never a score. Places stand in the order of their names, and each number
 * carries the query that lists what it counts.
 */
final class CallSignals {

    /**
     * @param low below this many calls for a hundred cases there is a signal
     * @param total the node itself
     */
    record Calls(
            int version,
            BigDecimal low,
            BigDecimal high,
            int leastCases,
            String source,
            String explanation,
            CallRow total,
            List<CallRow> children) {}

    /**
     * One place.
     *
     * @param perHundred absent when there was no case
     * @param signal low, high, none, or few: too few cases to say anything
     * @param bodies how many were called, the denominator of those that came in time
     */
    record CallRow(
            String code,
            String name,
            String shortName,
            long whistles,
            long cases,
            @Nullable BigDecimal perHundred,

            @org.gongzhi.http.OneOf({"low", "high", "none", "few"})
            String signal,

            String words,
            long bodies,
            long inTime,
            long graded,
            long inPlace,
            long mostly,
            Map<String, Map<String, String>> filters) {}

    private final Counts counts;
    private final Period period;
    private final SignalRule rule;
    private final Problems words;

    CallSignals(Counts counts, Period period, SignalRule rule, Problems words) {
        this.counts = counts;
        this.period = period;
        this.rule = rule;
        this.words = words;
    }

    Calls of(Region node, List<Region> children) {
        return new Calls(
                rule.version(),
                rule.low(),
                rule.high(),
                rule.leastCases(),
                rule.source(),
                words.word(
                        "insight.signal.explanation",
                        CockpitFigures.plain(rule.low()),
                        CockpitFigures.plain(rule.high()),
                        Integer.toString(rule.leastCases())),
                row(node),
                children.stream().map(this::row).toList());
    }

    private CallRow row(Region region) {
        long whistles = count(region, Metric.WHISTLED);
        long cases = count(region, Metric.RAISED);
        String signal = signal(whistles, cases);
        return new CallRow(
                region.code().toString(),
                region.name(),
                region.shortName(),
                whistles,
                cases,
                perHundred(whistles, cases),
                signal,
                words.word("insight.signal." + signal),
                count(region, Metric.CALLED_OUT),
                count(region, Metric.ARRIVED_IN_TIME),
                count(region, Metric.CALL_GRADED),
                count(region, Metric.CALL_IN_PLACE),
                count(region, Metric.CALL_MOSTLY),
                filters(region));
    }

    private static @Nullable BigDecimal perHundred(long whistles, long cases) {
        return Cockpit.percent(BigDecimal.valueOf(whistles), cases);
    }

    /** By what was counted, not by what is shown of it: rounding makes no signal. */
    String signal(long whistles, long cases) {
        if (cases < rule.leastCases()) {
            return "few";
        }
        BigDecimal rate = BigDecimal.valueOf(whistles * 100).divide(BigDecimal.valueOf(cases), 6, RoundingMode.HALF_UP);
        if (rate.compareTo(rule.low()) < 0) {
            return "low";
        }
        return rate.compareTo(rule.high()) > 0 ? "high" : "none";
    }

    private long count(Region region, Metric metric) {
        return counts.of(CockpitFigures.NOW, region.code(), metric).n();
    }

    private Map<String, Map<String, String>> filters(Region region) {
        Map<String, String> cases = CockpitFigures.region(region.code());
        cases.put("view", "all");
        cases.put("raisedFrom", period.from().toString());
        cases.put("raisedTo", period.to().toString());
        Map<String, Map<String, String>> filters = new LinkedHashMap<>();
        filters.put("cases", cases);
        filters.put("whistles", called(region, "role", "lead"));
        filters.put("bodies", called(region, "view", "all"));
        filters.put("inTime", called(region, "arrived", "in_time"));
        filters.put("graded", called(region, "grade", "any"));
        filters.put("inPlace", called(region, "grade", "in_place"));
        filters.put("mostly", called(region, "grade", "mostly"));
        return filters;
    }

    private Map<String, String> called(Region region, String name, String value) {
        Map<String, String> filter = CockpitFigures.region(region.code());
        filter.put("view", "all");
        filter.put(name, value);
        filter.put("calledFrom", period.from().toString());
        filter.put("calledTo", period.to().toString());
        return filter;
    }
}
