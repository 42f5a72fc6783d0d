package org.gongzhi.todo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** A territory sets a clock of its own, from a day to come. The rule before it ends on that day; clocks that run keep theirs. */
@Component
class AddClockRule {

    private final Transactions transactions;
    private final ClockRules rules;
    private final RegionLookup regions;
    private final Audit audit;
    private final Clock clock;

    AddClockRule(Transactions transactions, ClockRules rules, RegionLookup regions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    record NewRule(
            String subject,
            String step,
            String clazz,
            RegionCode region,
            int amount,
            String unit,
            int warnPercent,
            LocalDate validFrom,
            String source) {}

    Outcome<ClockRule> add(Actor actor, NewRule rule) {
        return transactions.write(actor, () -> {
            if (!ClockRulePolicy.mayAdd(actor, rule.region())) {
                return Outcome.refused(TodoRefusal.RULE_NOT_YOURS);
            }
            if (regions.find(rule.region()).isEmpty()) {
                return Outcome.invalid("region", TodoRefusal.RULE_REGION_UNKNOWN);
            }
            if (!rules.knows(rule.subject(), rule.step())) {
                return Outcome.invalid("step", TodoRefusal.RULE_STEP_UNKNOWN, rule.step());
            }
            return ClockRulePolicy.check(rule, Time.today(clock)).then(checked -> follow(actor, checked));
        });
    }

    private Outcome<ClockRule> follow(Actor actor, NewRule rule) {
        rules.lock(rule.subject(), rule.step(), rule.clazz());
        ClockRule before = rules.last(rule.region(), rule.subject(), rule.step(), rule.clazz())
                .orElse(null);
        if (before != null && !before.validFrom().isBefore(rule.validFrom())) {
            return Outcome.invalid(
                    "validFrom",
                    TodoRefusal.RULE_LATER_EXISTS,
                    before.validFrom().toString(),
                    before.version());
        }
        if (before != null) {
            rules.end(before.id(), rule.validFrom());
        }
        ClockRule added = new ClockRule(
                Ids.next(),
                rule.subject(),
                rule.step(),
                rule.clazz(),
                rule.region(),
                rule.amount(),
                ClockRule.Unit.valueOf(rule.unit().toUpperCase(Locale.ROOT)),
                rule.warnPercent(),
                rule.validFrom(),
                null,
                rules.lastVersion(rule.subject(), rule.step(), rule.clazz()) + 1,
                rule.source().strip());
        rules.add(added);
        audit.record(actor, "clock-rule.add", "clock_rule", added.id(), added.region(), before, added, null);
        return Outcome.done(added);
    }
}
