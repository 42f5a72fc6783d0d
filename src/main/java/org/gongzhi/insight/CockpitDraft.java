package org.gongzhi.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.http.Problems;
import org.gongzhi.insight.Cockpit.LeftOut;
import org.gongzhi.insight.Cockpit.Rates;
import org.gongzhi.insight.Cockpit.Row;
import org.gongzhi.insight.Cockpit.Share;
import org.gongzhi.insight.FormulaQueries.RateFormula;
import org.gongzhi.insight.RollupQueries.Count;
import org.gongzhi.insight.RollupQueries.Counts;
import org.gongzhi.insight.RollupQueries.Questions;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;

/** One cockpit in the making. */
final class CockpitDraft {

    private static final Set<Metric> ROW_FLOWS = EnumSet.of(
            Metric.RAISED, Metric.CLOSED, Metric.CALL_BACK_VALID, Metric.SOLVED, Metric.SATISFIED, Metric.BASICALLY);
    private static final String NOW = CockpitFigures.NOW;
    /** Where its parts come from. */
    record Sources(
            RegionLookup regions,
            RollupQueries rollups,
            FormulaQueries formulas,
            DemandKindQueries demandKinds,
            Problems words) {}

    private final Region node;
    private final RegionCode code;
    private final Period period;
    private final @Nullable List<String> kinds;
    private final LocalDate today;
    private final Sources sources;
    private final List<Region> path;
    private final List<Region> children;
    private final boolean hasChildFlows;
    private final RateFormula formula;
    private final Counts counts;
    private final CockpitWords says;

    private final boolean isOnTodaysTree;
    private final boolean hasChanged;

    /** @param isOnTodaysTree past days counted where things lie today, not where they lay then */
    CockpitDraft(
            Sources sources,
            @Nullable List<String> kinds,
            Region node,
            Period period,
            LocalDate today,
            boolean isOnTodaysTree) {
        this.isOnTodaysTree = isOnTodaysTree;
        this.sources = sources;
        this.today = today;
        this.node = node;
        this.code = node.code();
        this.period = period;
        this.kinds = kinds;
        this.path = sources.regions().path(code);
        // Stocks are of today on either tree; a child of then that is closed has none.
        this.hasChanged = sources.rollups().hasShifted(code.value(), node.to(), period.from());
        this.children = isOnTodaysTree || !hasChanged
                ? sources.regions().children(code)
                : sources.regions().childrenBetween(code, period.from(), period.to());
        this.hasChildFlows = (period.isWholeMonths(today) && period.choice() != Period.Choice.TODAY)
                || children.stream().allMatch(CockpitDraft::isByDay);
        this.formula = sources.formulas().formula(path, period.to());
        this.counts = sources.rollups().ask(questions());
        this.says = new CockpitWords(sources.words());
    }

    static boolean isByDay(Region node) {
        return node.level() <= Region.STREET;
    }

    private Questions questions() {
        var slices = period.slices(today);
        var questions = new Questions(kinds, isOnTodaysTree)
                .totals(NOW, code, Metric.FLOWS, slices)
                .totals(CockpitFigures.BEFORE, code, Metric.FLOWS, period.slicesBefore(today))
                .stocks(NOW, code)
                .by("kind", "kind", code, Metric.RAISED, slices)
                .byMonth("trend", code, Metric.RAISED, firstMonth(), lastMonth())
                .byMonth("trend", code, Metric.CLOSED, firstMonth(), lastMonth());
        if (kinds == null) {
            questions
                    .by("channel", "channel", code, Metric.RAISED, slices)
                    .stockBy("status", "status", code)
                    .byAge("age", code, today);
        }
        for (Region child : children) {
            questions.stocks(NOW, child.code());
            if (hasChildFlows) {
                questions.totals(NOW, child.code(), ROW_FLOWS, slices);
                questions.totals(NOW, child.code(), Metric.CALLS, slices);
            }
        }
        return questions;
    }

