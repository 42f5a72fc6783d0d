package org.gongzhi.todo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** The clock rules, and which of them holds. */
@Component
class ClockRules {

    private final Sql sql;

    ClockRules(Sql sql) {
        this.sql = sql;
    }

    /** The most particular rule on that day: a class before {@code *}, deeper territory before wider. */
    Optional<ClockRule> holding(RegionCode region, String subject, String step, String clazz, LocalDate on) {
        return sql.of("""
                select c.id, c.subject, c.step, c.class, c.region_code, c.amount, c.unit, c.warn_percent,
                       lower(c.valid) as valid_from, upper(c.valid) as valid_to, c.version, c.source
                from clock_rule c join region r on r.code = c.region_code
                where c.subject = :subject and c.step = :step and c.class in (:class, '*') and c.valid @> :on
                  and r.code <= :region and r.code_to > :region
                order by c.class = '*', r.level desc
                limit 1
                """)
                .bind("subject", subject)
                .bind("step", step)
                .bind("class", clazz)
                .bind("on", on)
                .bind("region", region)
                .optional(ClockRules::map);
    }

    Optional<ClockRule> find(UUID id) {
        return sql.of("""
                select id, subject, step, class, region_code, amount, unit, warn_percent,
                       lower(valid) as valid_from, upper(valid) as valid_to, version, source
                from clock_rule where id = :id
                """).bind("id", id).optional(ClockRules::map);
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
