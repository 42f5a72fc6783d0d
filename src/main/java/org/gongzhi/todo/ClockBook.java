package org.gongzhi.todo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 时限: how long each step of each class of matters may take, and when its lamp turns amber. */
@Component
class ClockBook implements RuleBook {

    private static final Set<String> CLASSES = Set.of("urgent", "utility", "ordinary", "hard", ClockRule.ANY_CLASS);
    private static final int LARGEST_AMOUNT = 1000;

    private final ClockRules rules;

    ClockBook(ClockRules rules) {
        this.rules = rules;
    }

    /** demand.settle.utility. */
    private record Key(String subject, String step, String clazz) {
        static @Nullable Key of(String key) {
            String[] parts = key.split("\\.", -1);
            return parts.length == 3 ? new Key(parts[0], parts[1], parts[2]) : null;
        }

        static Key certain(String key) {
            Key known = of(key);
            if (known == null) {
                throw new IllegalArgumentException("no clock " + key);
            }
            return known;
        }
    }

    @Override
    public String code() {
        return "clock";
    }

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return rules.said(nodes).stream().map(ClockBook::version).toList();
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        Key about = Key.certain(key);
        return rules
                .between(node.code().value() + 1, node.to(), about.subject(), about.step(), about.clazz(), on)
                .stream()
                .map(ClockBook::version)
                .toList();
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        Key key = Key.of(draft.key());
        if (key == null || !rules.knows(key.subject(), key.step())) {
            return Outcome.invalid("key", TodoRefusal.RULE_STEP_UNKNOWN, key == null ? draft.key() : key.step());
        }
        if (!CLASSES.contains(key.clazz())) {
            return Outcome.invalid("key", TodoRefusal.RULE_CLASS_UNKNOWN, key.clazz());
        }
        RuleTerms.Clock clock = draft.terms().clock();
        if (clock == null
                || Arrays.stream(ClockRule.Unit.values())
                        .noneMatch(unit -> unit.name().toLowerCase(Locale.ROOT).equals(clock.unit()))) {
            return Outcome.invalid("unit", TodoRefusal.RULE_UNIT_UNKNOWN);
        }
        if (clock.amount() < 1 || clock.amount() > LARGEST_AMOUNT) {
            return Outcome.invalid("amount", TodoRefusal.RULE_AMOUNT_OUT_OF_RANGE, LARGEST_AMOUNT, clock.amount());
        }
        return warning(clock).map(_ -> draft.withTerms(RuleTerms.of(clock)));
    }

    private static Outcome<RuleTerms.Clock> warning(RuleTerms.Clock clock) {
        Integer percent = clock.warnPercent();
        Integer hours = clock.warnHours();
        if ((percent == null) == (hours == null)) {
            return Outcome.invalid("warnPercent", TodoRefusal.RULE_WARNING_NOT_ONE);
        }
        if (percent != null && (percent < 1 || percent > 99)) {
            return Outcome.invalid("warnPercent", TodoRefusal.RULE_WARNING_OUT_OF_RANGE, percent);
        }
        return hours != null && (hours < 1 || hours > 999)
                ? Outcome.invalid("warnHours", TodoRefusal.RULE_WARNING_HOURS_OUT_OF_RANGE, hours)
                : Outcome.done(clock);
    }

    @Override
    public int lastVersion(String key) {
        Key about = Key.certain(key);
        return rules.lastVersion(about.subject(), about.step(), about.clazz());
    }

    @Override
    public void add(RuleVersion rule) {
        rules.add(rule(rule.id(), rule.key(), rule.region(), rule.terms(), rule));
    }

    @Override
    public void until(UUID id, @Nullable LocalDate to) {
        rules.until(id, to);
    }

    @Override
    public void withdraw(UUID id) {
        rules.withdraw(id);
    }

    @Override
    public String named(String key, boolean isEnglish) {
        Key about = Key.certain(key);
        return ClockWords.named(about.step(), about.clazz(), isEnglish);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        return rule(new UUID(0, 0), "demand.settle.*", RegionCode.NATION, terms, null)
                .termsInWords(isEnglish);
    }

    static ClockRule rule(UUID id, String key, RegionCode region, RuleTerms terms, @Nullable RuleVersion version) {
        Key about = Key.certain(key);
        RuleTerms.Clock clock = terms.clock();
        if (clock == null) {
            throw new IllegalArgumentException("a clock rule says how long");
        }
        return new ClockRule(
                id,
                about.subject(),
                about.step(),
                about.clazz(),
                region,
                clock.amount(),
                ClockRule.Unit.valueOf(clock.unit().toUpperCase(Locale.ROOT)),
                clock.warnPercent(),
                clock.warnHours(),
                version == null ? LocalDate.EPOCH : version.from(),
                version == null ? null : version.to(),
                version == null ? 0 : version.version(),
                version == null ? "" : version.source());
    }

    private static RuleVersion version(ClockRule rule) {
        return new RuleVersion(
                rule.id(),
                rule.subject() + "." + rule.step() + "." + rule.clazz(),
                rule.region(),
                rule.version(),
                rule.validFrom(),
                rule.validTo(),
                RuleTerms.of(new RuleTerms.Clock(
                        rule.amount(),
                        rule.unit().name().toLowerCase(Locale.ROOT),
                        rule.warnPercent(),
                        rule.warnHours())),
                rule.source());
    }
}