    /** @param isFromReplica what is read here follows the records at some distance */
    Cockpit cockpit(boolean isFromReplica) {
        var figures = new CockpitFigures(
                code, period, counts, formula, sources.formulas().definitions(says.isEnglish()), sources.words());
        var bars = new CockpitBars(figures, counts, period, code, kinds, today, says, sources);
        return new Cockpit(
                new Cockpit.Node(code.toString(), node.name(), node.level(), steps()),
                new Cockpit.Days(period.choice().code(), period.from(), period.to(), says.period(period, today)),
                isByDay(node)
                        ? List.of("today", "month", "quarter", "year", "custom")
                        : List.of("month", "quarter", "year", "custom"),
                sources.rollups().asOf(),
                isFromReplica,
                new Cockpit.Formula(
                        formula.version(),
                        formula.validFrom(),
                        says.formula(formula),
                        formula.source(),
                        sources.regions().get(formula.region()).name(),
                        beside()),
                figures.all(),
                children.stream().map(child -> row(child, hasChildFlows)).toList(),
                row(node, true),
                here(),
                trend(),
                bars.byKind(),
                kinds == null ? bars.byChannel() : List.of(),
                kinds == null ? bars.byStatus() : List.of(),
                kinds == null ? bars.byAge() : List.of(),
                CockpitFigures.overdue(code),
                new CallSignals(counts, period, sources.formulas().signal(path, period.to()), sources.words())
                        .of(node, hasChildFlows ? children : List.of()),
                leftOut(),
                new Cockpit.Tree(isOnTodaysTree ? "now" : "then", hasChanged, node.open()));
    }

    /** A period gone by keeps the formula it had; what today's would make of it is said beside. */
    private @Nullable String beside() {
        RateFormula todays = sources.formulas().formula(path, today);
        return todays.equals(formula) ? null : says.beside(todays, CockpitFigures.rates(counts, NOW, code));
    }

    private List<Cockpit.Step> steps() {
        return path.stream()
                .map(step -> new Cockpit.Step(step.code().toString(), step.name(), step.level()))
                .toList();
    }

    private Row row(Region region, boolean hasFlows) {
        return row(
                region,
                hasFlows,
                count(region, Metric.OPEN),
                count(region, Metric.LATE),
                count(region, Metric.RAISED),
                count(region, Metric.CLOSED),
                CockpitFigures.rates(counts, NOW, region.code()));
    }

    private Row row(Region region, boolean hasFlows, Count open, Count late, Count raised, Count closed, Rates rates) {
        BigDecimal satisfied = rates.satisfactionNumerator(formula);
        return new Row(
                region.code().toString(),
                region.name(),
                region.shortName(),
                open.n(),
                late.n(),
                hasFlows ? raised.n() : null,
                hasFlows ? closed.n() : null,
                hasFlows ? Share.of(BigDecimal.valueOf(rates.solved()), rates.valid()) : null,
                hasFlows ? Share.of(satisfied, rates.valid()) : null,
                hasFlows ? Cockpit.Hours.of(closed) : null);
    }

    /** So that the rows add up to the total. */
    private @Nullable Row here() {
        if (children.isEmpty()) {
            return null;
        }
        Rates rates = CockpitFigures.rates(counts, NOW, code);
        Row row = row(
                node,
                hasChildFlows,
                rest(Metric.OPEN),
                rest(Metric.LATE),
                rest(Metric.RAISED),
                rest(Metric.CLOSED),
                new Rates(
                        rest(Metric.CALL_BACK_VALID).n(),
                        rates.contacted(),
                        rest(Metric.SOLVED).n(),
                        rest(Metric.SATISFIED).n(),
                        rest(Metric.BASICALLY).n()));
        boolean isNothing = row.open() == 0
                && row.late() == 0
                && (!hasChildFlows
                        || ROW_FLOWS.stream().allMatch(metric -> rest(metric).n() == 0));
        return isNothing ? null : row;
    }

    private Count rest(Metric metric) {
        return children.stream().map(child -> count(child, metric)).reduce(count(node, metric), Count::minus);
    }

    private Count count(Region region, Metric metric) {
        return counts.of(NOW, region.code(), metric);
    }

    private LocalDate lastMonth() {
        return period.to().withDayOfMonth(1);
    }

    private LocalDate firstMonth() {
        return lastMonth().minusMonths(11);
    }

    private List<Cockpit.Month> trend() {
        List<Cockpit.Month> months = new ArrayList<>();
        Map<String, Count> raised = counts.by("trend", code, Metric.RAISED);
        Map<String, Count> closed = counts.by("trend", code, Metric.CLOSED);
        for (LocalDate month = firstMonth(); !month.isAfter(lastMonth()); month = month.plusMonths(1)) {
            String key = month.toString();
            months.add(new Cockpit.Month(
                    month,
                    raised.getOrDefault(key, Count.NONE).n(),
                    closed.getOrDefault(key, Count.NONE).n()));
        }
        return months;
    }

    private List<LeftOut> leftOut() {
        List<LeftOut> left = new ArrayList<>();
        if (kinds != null) {
            for (String block : List.of("byChannel", "byStatus", "byAge")) {
                left.add(new LeftOut(block, sources.words().word("insight.left-out.kinds")));
            }
        }
        if (!hasChildFlows) {
            left.add(new LeftOut("children", sources.words().word("insight.left-out.days")));
        }
        return left;
    }
}
