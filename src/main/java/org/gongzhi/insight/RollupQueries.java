package org.gongzhi.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongzhi.insight.Period.Slice;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads figures by primary key: many questions, one statement. */
@Component
class RollupQueries {

    private static final LocalDate STOCK = LocalDate.EPOCH;

    private static final String ASKED = """
            select ask.block, r.region_code, r.metric,
                   case ask.key when 'value' then r.value when 'period' then r.period::text else '' end as key,
                   sum(r.n)::bigint as n, sum(r.total)::bigint as total
            from unnest(:blocks, :regions, :metrics::smallint[], :grains::char(1)[], :dimensions, :froms::date[], :tos::date[], :keys)
                 as ask (block, region_code, metric, grain, dimension, first_period, last_period, key)
            """;

    private static final String AS_COUNTED = "join rollup_node r";

    private static final String TODAYS_TREE = """
            join (select region_code, metric, grain, dimension, period, value, n, total from rollup_node
                  union all select region_code, metric, grain, dimension, period, value, n, total from rollup_shift) r
            """;

    private static final String MATCHING = """
             on r.region_code = ask.region_code and r.metric = ask.metric and r.grain = ask.grain
             and r.dimension = ask.dimension and r.period between ask.first_period and ask.last_period
            where ask.dimension <> 'kind' or :kinds::text[] is null or r.value = any (:kinds::text[])
            group by 1, 2, 3, 4
            """;

    private final Sql sql;

    RollupQueries(Sql sql) {
        this.sql = sql;
    }

    record Count(long n, long total) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(n + other.n, total + other.total);
        }

        Count minus(Count other) {
            return new Count(n - other.n, total - other.total);
        }
    }

    /** Questions under names of the asker's choosing. Whoever is bounded by kinds gets every total from those kinds' rows. */
    static final class Questions {
        private final @Nullable List<String> kinds;
        private final boolean isOnTodaysTree;
        private final List<String> blocks = new ArrayList<>();
        private final List<Long> regions = new ArrayList<>();
        private final List<Long> metrics = new ArrayList<>();
        private final List<String> grains = new ArrayList<>();
        private final List<String> dimensions = new ArrayList<>();
        private final List<String> froms = new ArrayList<>();
        private final List<String> tos = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();

        Questions(@Nullable List<String> kinds) {
            this(kinds, false);
        }

        /** @param isOnTodaysTree past flows counted where things lie today, not where they lay then */
        Questions(@Nullable List<String> kinds, boolean isOnTodaysTree) {
            this.kinds = kinds;
            this.isOnTodaysTree = isOnTodaysTree;
        }

        Questions totals(String block, RegionCode region, Iterable<Metric> asked, List<Slice> slices) {
            for (Metric metric : asked) {
                slices.forEach(slice -> ask(block, region, metric, slice, wholeDimension(), "none"));
            }
            return this;
        }

        Questions stocks(String block, RegionCode region) {
            for (Metric metric : Metric.STOCKS) {
                ask(block, region, metric, new Slice("s", STOCK, STOCK), wholeDimension(), "none");
            }
            return this;
        }

        Questions by(String dimension, String block, RegionCode region, Metric metric, List<Slice> slices) {
            slices.forEach(slice -> ask(block, region, metric, slice, dimension, "value"));
            return this;
        }

        Questions stockBy(String dimension, String block, RegionCode region) {
            return by(dimension, block, region, Metric.OPEN, List.of(new Slice("s", STOCK, STOCK)));
        }

        Questions byAge(String block, RegionCode region, LocalDate today) {
            ask(block, region, Metric.OPEN, new Slice("s", STOCK, today), "age", "period");
            return this;
        }

        Questions byMonth(String block, RegionCode region, Metric metric, LocalDate firstMonth, LocalDate lastMonth) {
            ask(block, region, metric, new Slice("m", firstMonth, lastMonth), wholeDimension(), "period");
            return this;
        }

        private String wholeDimension() {
            return kinds == null ? "" : "kind";
        }

        private void ask(String block, RegionCode region, Metric metric, Slice slice, String dimension, String key) {
            blocks.add(block);
            regions.add(region.value());
            metrics.add((long) metric.id());
            grains.add(slice.grain());
            dimensions.add(dimension);
            froms.add(slice.from().toString());
            tos.add(slice.to().toString());
            keys.add(key);
        }
    }

    private record Place(String block, RegionCode region, Metric metric) {}

    /** What was found; what was not found is none. */
    static final class Counts {
        private final Map<Place, TreeMap<String, Count>> found = new HashMap<>();

        Count of(String block, RegionCode region, Metric metric) {
            return by(block, region, metric).values().stream().reduce(Count.NONE, Count::plus);
        }

        /** By the value of the dimension, or by the first day of the period. */
        Map<String, Count> by(String block, RegionCode region, Metric metric) {
            return found.getOrDefault(new Place(block, region, metric), new TreeMap<>());
        }

        private void add(Place place, String key, Count count) {
            found.computeIfAbsent(place, _ -> new TreeMap<>()).merge(key, count, Count::plus);
        }
    }

    Counts ask(Questions questions) {
        var counts = new Counts();
        (questions.isOnTodaysTree ? sql.of(ASKED + TODAYS_TREE + MATCHING) : sql.of(ASKED + AS_COUNTED + MATCHING))
                .bindTexts("blocks", questions.blocks)
                .bindLongs("regions", questions.regions)
                .bindLongs("metrics", questions.metrics)
                .bindTexts("grains", questions.grains)
                .bindTexts("dimensions", questions.dimensions)
                .bindTexts("froms", questions.froms)
                .bindTexts("tos", questions.tos)
                .bindTexts("keys", questions.keys)
                .bindTexts("kinds", questions.kinds)
                .list(row -> {
                    var place = new Place(row.text("block"), row.region("region_code"), Metric.of(row.whole("metric")));
                    counts.add(place, row.text("key"), new Count(row.number("n"), row.number("total")));
                    return place;
                });
        return counts;
    }

    /** Whether the tree at or below these codes was changed after the first of these days: figures of then and on today's tree differ. */
    boolean hasShifted(long from, long to, LocalDate first) {
        return sql.of("""
                        select exists (select from region where closed_on > :first and code >= :from and code < :to)
                            or exists (select from region where opened_on > :first and code >= :from and code < :to and closed_on is null) as yes
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("first", first)
                .one(row -> row.yes("yes"));
    }

    /** Everything committed before this moment is in the figures. */
    Instant asOf() {
        return sql.of("select folded_at from rollup_state where id = 1").one(row -> row.at("folded_at"));
    }
}
