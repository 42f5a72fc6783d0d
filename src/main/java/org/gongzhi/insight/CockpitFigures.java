package org.gongzhi.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.http.Problems;
import org.gongzhi.insight.Cockpit.Before;
import org.gongzhi.insight.Cockpit.Figure;
import org.gongzhi.insight.Cockpit.Part;
import org.gongzhi.insight.Cockpit.Rates;
import org.gongzhi.insight.FormulaQueries.Definition;
import org.gongzhi.insight.FormulaQueries.RateFormula;
import org.gongzhi.insight.RollupQueries.Count;
import org.gongzhi.insight.RollupQueries.Counts;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** The row of figures of one node and period: each with what it is made of and the query that lists its records. */
final class CockpitFigures {

    static final String NOW = "now";
    static final String BEFORE = "before";

    private final RegionCode node;
    private final Period period;
    private final Counts counts;
    private final RateFormula formula;
    private final Map<String, Definition> definitions;
    private final Problems words;

    CockpitFigures(
            RegionCode node,
            Period period,
            Counts counts,
            RateFormula formula,
            Map<String, Definition> definitions,
            Problems words) {
        this.node = node;
        this.period = period;
        this.counts = counts;
        this.formula = formula;
        this.definitions = definitions;
        this.words = words;
    }

    static Rates rates(Counts counts, String block, RegionCode region) {
        return new Rates(
                counts.of(block, region, Metric.CALL_BACK_VALID).n(),
                counts.of(block, region, Metric.CONTACTED).n(),
                counts.of(block, region, Metric.SOLVED).n(),
                counts.of(block, region, Metric.SATISFIED).n(),
                counts.of(block, region, Metric.BASICALLY).n());
    }

    List<Figure> all() {
        Rates now = rates(counts, NOW, node);
        Rates before = rates(counts, BEFORE, node);
        long open = counts.of(NOW, node, Metric.OPEN).n();
        Count closed = counts.of(NOW, node, Metric.CLOSED);
        return List.of(
                figure("open", whole(open), null, null, null, filter("view", "open"), null, List.of()),
                figure(
                        "late",
                        whole(counts.of(NOW, node, Metric.LATE).n()),
                        open,
                        null,
                        null,
                        overdue(node),
                        filter("view", "open"),
                        List.of()),
                flow(
                        "raised",
                        Metric.RAISED,
                        words.word(
                                "insight.note.raised", text(Metric.MERGED), text(Metric.DECLINED), text(Metric.JOINED)),
                        filter("raisedFrom", period.from(), "raisedTo", period.to())),
                flow(
                        "closed",
                        Metric.CLOSED,
                        closed.n() == 0
                                ? words.word("insight.note.closed-none", text(Metric.REOPENED))
                                : words.word("insight.note.closed", averageDays(closed), text(Metric.REOPENED)),
                        filter("closedFrom", period.from(), "closedTo", period.to())),
                flow(
                        "passed_up",
                        Metric.PASSED_UP,
                        words.word("insight.note.passed-up", text(Metric.RECEIVED_ABOVE)),
                        filter("passedUpFrom", period.from(), "passedUpTo", period.to())),
                rate(
                        "response",
                        whole(now.contacted()),
                        now,
                        whole(before.contacted()),
                        before,
                        null,
                        "contacted",
                        List.of()),
                rate("solution", whole(now.solved()), now, whole(before.solved()), before, null, "solved", List.of()),
                rate(
                        "satisfaction",
                        now.satisfactionNumerator(formula),
                        now,
                        before.satisfactionNumerator(formula),
                        before,
                        words.word("insight.note.satisfaction", plain(formula.basicallyWeight())),
                        "satisfied",
                        List.of(
                                new Part(
                                        words.word("insight.judged.satisfied"),
                                        now.satisfied(),
                                        BigDecimal.ONE,
                                        judged("satisfied")),
                                new Part(
                                        words.word("insight.judged.basically"),
                                        now.basically(),
                                        formula.basicallyWeight(),
                                        judged("basically")))),
                composite(now, before));
    }

