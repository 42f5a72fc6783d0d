package org.gongzhi.todo;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The clock rules, and which of them holds. */
@Component
class ClockRules {

    /** Another node of the application may have set one; it holds from a day to come, so that nobody misses it in between. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final Sql sql;
    private final Clock clock;
    private volatile @Nullable Known known;

    ClockRules(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** All there are: every step of every matter asks which one holds. */
    private record Known(Map<String, List<Placed>> bySteps, Instant until) {}

    private record Placed(ClockRule rule, int level, long to) {
        boolean holds(RegionCode region, LocalDate on) {
            LocalDate end = rule.validTo();
            return rule.region().value() <= region.value()
                    && region.value() < to
                    && !on.isBefore(rule.validFrom())
                    && (end == null || on.isBefore(end));
        }
    }

    /** The most particular rule on that day: a class before {@code *}, deeper territory before wider. */
    Optional<ClockRule> holding(RegionCode region, String subject, String step, String clazz, LocalDate on) {
        return known().getOrDefault(subject + " " + step, List.of()).stream()
                .filter(placed -> (placed.rule().clazz().equals(clazz)
                                || placed.rule().clazz().equals("*"))
                        && placed.holds(region, on))
                .min(Comparator.<Placed, Boolean>comparing(
                                placed -> placed.rule().clazz().equals("*"))
                        .thenComparing(Placed::level, Comparator.reverseOrder()))
                .map(Placed::rule);
    }

    private Map<String, List<Placed>> known() {
        Known kept = known;
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept.bySteps();
        }
        Map<String, List<Placed>> all =
                sql.of("""
                select c.id, c.subject, c.step, c.class, c.region_code, c.amount, c.unit, c.warn_percent,
                       lower(c.valid) as valid_from, upper(c.valid) as valid_to, c.version, c.source, r.level, r.code_to
                from clock_rule c join region r on r.code = c.region_code
                """).list(row -> new Placed(map(row), row.whole("level"), row.number("code_to"))).stream()
                        .collect(Collectors.groupingBy(placed ->
                                placed.rule().subject() + " " + placed.rule().step()));
        known = new Known(all, clock.instant().plus(KEPT_FOR));
        return all;
    }

    /** Now, so that whoever sets a rule sees it, and again when the transaction ends either way. */
    private void forget() {
        known = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }

    Optional<ClockRule> find(UUID id) {
        return known().values().stream()
                .flatMap(List::stream)
                .map(Placed::rule)
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .or(() -> sql.of("""
                select id, subject, step, class, region_code, amount, unit, warn_percent,
                       lower(valid) as valid_from, upper(valid) as valid_to, version, source
                from clock_rule where id = :id
                """).bind("id", id).optional(ClockRules::map));
    }

    /** Those that hold at a place or will, its own and those of the nodes above. */
    List<ClockRule> at(RegionCode region, LocalDate today) {
        return sql.of("""
                select c.id, c.subject, c.step, c.class, c.region_code, c.amount, c.unit, c.warn_percent,
                       lower(c.valid) as valid_from, upper(c.valid) as valid_to, c.version, c.source
                from clock_rule c join region r on r.code = c.region_code
                where r.code <= :region and r.code_to > :region and (upper(c.valid) is null or upper(c.valid) > :today)
                order by c.subject, c.step, c.class, r.level desc, lower(c.valid)
                """).bind("region", region).bind("today", today).list(ClockRules::map);
    }

    /** Whether anything is said about this step anywhere: the nation-wide defaults name them all. */
    boolean knows(String subject, String step) {
        return sql.of("select count(*) from clock_rule where subject = :subject and step = :step")
                        .bind("subject", subject)
                        .bind("step", step)
                        .count()
                > 0;
    }

    /** Two who set the same clock at once come one after the other. */
    void lock(String subject, String step, String clazz) {
        sql.of("select count(*) from (select pg_advisory_xact_lock(hashtextextended(:key, 7))) locked")
                .bind("key", "clock_rule " + subject + " " + step + " " + clazz)
                .count();
    }

    /** The one set last for exactly this territory. */
    Optional<ClockRule> last(RegionCode region, String subject, String step, String clazz) {
        return sql.of("""
                select id, subject, step, class, region_code, amount, unit, warn_percent,
                       lower(valid) as valid_from, upper(valid) as valid_to, version, source
                from clock_rule
                where region_code = :region and subject = :subject and step = :step and class = :class
                order by lower(valid) desc limit 1
                """)
                .bind("region", region)
                .bind("subject", subject)
                .bind("step", step)
                .bind("class", clazz)
                .optional(ClockRules::map);
    }

    /** Counted over all territories, so that a citation names one rule. */
    int lastVersion(String subject, String step, String clazz) {
        return (int) sql.of("""
                select coalesce(max(version), 0) from clock_rule where subject = :subject and step = :step and class = :class
                """)
                .bind("subject", subject)
                .bind("step", step)
                .bind("class", clazz)
                .count();
    }

    void end(UUID id, LocalDate on) {
        forget();
        sql.of("update clock_rule set valid = daterange(lower(valid), :on) where id = :id")
                .bind("id", id)
                .bind("on", on)
                .update();
    }

    void add(ClockRule rule) {
        forget();
        sql.of("""
                insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, valid, version, source)
                values (:id, :subject, :step, :class, :region, :amount, :unit, :warnPercent, daterange(:from, :to), :version, :source)
                """)
                .bind("id", rule.id())
                .bind("subject", rule.subject())
                .bind("step", rule.step())
                .bind("class", rule.clazz())
                .bind("region", rule.region())
                .bind("amount", rule.amount())
                .bind("unit", rule.unit())
                .bind("warnPercent", rule.warnPercent())
                .bind("from", rule.validFrom())
                .bind("to", rule.validTo())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .update();
    }

    private static ClockRule map(Sql.Row row) throws SQLException {
        return new ClockRule(
                row.id("id"),
                row.text("subject"),
                row.text("step"),
                row.text("class"),
                row.region("region_code"),
                row.whole("amount"),
                ClockRule.Unit.valueOf(row.text("unit").toUpperCase(Locale.ROOT)),
                row.whole("warn_percent"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                row.whole("version"),
                row.text("source"));
    }
}
