package org.gongzhi.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleChanges.Deed;
import org.springframework.stereotype.Component;

/** 恢复沿用: from a day on a territory says nothing of its own, and what is said above holds again. */
@Component
class EndRule {

    private final Transactions transactions;
    private final RuleBooks books;
    private final RuleChanges changes;
    private final RulePermissions permissions;
    private final RegionLookup regions;
    private final Audit audit;
    private final Clock clock;

    EndRule(
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

    Outcome<RuleVersion> end(Actor actor, String bookCode, String key, RegionCode region, LocalDate on, String why) {
        Actor keeper = permissions.keeper(actor);
        return transactions.write(
                keeper,
                () -> permissions
                        .setter(actor, region)
                        .then(_ -> books.find(bookCode))
                        .then(book -> valid(book, key, region, on, why).then(own -> end(keeper, book, own, on, why))));
    }

    private Outcome<RuleVersion> valid(RuleBook book, String key, RegionCode region, LocalDate on, String why) {
        LocalDate today = Time.today(clock);
        if (why.isBlank() || why.length() > SetRule.LONGEST_SOURCE) {
            return Outcome.invalid("why", RuleRefusal.WHY_MISSING);
        }
        if (on.isBefore(today)) {
            return Outcome.invalid("from", RuleRefusal.IN_THE_PAST, today.toString());
        }
        if (book.ownerOf(key).filter(region::equals).isPresent()) {
            return Outcome.refused(
                    RuleRefusal.OWNER_MUST_SPEAK, regions.get(region).name());
        }
        changes.lock(book.code(), key);
        Optional<RuleVersion> own = SetRule.latest(book, region, key).filter(rule -> rule.to() == null);
        if (own.isEmpty()) {
            return Outcome.refused(RuleRefusal.NOTHING_TO_END);
        }
        return own.get().from().isBefore(on)
                ? Outcome.done(own.get())
                : Outcome.invalid(
                        "from",
                        RuleRefusal.LATER_EXISTS,
                        own.get().from().toString(),
                        own.get().version());
    }

    private Outcome<RuleVersion> end(Actor actor, RuleBook book, RuleVersion own, LocalDate on, String why) {
        book.until(own.id(), on);
        List<RegionCode> path = SetRule.pathOf(regions, own.region());
        Optional<RuleVersion> after = Inheritance.holding(book.said(path), path, own.key(), on);
        changes.add(
                actor,
                new Deed(
                        book.code(),
                        own,
                        "end",
                        on,
                        why.strip(),
                        SetRule.words(book, regions, own, own.region()),
                        after.map(rule -> SetRule.words(book, regions, rule, own.region()))
                                .orElse(null),
                        null,
                        null));
        audit.record(actor, "rule.end", "rule", own.id(), own.region(), own, after.orElse(null), why);
        return Outcome.done(own);
    }
}
