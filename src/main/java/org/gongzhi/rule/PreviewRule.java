package org.gongzhi.rule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rule would change, before it is set: what is said today beside it, whom it reaches, and which numbers would have been others. Changes nothing. */
@Component
class PreviewRule {

    private final Transactions transactions;
    private final RuleBooks books;
    private final SetRule setRule;
    private final RulePermissions permissions;
    private final List<RuleEffect> effects;
    private final RegionLookup regions;
    private final Clock clock;

    PreviewRule(
            Transactions transactions,
            RuleBooks books,
            SetRule setRule,
            RulePermissions permissions,
            List<RuleEffect> effects,
            RegionLookup regions,
            Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.setRule = setRule;
        this.permissions = permissions;
        this.effects = effects;
        this.regions = regions;
        this.clock = clock;
    }

    /** Somebody below who has a rule of their own on the matter, or goes by this one. */
    record Node(
            String code, String name, int level, @Nullable String inWords) {}

    /**
     * @param before what holds there without it; absent when nothing does
     * @param inheriting the nodes right below that would go by it
     * @param overriding all nodes below with a rule of their own
     */
    record Preview(
            @Nullable String before,
            String after,
            List<Node> inheriting,
            List<Node> overriding,
            List<RuleEffect.Figure> figures) {}

    Outcome<Preview> preview(Actor actor, String bookCode, RuleDraft draft) {
        Actor keeper = permissions.keeper(actor);
        return transactions.read(
                keeper,
                () -> permissions
                        .setter(actor, draft.region())
                        .then(node -> books.find(bookCode)
                                .then(book -> setRule.valid(book, draft)
                                        .map(checked -> preview(keeper, book, checked, node)))));
    }

    private Preview preview(Actor keeper, RuleBook book, RuleDraft draft, Region node) {
        boolean isEnglish = RuleBooks.isEnglish();
        List<RegionCode> path = SetRule.pathOf(regions, draft.region());
        Optional<RuleVersion> now = Inheritance.holding(book.said(path), path, draft.key(), draft.from());
        List<RuleVersion> overriding = book.below(node, draft.key(), draft.from());
        Map<RegionCode, Node> nodes = new LinkedHashMap<>();
        overriding.forEach(rule -> nodes.put(rule.region(), node(rule, book, isEnglish)));
        List<RuleEffect.Figure> figures = new ArrayList<>();
        var asked = new RuleEffect.Asked(draft, now.orElse(null), node, overriding, Time.today(clock), isEnglish);
        effects.stream()
                .filter(effect -> effect.book().equals(book.code()))
                .forEach(effect -> figures.addAll(effect.of(keeper, asked)));
        return new Preview(
                now.map(rule -> SetRule.words(book, regions, rule, draft.region()))
                        .map(words -> isEnglish ? words.english() : words.chinese())
                        .orElse(null),
                book.inWords(draft.terms(), isEnglish),
                regions.children(node.code()).stream()
                        .filter(child -> !nodes.containsKey(child.code()))
                        .map(child -> new Node(child.code().toString(), child.name(), child.level(), null))
                        .toList(),
                List.copyOf(nodes.values()),
                figures);
    }

    private Node node(RuleVersion rule, RuleBook book, boolean isEnglish) {
        Region region = regions.get(rule.region());
        return new Node(
                region.code().toString(),
                regions.pathText(region.code()),
                region.level(),
                book.inWords(rule.terms(), isEnglish));
    }
}
