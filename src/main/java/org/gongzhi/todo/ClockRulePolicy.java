package org.gongzhi.todo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.todo.AddClockRule.NewRule;

/** What a new clock rule must be like, whoever sets it. */
final class ClockRulePolicy {

    private static final Set<String> CLASSES = Set.of("urgent", "utility", "ordinary", "hard", ClockRule.ANY_CLASS);
    private static final int LARGEST_AMOUNT = 1000;
    private static final int LONGEST_SOURCE = 200;

    private ClockRulePolicy() {}

    static boolean mayAdd(Actor actor, RegionCode region) {
        return (actor.duty() == DutyKind.DISTRICT_LEADER || actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR)
                && actor.scope().holds(region);
    }

    static Outcome<NewRule> check(NewRule rule, LocalDate today) {
        if (!CLASSES.contains(rule.clazz())) {
            return Outcome.invalid("class", TodoRefusal.RULE_CLASS_UNKNOWN, rule.clazz());
        }
        if (Arrays.stream(ClockRule.Unit.values())
                .noneMatch(unit -> unit.name().toLowerCase(Locale.ROOT).equals(rule.unit()))) {
            return Outcome.invalid("unit", TodoRefusal.RULE_UNIT_UNKNOWN);
        }
        if (rule.amount() < 1 || rule.amount() > LARGEST_AMOUNT) {
            return Outcome.invalid("amount", TodoRefusal.RULE_AMOUNT_OUT_OF_RANGE, LARGEST_AMOUNT, rule.amount());
        }
        if (rule.warnPercent() < 1 || rule.warnPercent() > 99) {
            return Outcome.invalid("warnPercent", TodoRefusal.RULE_WARNING_OUT_OF_RANGE, rule.warnPercent());
        }
        if (rule.source().isBlank() || rule.source().length() > LONGEST_SOURCE) {
            return Outcome.invalid("source", TodoRefusal.RULE_SOURCE_MISSING);
        }
        LocalDate earliest = today.plusDays(1);
        return rule.validFrom().isBefore(earliest)
                ? Outcome.invalid("validFrom", TodoRefusal.RULE_IN_THE_PAST, earliest.toString())
                : Outcome.done(rule);
    }
}
