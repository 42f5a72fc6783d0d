package org.gongzhi.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.http.Problems;
import org.gongzhi.insight.Cockpit.Bar;
import org.gongzhi.insight.Cockpit.LeftOut;
import org.gongzhi.insight.Cockpit.Rates;
import org.gongzhi.insight.Cockpit.Row;
import org.gongzhi.insight.Cockpit.Share;
import org.gongzhi.insight.DemandKindQueries.Kind;
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
    private static final List<String> CHANNELS =
            List.of("online", "phone", "visit_in", "walk_visit", "meeting", "hotline", "representative");

    /** Days open, by band: first day of each, as the ledger's filter {@code age} names them. */
    private static final List<Map.Entry<String, Integer>> AGES = List.of(
            Map.entry("d0_3", 0),
            Map.entry("d4_7", 4),
            Map.entry("d8_15", 8),
            Map.entry("d16_30", 16),
            Map.entry("d31", 31));

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

    CockpitDraft(Sources sources, @Nullable List<String> kinds, Region node, Period period, LocalDate today) {
        this.sources = sources;
        this.today = today;
        this.node = node;
        this.code = node.code();
        this.period = period;
        this.kinds = kinds;
        this.path = sources.regions().path(code);
        this.children = sources.regions().children(code);
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
        var questions = new Questions(kinds)
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
            }
        }
        return questions;
    }

    Cockpit cockpit() {
        var figures = new CockpitFigures(
                code, period, counts, formula, sources.formulas().definitions(says.isEnglish()), sources.words());
        return new Cockpit(
                new Cockpit.Node(code.toString(), node.name(), node.level(), steps()),
                new Cockpit.Days(period.choice().code(), period.from(), period.to(), says.period(period, today)),
                isByDay(node)
                        ? List.of("today", "month", "quarter", "year", "custom")
                        : List.of("month", "quarter", "year", "custom"),
                sources.rollups().asOf(),
                new Cockpit.Formula(
                        formula.version(),
                        formula.validFrom(),
                        says.formula(formula),
                        formula.source(),
                        sources.regions().get(formula.region()).name()),
                figures.all(),
                children.stream().map(child -> row(child, hasChildFlows)).toList(),
                row(node, true),
                here(),
                trend(),
                byKind(figures),
                kinds == null ? byChannel(figures) : List.of(),
                kinds == null ? byStatus(figures) : List.of(),
                kinds == null ? byAge(figures) : List.of(),
                CockpitFigures.overdue(code),
                leftOut());
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

    /** Top-level kinds; for a duty bounded by kinds, those kinds themselves. */
    private List<Bar> byKind(CockpitFigures figures) {
        Map<String, Kind> dictionary = sources.demandKinds().kinds(says.isEnglish());
        Map<String, Count> sums = new LinkedHashMap<>();
        dictionary.keySet().forEach(kind -> sums.put(kind, Count.NONE));
        counts.by("kind", code, Metric.RAISED)
                .forEach((kind, count) -> sums.merge(shownAs(kind, dictionary), count, Count::plus));
        return sums.entrySet().stream()
                .filter(entry -> entry.getValue().n() != 0)
                .map(entry -> new Bar(
                        entry.getKey(),
                        dictionary.containsKey(entry.getKey())
                                ? Objects.requireNonNull(dictionary.get(entry.getKey()))
                                        .name()
                                : entry.getKey(),
                        entry.getValue().n(),
                        raisedAnd(figures, "kind", listedUnder(entry.getKey(), dictionary))))
                .toList();
    }

    private String shownAs(String kind, Map<String, Kind> dictionary) {
        Kind found = dictionary.get(kind);
        return kinds != null || found == null || found.parent() == null ? kind : found.parent();
    }

    /** The kind and those under it: the ledger lists what it is given. */
    private String listedUnder(String kind, Map<String, Kind> dictionary) {
        if (kinds != null) {
            return kind;
        }
        return Stream.concat(
                        Stream.of(kind),
                        dictionary.values().stream()
                                .filter(below -> kind.equals(below.parent()))
                                .map(Kind::code))
                .collect(Collectors.joining(","));
    }

    private List<Bar> byChannel(CockpitFigures figures) {
        Map<String, Count> found = counts.by("channel", code, Metric.RAISED);
        return CHANNELS.stream()
                .map(channel -> new Bar(
                        channel,
                        sources.words().word("insight.channel." + channel),
                        found.getOrDefault(channel, Count.NONE).n(),
                        raisedAnd(figures, "channel", channel)))
                .toList();
    }

    private Map<String, String> raisedAnd(CockpitFigures figures, String name, String value) {
        Map<String, String> filter = figures.filter(name, value);
        filter.put("raisedFrom", period.from().toString());
        filter.put("raisedTo", period.to().toString());
        return filter;
    }

    private List<Bar> byStatus(CockpitFigures figures) {
        Map<String, Count> found = counts.by("status", code, Metric.OPEN);
        return DemandStatus.openCodes().stream()
                .map(status -> new Bar(
                        status,
                        sources.words().word("insight.status." + status),
                        found.getOrDefault(status, Count.NONE).n(),
                        openAnd(figures, "status", status)))
                .toList();
    }

    private List<Bar> byAge(CockpitFigures figures) {
        long[] sums = new long[AGES.size()];
        counts.by("age", code, Metric.OPEN).forEach((day, count) -> {
            long age = ChronoUnit.DAYS.between(LocalDate.parse(day), today);
            int band = AGES.size() - 1;
            while (band > 0 && age < AGES.get(band).getValue()) {
                band--;
            }
            sums[band] += count.n();
        });
        List<Bar> bars = new ArrayList<>();
        for (int band = 0; band < sums.length; band++) {
            String name = AGES.get(band).getKey();
            bars.add(new Bar(
                    name, sources.words().word("insight.age." + name), sums[band], openAnd(figures, "age", name)));
        }
        return bars;
    }

    private Map<String, String> openAnd(CockpitFigures figures, String name, String value) {
        Map<String, String> filter = figures.filter("view", "open");
        filter.put(name, value);
        return filter;
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
