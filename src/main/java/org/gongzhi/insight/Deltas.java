package org.gongzhi.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.demand.DemandEvent.Snapshot;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.springframework.stereotype.Component;

/** Appends what happened to {@code rollup_delta}: one statement an event, in the transaction in which it happened. */
@Component
class Deltas {

    private final Sql sql;

    Deltas(Sql sql) {
        this.sql = sql;
    }

    private record Key(Metric metric, long region, LocalDate day, String kindCode, String channel, String status) {}

    private record Count(long n, long total) {
        Count plus(Count other) {
            return new Count(n + other.n, total + other.total);
        }
    }

    /** What one event changes; equal keys are summed, what cancels out is not written. */
    static final class Change {
        private final Map<Key, Count> counts = new LinkedHashMap<>();

        Change flow(Metric metric, Snapshot demand, Instant at) {
            return flow(metric, demand, at, 1, 0);
        }

        Change flow(Metric metric, Snapshot demand, Instant at, long n, long total) {
            return add(metric, demand, at, "", n, total);
        }

        /** The demand joins the stocks it belongs to as it stands ({@code n} = 1), or leaves them (−1). */
        Change stock(Snapshot demand, long n) {
            if (demand.status().isOpen()) {
                add(Metric.OPEN, demand, demand.raisedAt(), demand.status().code(), n, 0);
                if (demand.isLate()) {
                    add(Metric.LATE, demand, demand.raisedAt(), demand.status().code(), n, 0);
                }
            }
            return this;
        }

        private Change add(Metric metric, Snapshot demand, Instant at, String status, long n, long total) {
            var key = new Key(
                    metric,
                    demand.region().value(),
                    LocalDate.ofInstant(at, Time.ZONE),
                    demand.kindCode(),
                    demand.channel(),
                    status);
            counts.merge(key, new Count(n, total), Count::plus);
            return this;
        }
    }

    void append(Change change) {
        List<Long> metrics = new ArrayList<>();
        List<Long> regions = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        List<Long> ns = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        change.counts.forEach((key, count) -> {
            if (count.n() != 0 || count.total() != 0) {
                metrics.add((long) key.metric().id());
                regions.add(key.region());
                days.add(key.day().toString());
                kinds.add(key.kindCode());
                channels.add(key.channel());
                statuses.add(key.status());
                ns.add(count.n());
                totals.add(count.total());
            }
        });
        if (metrics.isEmpty()) {
            return;
        }
        sql.of("""
                insert into rollup_delta (metric, region_code, day, kind_code, channel, status, n, total)
                select d.metric, d.region_code, d.day::date, d.kind_code, d.channel, d.status, d.n, d.total
                from unnest(:metrics, :regions, :days, :kinds, :channels, :statuses, :ns, :totals)
                     as d (metric, region_code, day, kind_code, channel, status, n, total)""")
                .bindLongs("metrics", metrics)
                .bindLongs("regions", regions)
                .bindTexts("days", days)
                .bindTexts("kinds", kinds)
                .bindTexts("channels", channels)
                .bindTexts("statuses", statuses)
                .bindLongs("ns", ns)
                .bindLongs("totals", totals)
                .updateLater();
    }
}
