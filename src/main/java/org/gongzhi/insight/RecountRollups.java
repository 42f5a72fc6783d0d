package org.gongzhi.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Counts a part of the tree again from the records and compares. Finds, writes down and logs differences; mends nothing, so that nobody misses them. */
@Component
public class RecountRollups {

    private static final Logger LOG = LoggerFactory.getLogger(RecountRollups.class);
    private static final int MOST_DIFFERENCES = 50;

    private final Transactions transactions;
    private final Sql sql;
    private final RegionLookup regions;
    private final ObjectMapper json;
    private final Clock clock;

    RecountRollups(Transactions transactions, Sql sql, RegionLookup regions, ObjectMapper json, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.regions = regions;
        this.json = json;
        this.clock = clock;
    }

    /** Where the figures shown are not what the records say. Totals are minutes. */
    record Difference(
            String region,
            String metric,
            String grain,
            String dimension,
            String period,
            String value,
            long counted,
            long shown,
            long countedTotal,
            long shownTotal) {}

    /**
     * @param differences all of them; {@code first} holds at most fifty
     */
    record Check(RegionCode region, long compared, long differences, List<Difference> first) {}

    /** The next working district with all that lies under it, and the nodes above it. One a night: a year goes round three hundred districts. */
    List<Check> recountNext() {
        Optional<RegionCode> next = transactions.asWorker("fold", this::nextDistrict);
        if (next.isEmpty()) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        for (Region node : regions.path(next.get())) {
            checks.add(node.code().equals(next.get()) ? recount(node.code()) : recountAlone(node.code()));
        }
        return checks;
    }

    /** In how many places of the whole country the figures are not what the records say. */
    public long differences() {
        return recount(RegionCode.NATION).differences();
    }

    /** A node and everything under it. */
    Check recount(RegionCode code) {
        Region node = regions.get(code);
        return recount(node, node.to());
    }

    /** The figures of the node itself. */
    Check recountAlone(RegionCode code) {
        return recount(regions.get(code), code.value() + 1);
    }

    private Check recount(Region node, long nodesTo) {
        return transactions.asWorker("fold", () -> {
            Check check = compare(node, nodesTo);
            write(check, Time.now(clock));
            if (check.differences() > 0) {
                LOG.error(
                        "The figures of {} differ from the records in {} of {} places; rebuild-figures repairs them. First: {}",
                        node.code(),
                        check.differences(),
                        check.compared(),
                        check.first().getFirst());
            }
            return check;
        });
    }

    /** One statement, one snapshot: records, figures and what is still to be folded are of the same moment, while people go on working. */
    private Check compare(Region node, long nodesTo) {
        List<Difference> first = new ArrayList<>();
        long[] numbers = new long[2];
        sql.of("with recursive " + RollupStatements.FACTS + """
                , leaf as (
                    select metric, region_code, day, kind_code, channel, status, sum(n) as n, sum(total) as total
                    from (select metric, region_code, day, kind_code, channel, status, n, total from fact
                          union all
                          select metric, region_code, day, kind_code, channel, status, -n, -total from rollup_delta
                          where region_code >= :from and region_code < :to and metric <> 15) known
                    group by 1, 2, 3, 4, 5, 6),
                """ + RollupStatements.SPREAD + """
                , counted as (select * from spread where region_code >= :from and region_code < :nodesTo),
                shown as (select * from rollup_node where region_code >= :from and region_code < :nodesTo and metric <> 15),
                difference as (
                    select coalesce(c.region_code, s.region_code) as region_code, coalesce(c.metric, s.metric) as metric, coalesce(c.grain, s.grain) as grain,
                           coalesce(c.dimension, s.dimension) as dimension, coalesce(c.period, s.period) as period, coalesce(c.value, s.value) as value,
                           coalesce(c.n, 0) as counted, coalesce(s.n, 0) as shown, coalesce(c.total, 0) as counted_total, coalesce(s.total, 0) as shown_total
                    from counted c full join shown s on s.region_code = c.region_code and s.metric = c.metric and s.grain = c.grain
                         and s.dimension = c.dimension and s.period = c.period and s.value = c.value
                    where c.n is distinct from s.n or c.total is distinct from s.total)
                select (select count(*) from shown) as compared, (select count(*) from difference) as differences, d.*, m.code as metric_code
                from (select 1) always left join (select * from difference order by region_code, metric, grain, dimension, period, value limit :most) d on true
                left join metric m on m.id = d.metric""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("nodesTo", nodesTo)
                .bind("most", MOST_DIFFERENCES)
                .list(row -> {
                    numbers[0] = row.number("compared");
                    numbers[1] = row.number("differences");
                    return row.textOrNull("metric_code") != null && first.add(difference(row));
                });
        return new Check(node.code(), numbers[0], numbers[1], List.copyOf(first));
    }

    private static Difference difference(Sql.Row row) throws java.sql.SQLException {
        return new Difference(
                row.region("region_code").toString(),
                row.text("metric_code"),
                row.text("grain"),
                row.text("dimension"),
                row.text("period"),
                row.text("value"),
                row.number("counted"),
                row.number("shown"),
                row.number("counted_total"),
                row.number("shown_total"));
    }

    private void write(Check check, Instant at) {
        UUID id = Ids.next();
        sql.of("""
                insert into rollup_check (id, at, region_code, compared, differences, detail)
                values (:id, :at, :region, :compared, :differences, :detail::jsonb)""")
                .bind("id", id)
                .bind("at", at)
                .bind("region", check.region())
                .bind("compared", check.compared())
                .bind("differences", check.differences())
                .bind("detail", json.writeValueAsString(check.first()))
                .update();
    }

    private Optional<RegionCode> nextDistrict() {
        Optional<RegionCode> next = sql.of("""
                        select code from region where level = 3 and is_working and not is_hidden
                        order by code <= (select recounted_to from rollup_state where id = 1), code limit 1""").optional(row -> row.region("code"));
        next.ifPresent(code -> sql.of("update rollup_state set recounted_to = :code where id = 1")
                .bind("code", code)
                .update());
        return next;
    }
}
