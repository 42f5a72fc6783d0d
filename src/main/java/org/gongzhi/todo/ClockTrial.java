package org.gongzhi.todo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** What a clock rule would mean that nobody has set yet. */
@Component
public class ClockTrial {

    private final ClockRules rules;
    private final BusinessCalendar calendar;

    ClockTrial(ClockRules rules, BusinessCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public Instant dueAt(String key, RuleTerms terms, Instant from) {
        return ClockBook.rule(new UUID(0, 0), key, RegionCode.NATION, terms, null)
                .dueAt(from, calendar);
    }

    /** The classes a rule on this key reaches at a place: its own, or for * those of which nothing more particular is said. */
    public List<String> classes(String key, RegionCode region, LocalDate on) {
        String[] parts = key.split("\\.", -1);
        if (!parts[2].equals(ClockRule.ANY_CLASS)) {
            return List.of(parts[2]);
        }
        return List.of("urgent", "utility", "ordinary", "hard").stream()
                .filter(clazz -> rules.holding(region, parts[0], parts[1], clazz, on)
                        .filter(rule -> !rule.clazz().equals(ClockRule.ANY_CLASS))
                        .isEmpty())
                .toList();
    }
}
