package org.gongzhi.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.insight.Cockpit.Bar;
import org.gongzhi.insight.DemandKindQueries.Kind;
import org.gongzhi.insight.RollupQueries.Count;
import org.gongzhi.insight.RollupQueries.Counts;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** What was raised by kind and channel, and what is open by status and age, each with the query that lists it. */
final class CockpitBars {

    private static final List<String> CHANNELS =
            List.of("online", "phone", "visit_in", "walk_visit", "meeting", "hotline", "representative");

    /** Days open, by band: first day of each, as the ledger's filter {@code age} names them. */
    private static final List<Map.Entry<String, Integer>> AGES = List.of(
            Map.entry("d0_3", 0),
            Map.entry("d4_7", 4),
            Map.entry("d8_15", 8),
            Map.entry("d16_30", 16),
            Map.entry("d31", 31));

    private final CockpitFigures figures;
    private final Counts counts;
    private final Period period;
    private final RegionCode code;
    private final @Nullable List<String> kinds;
    private final LocalDate today;
    private final CockpitWords says;
    private final CockpitDraft.Sources sources;

    CockpitBars(
            CockpitFigures figures,
            Counts counts,
            Period period,
            RegionCode code,
            @Nullable List<String> kinds,
            LocalDate today,
            CockpitWords says,
            CockpitDraft.Sources sources) {
        this.figures = figures;
        this.counts = counts;
        this.period = period;
        this.code = code;
        this.kinds = kinds;
        this.today = today;
        this.says = says;
        this.sources = sources;
    }

    /** Top-level kinds; for a duty bounded by kinds, those kinds themselves. */
    List<Bar> byKind() {
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
                        raisedAnd("kind", listedUnder(entry.getKey(), dictionary))))
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

    List<Bar> byChannel() {
        Map<String, Count> found = counts.by("channel", code, Metric.RAISED);
        return CHANNELS.stream()
                .map(channel -> new Bar(
                        channel,
                        sources.words().word("insight.channel." + channel),
                        found.getOrDefault(channel, Count.NONE).n(),
                        raisedAnd("channel", channel)))
                .toList();
    }

    private Map<String, String> raisedAnd(String name, String value) {
        Map<String, String> filter = figures.filter(name, value);
        filter.put("raisedFrom", period.from().toString());
        filter.put("raisedTo", period.to().toString());
        return filter;
    }

    List<Bar> byStatus() {
        Map<String, Count> found = counts.by("status", code, Metric.OPEN);
        return DemandStatus.openCodes().stream()
                .map(status -> new Bar(
                        status,
                        sources.words().word("insight.status." + status),
                        found.getOrDefault(status, Count.NONE).n(),
                        openAnd("status", status)))
                .toList();
    }

    List<Bar> byAge() {
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
            bars.add(new Bar(name, sources.words().word("insight.age." + name), sums[band], openAnd("age", name)));
        }
        return bars;
    }

    private Map<String, String> openAnd(String name, String value) {
        Map<String, String> filter = figures.filter("view", "open");
        filter.put(name, value);
        return filter;
    }
}
