package org.gongzhi.rule;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleChanges.Deed;
import org.springframework.stereotype.Component;

/** 撤回: a rule that has not begun never will; what it would have ended goes on. */
@Component
class WithdrawRule {

    private final Transactions transactions;
    private final RuleBooks books;
    private final RuleChanges changes;
    private final RulePermissions permissions;
    private final RegionLookup regions;
    private final Audit audit;
    private final Clock clock;

    WithdrawRule(
            Transactions transactions,
            RuleBooks books,
            RuleChanges changes,
            RulePermissions permissions,
            RegionLookup regions,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.changes = changes;
        this.permissions = permissions;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<RuleVersion> withdraw(Actor actor, String bookCode, RegionCode region, UUID id, String why) {
        Actor keeper = permissions.keeper(actor);
        return transactions.write(
                keeper,
                () -> permissions
                        .setter(actor, region)
                        .then(_ -> books.find(bookCode))
                        .then(book -> found(book, region, id, why).then(rule -> withdraw(keeper, book, rule, why))));
    }

    private Outcome<RuleVersion> found(RuleBook book, RegionCode region, UUID id, String why) {
        if (why.isBlank() || why.length() > SetRule.LONGEST_SOURCE) {
            return Outcome.invalid("why", RuleRefusal.WHY_MISSING);
        }
        Optional<RuleVersion> found = book.said(List.of(region)).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(RuleRefusal.RULE_UNKNOWN);
        }
        RuleVersion rule = found.get();
        changes.lock(book.code(), rule.key());
        if (!rule.from().isAfter(Time.today(clock))) {
            return Outcome.refused(RuleRefusal.HOLDS_ALREADY, rule.from().toString());
        }
        return SetRule.latest(book, region, rule.key())
                .filter(rule::equals)
                .<Outcome<RuleVersion>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(RuleRefusal.FOLLOWED_ALREADY));
    }

    private Outcome<RuleVersion> withdraw(Actor actor, RuleBook book, RuleVersion rule, String why) {
        book.withdraw(rule.id());
        changes.supersededBy(rule.id()).ifPresent(superseded -> {
            UUID before = superseded.id();
            if (before != null) {
                book.until(before, superseded.to());
            }
        });
        List<RegionCode> path = SetRule.pathOf(regions, rule.region());
        Optional<RuleVersion> after = Inheritance.holding(book.said(path), path, rule.key(), rule.from());
        changes.add(
                actor,
                new Deed(
                        book.code(),
                        rule,
                        "withdraw",
                        rule.from(),
                        why.strip(),
                        SetRule.words(book, regions, rule, rule.region()),
                        after.map(each -> SetRule.words(book, regions, each, rule.region()))
                                .orElse(null),
                        null,
                        null));
        audit.record(actor, "rule.withdraw", "rule", rule.id(), rule.region(), rule, after.orElse(null), why);
        return Outcome.done(rule);
    }
}
