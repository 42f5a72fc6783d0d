package org.gongzhi.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleChanges.Deed;
import org.gongzhi.rule.RuleChanges.Words;
import org.springframework.stereotype.Component;

/** A territory says something of its own from a day on. What it said before ends on that day; what runs already keeps the rule it began with. */
@Component
class SetRule {

    static final int LONGEST_SOURCE = 200;

    private final Transactions transactions;
    private final RuleBooks books;
    private final RuleChanges changes;
    private final RulePermissions permissions;
    private final RegionLookup regions;
    private final Audit audit;
    private final Clock clock;

    SetRule(
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

    Outcome<RuleVersion> set(Actor actor, String bookCode, RuleDraft draft) {
        Actor keeper = permissions.keeper(actor);
        return transactions.write(
                keeper,
                () -> permissions
                        .setter(actor, draft.region())
                        .then(_ -> books.find(bookCode))
                        .then(book -> valid(book, draft).then(checked -> follow(keeper, book, checked))));
    }

    /** As it would be kept. Within a transaction. */
    Outcome<RuleDraft> valid(RuleBook book, RuleDraft draft) {
        LocalDate today = Time.today(clock);
        if (draft.source().isBlank() || draft.source().length() > LONGEST_SOURCE) {
            return Outcome.invalid("source", RuleRefusal.SOURCE_MISSING);
        }
        if (draft.why().isBlank() || draft.why().length() > LONGEST_SOURCE) {
            return Outcome.invalid("why", RuleRefusal.WHY_MISSING);
        }
        if (draft.from().isBefore(today)) {
            return Outcome.invalid("from", RuleRefusal.IN_THE_PAST, today.toString());
        }
        return book.check(draft).unless(checked -> notBeforeAnother(book, checked));
    }

    private static Outcome<RuleDraft> notBeforeAnother(RuleBook book, RuleDraft draft) {
        return latest(book, draft.region(), draft.key())
                .filter(last -> !last.from().isBefore(draft.from()))
                .<Outcome<RuleDraft>>map(last -> Outcome.invalid(
                        "from", RuleRefusal.LATER_EXISTS, last.from().toString(), last.version()))
                .orElseGet(() -> Outcome.done(draft));
    }

    private Outcome<RuleVersion> follow(Actor actor, RuleBook book, RuleDraft draft) {
        changes.lock(book.code(), draft.key());
        return notBeforeAnother(book, draft).map(_ -> {
            List<RegionCode> path = pathOf(regions, draft.region());
            Optional<RuleVersion> before = Inheritance.holding(book.said(path), path, draft.key(), draft.from());
            Optional<RuleVersion> own = latest(book, draft.region(), draft.key())
                    .filter(last -> last.to() == null || last.to().isAfter(draft.from()));
            own.ifPresent(last -> book.until(last.id(), draft.from()));
            RuleVersion rule = new RuleVersion(
                    Ids.next(),
                    draft.key(),
                    draft.region(),
                    book.lastVersion(draft.key()) + 1,
                    draft.from(),
                    null,
                    draft.terms(),
                    draft.source().strip());
            book.add(rule);
            changes.add(
                    actor,
                    new Deed(
                            book.code(),
                            rule,
                            "set",
                            rule.from(),
                            draft.why().strip(),
                            before.map(each -> words(book, regions, each, draft.region()))
                                    .orElse(null),
                            words(book, regions, rule, draft.region()),
                            own.map(RuleVersion::id).orElse(null),
                            own.map(RuleVersion::to).orElse(null)));
            audit.record(actor, "rule.set", "rule", rule.id(), rule.region(), before.orElse(null), rule, draft.why());
            return rule;
        });
    }

    static Optional<RuleVersion> latest(RuleBook book, RegionCode region, String key) {
        return book.said(List.of(region)).stream()
                .filter(rule -> rule.key().equals(key))
                .max(Comparator.comparing(RuleVersion::from));
    }

    static List<RegionCode> pathOf(RegionLookup regions, RegionCode region) {
        return regions.path(region).stream().map(Region::code).toList();
    }

    /** With the territory it comes from, where that is another. */
    static Words words(RuleBook book, RegionLookup regions, RuleVersion rule, RegionCode at) {
        String from = rule.region().equals(at) ? "" : regions.get(rule.region()).name();
        return new Words(
                book.inWords(rule.terms(), false) + (from.isEmpty() ? "" : "（沿用" + from + "）"),
                book.inWords(rule.terms(), true) + (from.isEmpty() ? "" : " (from " + from + ")"));
    }
}
