package org.gongzhi.likeness;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.likeness.Clusters.Matter;
import org.gongzhi.rule.RuleTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Works out beforehand which open matters stand together: street by street, where something new was raised, and every street once a day because time passes. What
 * has ended since is left out by whoever reads.
 */
@Component
class GatherClusters {

    private static final Actor WORKER = Actor.worker("集中反映");
    private static final int STREETS_AT_ONCE = 500;
    private static final long STREET_WIDTH = 1_000_000;
    private static final int MOST_OF_A_STREET = 5000;
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    /** A transaction that began earlier may end later: so far back it is looked again. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final Duration OLDEST = Duration.ofDays(180);

    private final Transactions transactions;
    private final Sql sql;
    private final LikenessBook book;
    private final Clock clock;

    GatherClusters(Transactions transactions, Sql sql, LikenessBook book, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.book = book;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> gatherClustersOfDemands() {
        return Tasks.recurring("gather-clusters", FixedDelay.of(Duration.ofMinutes(2)))
                .execute((_, _) -> gather());
    }

    /** Every street that has something new or was not looked at for a day; how many were looked at. */
    int gather() {
        while (done(this::noteNews)) {
            // A month of what came in at a time.
        }
        List<RegionCode> streets = done(this::due);
        for (RegionCode street : streets) {
            look(street);
        }
        return streets.size();
    }

    /** How many of the street's matters stand together with others. */
    int look(RegionCode street) {
        return done(() -> gather(street));
    }

    private <T> T done(Supplier<T> work) {
        return transactions.write(WORKER, () -> Outcome.done(work.get())).orThrow();
    }

    /** Streets where something came in are due at once. Ids tell when a row was made; whether there may be more. */
    private boolean noteNews() {
        Instant now = Time.now(clock);
        Instant seen = sql.of(
                        "select coalesce(seen_at, cast(:oldest as timestamptz)) as at from likeness_state where id = 1 for update")
                .bind("oldest", now.minus(OLDEST))
                .one(row -> row.at("at"));
        Instant month = seen.plus(A_MONTH);
        Instant to = month.isBefore(now) ? month : now;
        sql.of("""
                        insert into likeness_street (street_code, looked_at)
                        select distinct street_code, timestamptz 'epoch' from demand where id >= :from and id < :to
                        on conflict (street_code) do update set looked_at = excluded.looked_at""").bind("from", idAt(seen.minus(OVERLAP))).bind("to", idAt(to)).update();
        sql.of("update likeness_state set seen_at = :to where id = 1")
                .bind("to", to)
                .update();
        return to.isBefore(now);
    }

    /** The first id of version 7 of a moment. */
    private static UUID idAt(Instant at) {
        return new UUID((at.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE);
    }

    private List<RegionCode> due() {
        return sql.of(
                        "select street_code from likeness_street where looked_at < :before order by looked_at, street_code limit :most")
                .bind("before", Time.now(clock).minus(ONE_DAY))
                .bind("most", STREETS_AT_ONCE)
                .list(row -> row.region("street_code"));
    }

    /** Anew from the records; what stood together before keeps its name, so that a link to it goes on working. */
    private int gather(RegionCode street) {
        Instant now = Time.now(clock);
        sql.of("select street_code from likeness_street where street_code = :street for update")
                .bind("street", street)
                .list(row -> row.region("street_code"));
        Map<UUID, UUID> before = new HashMap<>();
        sql.of("select demand_id, cluster_id from likeness_member where region_code >= :from and region_code < :to")
                .bind("from", street)
                .bind("to", street.value() + STREET_WIDTH)
                .list(row -> before.put(row.id("demand_id"), row.id("cluster_id")));
        List<Member> members = members(street, before, now);
        sql.of("delete from likeness_member where region_code >= :from and region_code < :to or demand_id = any (:ids)")
                .bind("from", street)
                .bind("to", street.value() + STREET_WIDTH)
                .bindIds("ids", members.stream().map(each -> each.matter().id()).toList())
                .update();
        sql.of("""
                        insert into likeness_member (demand_id, cluster_id, region_code, kind_code, least, raised_at)
                        select d.id, m.cluster, d.region_code, d.kind_code, m.least, d.raised_at
                        from unnest(:ids, :clusters, :leasts) as m (id, cluster, least) join demand d on d.id = m.id""")
                .bindIds("ids", members.stream().map(each -> each.matter().id()).toList())
                .bindIds("clusters", members.stream().map(Member::cluster).toList())
                .bindLongs(
                        "leasts",
                        members.stream().map(each -> (long) each.least()).toList())
                .update();
        sql.of("update likeness_street set looked_at = :now where street_code = :street")
                .bind("now", now)
                .bind("street", street)
                .update();
        return members.size();
    }

    private record Member(Matter matter, UUID cluster, int least) {}

    private List<Member> members(RegionCode street, Map<UUID, UUID> before, Instant now) {
        Map<String, List<Matter>> byKind = open(street, now).stream().collect(Collectors.groupingBy(Matter::kind));
        Function<String, RuleTerms.Likeness> rules = book.holdingAt(street);
        Set<UUID> taken = new HashSet<>();
        List<Member> members = new ArrayList<>();
        byKind.forEach((kind, matters) -> {
            RuleTerms.Likeness rule = rules.apply(kind);
            for (List<Matter> cluster : Clusters.of(matters, rule, now)) {
                UUID name = cluster.stream()
                        .map(each -> before.get(each.id()))
                        .filter(each -> each != null && !taken.contains(each))
                        .findFirst()
                        .orElseGet(Ids::next);
                taken.add(name);
                cluster.forEach(each -> members.add(new Member(each, name, rule.least())));
            }
        });
        return members;
    }

    private List<Matter> open(RegionCode street, Instant now) {
        return sql.of("""
                        select id, kind_code, region_code, lng, lat, raised_at from demand
                        where street_code = :street and status in ('raised','accepted','assigned','handling','verifying','suspended') and raised_at >= :oldest
                        order by raised_at desc, id desc limit :most""")
                .bind("street", street)
                .bind("oldest", now.minus(OLDEST))
                .bind("most", MOST_OF_A_STREET)
                .list(row -> new Matter(
                        row.id("id"),
                        row.text("kind_code"),
                        new Spot(row.region("region_code"), row.realOrNull("lng"), row.realOrNull("lat")),
                        row.at("raised_at")));
    }
}
