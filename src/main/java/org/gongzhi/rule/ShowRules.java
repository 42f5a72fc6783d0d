package org.gongzhi.rule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of one book as they hold at a node: where each comes from, since when, what is to come, and what happened. */
@Component
class ShowRules {

    private final Transactions transactions;
    private final RuleBooks books;
    private final RuleChanges changes;
    private final RulePermissions permissions;
    private final RegionLookup regions;
    private final Clock clock;

    ShowRules(
            Transactions transactions,
            RuleBooks books,
            RuleChanges changes,
            RulePermissions permissions,
            RegionLookup regions,
            Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.changes = changes;
        this.permissions = permissions;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * A rule as it holds or will.
     *
     * @param isOwn said by the node itself
     * @param to the day it ends; absent: until further notice
     */
    record Rule(
            UUID id,
            int version,
            String regionCode,
            String regionName,
            boolean isOwn,
            LocalDate from,
            @Nullable LocalDate to,
            String inWords,
            RuleTerms terms,
            String source) {}

    /**
     * One matter.
     *
     * @param holding absent while nothing holds yet
     * @param otherwise what would hold without the node's own rule; absent when it has none, or nothing would
     * @param coming what begins later, here or above where it would reach the node
     * @param mayEnd whether the node could go back to what is said above
     */
    record Row(
            String key,
            String name,
            @Nullable Rule holding,
            @Nullable Rule otherwise,
            List<Rule> coming,
            boolean mayEnd) {}

    record Place(String code, String name, int level) {}

    /** @param path from the nation down to the node */
    record Book(String code, Place place, List<Place> path, boolean mayEdit, LocalDate today, List<Row> rows) {}

    record Change(
            UUID id,
            Instant at,
            String key,
            String name,
            String regionName,
            int version,
            String action,
            LocalDate effectiveOn,
            String actor,
            String why,
            @Nullable String before,
            @Nullable String after) {}

    Outcome<Book> show(Actor actor, String bookCode, @Nullable RegionCode asked) {
        return books.find(bookCode)
                .then(book -> place(actor, asked)
                        .map(node -> transactions.read(actor, () -> {
                            List<Region> path = regions.path(node.code());
                            List<RegionCode> codes =
                                    path.stream().map(Region::code).toList();
                            List<RuleVersion> said = book.said(codes);
                            return new Book(
                                    book.code(),
                                    place(node),
                                    path.stream().map(ShowRules::place).toList(),
                                    permissions.maySet(actor, node.code()),
                                    Time.today(clock),
                                    said.stream()
                                            .map(RuleVersion::key)
                                            .distinct()
                                            .map(key -> row(book, said, codes, key))
                                            .toList());
                        })));
    }

    Outcome<List<Change>> history(Actor actor, String bookCode, @Nullable String key, @Nullable RegionCode asked) {
        return books.find(bookCode)
                .then(book -> place(actor, asked)
                        .map(node -> transactions.read(
                                actor,
                                () -> changes
                                        .history(
                                                book.code(),
                                                key,
                                                SetRule.pathOf(regions, node.code()),
                                                RuleBooks.isEnglish())
                                        .stream()
                                        .map(change -> new Change(
                                                change.id(),
                                                change.at(),
                                                change.key(),
                                                book.named(change.key(), RuleBooks.isEnglish()),
                                                regions.get(change.region()).name(),
                                                change.version(),
                                                change.action(),
                                                change.effectiveOn(),
                                                change.actor(),
                                                change.why(),
                                                change.before(),
                                                change.after()))
                                        .toList())));
    }

    /** Without a node asked for: that of the duty; whoever keeps a whole nation or province begins with the territory that works here. */
    private Outcome<Region> place(Actor actor, @Nullable RegionCode asked) {
        if (asked == null) {
            Region own = regions.get(actor.node());
            Region served = regions.served();
            return Outcome.done(own.holds(served.code()) ? served : own);
        }
        return regions.find(asked)
                .filter(region -> !region.hidden())
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("region", RuleRefusal.REGION_UNKNOWN));
    }

    private Row row(RuleBook book, List<RuleVersion> said, List<RegionCode> path, String key) {
        LocalDate today = Time.today(clock);
        RegionCode node = path.getLast();
        Optional<RuleVersion> holding = Inheritance.holding(said, path, key, today);
        boolean isOwn = holding.filter(rule -> rule.region().equals(node)).isPresent();
        Optional<RuleVersion> otherwise =
                isOwn ? Inheritance.holding(said, path.subList(0, path.size() - 1), key, today) : Optional.empty();
        return new Row(
                key,
                book.named(key, RuleBooks.isEnglish()),
                holding.map(rule -> rule(book, rule, node)).orElse(null),
                otherwise.map(rule -> rule(book, rule, node)).orElse(null),
                said.stream()
                        .filter(rule -> rule.key().equals(key) && rule.from().isAfter(today))
                        .filter(rule -> Inheritance.holding(said, path, key, rule.from())
                                .filter(rule::equals)
                                .isPresent())
                        .sorted(Comparator.comparing(RuleVersion::from))
                        .map(rule -> rule(book, rule, node))
                        .toList(),
                isOwn
                        && holding.filter(rule -> rule.to() == null).isPresent()
                        && book.ownerOf(key).filter(node::equals).isEmpty());
    }

    private Rule rule(RuleBook book, RuleVersion rule, RegionCode node) {
        return new Rule(
                rule.id(),
                rule.version(),
                rule.region().toString(),
                regions.get(rule.region()).name(),
                rule.region().equals(node),
                rule.from(),
                rule.to(),
                book.inWords(rule.terms(), RuleBooks.isEnglish()),
                rule.terms(),
                rule.source());
    }

    private static Place place(Region region) {
        return new Place(region.code().toString(), region.name(), region.level());
    }
}