    /** What is late now, under a node. */
    static Map<String, String> overdue(RegionCode node) {
        Map<String, String> filter = region(node);
        filter.put("view", "open");
        filter.put("late", "true");
        return filter;
    }

    static Map<String, String> region(RegionCode node) {
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("region", node.toString());
        return filter;
    }

    Map<String, String> filter(String name, Object value) {
        Map<String, String> filter = region(node);
        if (!name.equals("view")) {
            filter.put("view", "all");
        }
        filter.put(name, value.toString());
        return filter;
    }

    private Map<String, String> filter(String name, Object value, String other, Object otherValue) {
        Map<String, String> filter = filter(name, value);
        filter.put(other, otherValue.toString());
        return filter;
    }

    private Map<String, String> judged(String how) {
        Map<String, String> filter = filter("judged", how);
        filter.put("judgedFrom", period.from().toString());
        filter.put("judgedTo", period.to().toString());
        return filter;
    }

    private Figure flow(String key, Metric metric, String note, Map<String, String> filter) {
        return figure(
                key,
                whole(counts.of(NOW, node, metric).n()),
                null,
                before(whole(counts.of(BEFORE, node, metric).n()), null, null),
                note,
                filter,
                null,
                List.of());
    }

    private Figure rate(
            String key,
            BigDecimal n,
            Rates now,
            BigDecimal nBefore,
            Rates before,
            @Nullable String note,
            String judged,
            List<Part> parts) {
        return figure(
                key,
                n,
                now.valid(),
                before(nBefore, before.valid(), Cockpit.percent(nBefore, before.valid())),
                now.valid() == 0 ? words.word("insight.note.no-call-back") : note,
                judged(judged),
                judged("valid"),
                parts);
    }

    private Figure composite(Rates now, Rates before) {
        BigDecimal score = now.composite(formula);
        BigDecimal scoreBefore = before.composite(formula);
        Definition definition = definition("composite");
        return new Figure(
                "composite",
                definition.name(),
                score,
                100L,
                score,
                before(scoreBefore, 100L, scoreBefore),
                score == null ? words.word("insight.note.no-call-back") : null,
                null,
                judged("valid"),
                List.of(),
                definition.numerator(),
                definition.denominator(),
                definition.exclusions());
    }

    private Figure figure(
            String key,
            BigDecimal n,
            @Nullable Long of,
            @Nullable Before previous,
            @Nullable String note,
            @Nullable Map<String, String> filter,
            @Nullable Map<String, String> ofFilter,
            List<Part> parts) {
        Definition definition = definition(key);
        return new Figure(
                key,
                definition.name(),
                n,
                of,
                of == null ? null : Cockpit.percent(n, of),
                previous,
                note,
                filter,
                ofFilter,
                parts,
                definition.numerator(),
                definition.denominator(),
                definition.exclusions());
    }

    private Definition definition(String key) {
        Definition definition = definitions.get(key);
        if (definition == null) {
            throw new IllegalStateException("figure " + key + " is shown but not defined");
        }
        return definition;
    }

    private Before before(@Nullable BigDecimal n, @Nullable Long of, @Nullable BigDecimal rate) {
        return new Before(n, of, rate, period.beforeFrom(), period.beforeTo(), words.word(beforeKey(period)));
    }

    /** How the days before are called. */
    static String beforeKey(Period period) {
        boolean isWholeMonths = period.beforeFrom().getDayOfMonth() == 1
                && period.beforeTo().getDayOfMonth() == period.beforeTo().lengthOfMonth();
        return "insight.before." + period.choice().code() + (isWholeMonths ? "-whole" : "");
    }

    private String text(Metric metric) {
        return Long.toString(counts.of(NOW, node, metric).n());
    }

    private static String averageDays(Count closed) {
        return plain(BigDecimal.valueOf(closed.total())
                .divide(BigDecimal.valueOf(closed.n() * 24 * 60), 1, RoundingMode.HALF_UP));
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal whole(long n) {
        return BigDecimal.valueOf(n);
    }
}
