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

    /** Another node of the application may have set one; what begins within the minute goes by the one before. */
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
                select c.id, c.subject, c.step, c.class, c.region_code, c.amount, c.unit, c.warn_percent, c.warn_hours,
                       lower(c.valid) as valid_from, upper(c.valid) as valid_to, c.version, c.source, r.level, r.code_to
                from clock_rule c join region r on r.code = c.region_code where not isempty(c.valid)
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
                select id, subject, step, class, region_code, amount, unit, warn_percent, warn_hours,
                       lower(valid) as valid_from, upper(valid) as valid_to, version, source
                from clock_rule where id = :id and not isempty(valid)
                """).bind("id", id).optional(ClockRules::map));
    }

    /** Everything these nodes say, withdrawn rules left out; in the order of a matter's way. */
    List<ClockRule> said(List<RegionCode> nodes) {
        return sql.of("""
                select id, subject, step, class, region_code, amount, unit, warn_percent, warn_hours,
                       lower(valid) as valid_from, upper(valid) as valid_to, version, source
                from clock_rule
                where region_code = any (:nodes) and not isempty(valid)
                order by subject, array_position(array['settle', 'accept', 'assign', 'take_up', 'receive', 'decide_extension', 'supervise',
                                                       'answer_supervision', 'verify', 'close', 'call_back', 'judge', 'rework'], step), step,
                         array_position(array['urgent', 'utility', 'ordinary', 'hard', '*'], class), lower(valid)
                """)
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(ClockRules::map);
    }

    /** What the nodes from one code to before another say on that day. */
    List<ClockRule> between(long from, long to, String subject, String step, String clazz, LocalDate on) {
        return sql.of("""
                select id, subject, step, class, region_code, amount, unit, warn_percent, warn_hours,
                       lower(valid) as valid_from, upper(valid) as valid_to, version, source
                from clock_rule
                where region_code >= :from and region_code < :to and subject = :subject and step = :step and class = :class and valid @> :on
                order by region_code
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("subject", subject)
                .bind("step", step)
                .bind("class", clazz)
                .bind("on", on)
                .list(ClockRules::map);
    }

    /** Whether anything is said about this step anywhere: the nation-wide defaults name them all. */
    boolean knows(String subject, String step) {
        return sql.of("select count(*) from clock_rule where subject = :subject and step = :step")
                        .bind("subject", subject)
                        .bind("step", step)
                        .count()
                > 0;
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

    void until(UUID id, @Nullable LocalDate to) {
        forget();
        sql.of("update clock_rule set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
    }

    void withdraw(UUID id) {
        forget();
        sql.of("update clock_rule set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
    }

    void add(ClockRule rule) {
        forget();
        sql.of("""
                insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, warn_hours, valid, version, source)
                values (:id, :subject, :step, :class, :region, :amount, :unit, :warnPercent, :warnHours, daterange(:from, cast(:to as date)), :version,
                        :source)
                """)
                .bind("id", rule.id())
                .bind("subject", rule.subject())
                .bind("step", rule.step())
                .bind("class", rule.clazz())
                .bind("region", rule.region())
                .bind("amount", rule.amount())
                .bind("unit", rule.unit())
                .bind("warnPercent", rule.warnPercent())
                .bind("warnHours", rule.warnHours())
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
                row.wholeOrNull("warn_percent"),
                row.wholeOrNull("warn_hours"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                row.whole("version"),
                row.text("source"));
    }
}
