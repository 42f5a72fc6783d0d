package org.gongzhi.insight;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.http.Problems;
import org.gongzhi.insight.DemandKindQueries.Kind;
import org.gongzhi.insight.RollupQueries.Count;
import org.gongzhi.insight.RollupQueries.Counts;
import org.gongzhi.insight.RollupQueries.Questions;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * 热点: where much of one kind was raised, below a node in a period. The largest are chosen; they stand in the order of the places, for it is matters that are
 * told here and not places that are compared.
 *
 * @param before the same days of the period before, as people call them
 * @param note why it is the node itself where one would look for the places below; absent where they are
 */
record HotSpots(
        LocalDate from,
        LocalDate to,
        String before,
        List<Spot> spots,
        @Nullable String note) {

    /** Fewer are nothing to speak of. */
    static final int FEWEST = 3;

    static final int MOST = 12;

    /**
     * One kind at one place.
     *
     * @param kind a head, with what stands under it
     * @param n raised in the period; {@code filter} lists exactly these
     * @param words how it compares with the period before
     */
    record Spot(
            @Schema(format = "region-code") String code,
            String name,
            String kind,
            String kindName,
            long n,
            long previous,
            String words,
            Map<String, String> filter) {}

    private record Found(Region place, String kind, long n) {}

    /** @param kinds those a duty is bounded to; null: all */
    static HotSpots of(
            CockpitDraft.Sources sources, @Nullable List<String> kinds, Region node, Period period, LocalDate today) {
        List<Region> children = sources.regions().children(node.code());
        boolean areKept = (period.isWholeMonths(today) && period.choice() != Period.Choice.TODAY)
                || children.stream().allMatch(CockpitDraft::isByDay);
        List<Region> places = children.isEmpty() || !areKept ? List.of(node) : children;
        Map<String, Kind> dictionary = sources.demandKinds().kinds(new CockpitWords(sources.words()).isEnglish());
        Counts now = ask(sources, kinds, places, period.slices(today));
        List<Found> found = new ArrayList<>();
        for (Region place : places) {
            heads(now, place.code(), dictionary).forEach((kind, n) -> {
                if (n >= FEWEST) {
                    found.add(new Found(place, kind, n));
                }
            });
        }
        List<Found> largest = found.stream()
                .sorted(Comparator.comparingLong(Found::n).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(each -> places.indexOf(each.place())))
                .toList();
        Counts before = ask(
                sources, kinds, largest.stream().map(Found::place).distinct().toList(), period.slicesBefore(today));
        String name = sources.words().word(CockpitFigures.beforeKey(period));
        return new HotSpots(
                period.from(),
                period.to(),
                name,
                largest.stream()
                        .map(each -> spot(each, before, dictionary, period, name, sources.words()))
                        .toList(),
                areKept || children.isEmpty() ? null : sources.words().word("insight.hot.node", node.name()));
    }

    private static Counts ask(
            CockpitDraft.Sources sources,
            @Nullable List<String> kinds,
            List<Region> places,
            List<Period.Slice> slices) {
        var questions = new Questions(kinds);
        places.forEach(place -> questions.by("kind", "hot", place.code(), Metric.RAISED, slices));
        return sources.rollups().ask(questions);
    }

    /** By head, in the order of the dictionary. */
    private static Map<String, Long> heads(Counts counts, RegionCode place, Map<String, Kind> dictionary) {
        Map<String, Count> raised = counts.by("hot", place, Metric.RAISED);
        Map<String, Long> heads = new LinkedHashMap<>();
        dictionary.values().forEach(kind -> {
            Count count = raised.get(kind.code());
            if (count != null) {
                heads.merge(kind.parent() == null ? kind.code() : kind.parent(), count.n(), Long::sum);
            }
        });
        return heads;
    }

    private static Spot spot(
            Found found,
            Counts before,
            Map<String, Kind> dictionary,
            Period period,
            String beforeName,
            Problems words) {
        RegionCode code = found.place().code();
        long previous = heads(before, code, dictionary).getOrDefault(found.kind(), 0L);
        Kind kind = dictionary.get(found.kind());
        Map<String, String> filter = CockpitFigures.region(code);
        filter.put("view", "all");
        filter.put("kind", found.kind());
        filter.put("raisedFrom", period.from().toString());
        filter.put("raisedTo", period.to().toString());
        return new Spot(
                code.toString(),
                found.place().name(),
                found.kind(),
                kind == null ? found.kind() : kind.name(),
                found.n(),
                previous,
                compared(found.n(), previous, beforeName, words),
                filter);
    }

    private static String compared(long n, long previous, String beforeName, Problems words) {
        if (previous == 0) {
            return words.word("insight.hot.new", beforeName);
        }
        return n == previous
                ? words.word("insight.hot.same", beforeName)
                : words.word(
                        n > previous ? "insight.hot.more" : "insight.hot.fewer",
                        beforeName,
                        Long.toString(Math.abs(n - previous)));
    }
}
