package org.gongzhi.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 类别: a tree of two levels; its class of clock, place in the list, hotline and whether it is offered are each territory's own. */
@Component
class KindBook implements RuleBook {

    private static final Set<String> CLASSES = Set.of("urgent", "utility", "ordinary", "hard");
    private static final int LONGEST_HOTLINE = 40;

    private final Kinds kinds;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;

    KindBook(Kinds kinds, DemandDictionary dictionary, RegionLookup regions) {
        this.kinds = kinds;
        this.dictionary = dictionary;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "kind";
    }

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return kinds.said(nodes);
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        return kinds.below(node, key, on);
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        RuleTerms.Kind terms = draft.terms().kind();
        if (terms == null || !CLASSES.contains(terms.clazz())) {
            return Outcome.invalid("class", DictionaryRefusal.CLASS_UNKNOWN);
        }
        Outcome<RuleDraft> sound = Entries.position(terms.position())
                .then(_ -> Entries.text("hotline", terms.hotline(), LONGEST_HOTLINE))
                .map(_ -> draft);
        return sound.then(checked -> checked.key().isEmpty() ? made(checked, terms) : known(checked, terms));
    }

    private Outcome<RuleDraft> known(RuleDraft draft, RuleTerms.Kind terms) {
        return kinds.made(draft.key())
                .filter(kind -> regions.isWithin(draft.region(), kind.owner()))
                .<Outcome<RuleDraft>>map(kind -> Outcome.done(draft.withTerms(RuleTerms.of(new RuleTerms.Kind(
                        null,
                        null,
                        null,
                        null,
                        terms.clazz(),
                        terms.position(),
                        Words.tidyOrNull(terms.hotline()),
                        terms.isActive())))))
                .orElseGet(() -> Outcome.invalid("key", DictionaryRefusal.KEY_UNKNOWN));
    }

    /** A third level, and so a circle, cannot come about: only a kind of the first level can be above one, and what is made stays where it is. */
    private Outcome<RuleDraft> made(RuleDraft draft, RuleTerms.Kind terms) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        String parent = Words.tidyOrNull(terms.parent());
        boolean isParent = parent == null
                || dictionary.kinds(path).stream()
                        .anyMatch(kind -> kind.code().equals(parent) && kind.parent() == null);
        return Entries.name(terms.name()).then(name -> {
            if (kinds.isNamed(name, path)) {
                return Outcome.invalid("name", DictionaryRefusal.NAME_TAKEN, name);
            }
            if (!isParent) {
                return Outcome.invalid("parent", DictionaryRefusal.PARENT_WRONG);
            }
            String english = Words.tidyOrNull(terms.nameEn());
            return Outcome.done(draft.withKey(Entries.newCode("kind"))
                    .withTerms(RuleTerms.of(new RuleTerms.Kind(
                            name,
                            english == null ? name : english,
                            parent,
                            Boolean.TRUE.equals(terms.isPublic()),
                            terms.clazz(),
                            terms.position(),
                            Words.tidyOrNull(terms.hotline()),
                            terms.isActive()))));
        });
    }

    @Override
    public int lastVersion(String key) {
        return kinds.lastVersion(key);
    }

    @Override
    public void add(RuleVersion rule) {
        RuleTerms.Kind terms = kind(rule.terms());
        String name = terms.name();
        if (name != null) {
            String english = terms.nameEn();
            kinds.make(
                    new Kinds.Made(
                            rule.key(),
                            terms.parent(),
                            rule.region(),
                            name,
                            english == null ? name : english,
                            Boolean.TRUE.equals(terms.isPublic())),
                    terms);
        }
        kinds.add(rule, terms);
    }

    @Override
    public void until(UUID id, @Nullable LocalDate to) {
        kinds.until(id, to);
    }

    @Override
    public void withdraw(UUID id) {
        kinds.withdraw(id);
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return kinds.made(key)
                .map(kind -> {
                    String own = isEnglish ? kind.nameEn() : kind.name();
                    String parent = kind.parent();
                    return parent == null ? own : dictionary.kindNames().getOrDefault(parent, parent) + " › " + own;
                })
                .orElse(key);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        RuleTerms.Kind kind = kind(terms);
        String hotline = kind.hotline();
        String clazz = switch (kind.clazz()) {
            case "urgent" -> isEnglish ? "urgent" : "紧急类";
            case "utility" -> isEnglish ? "utilities" : "水电气热类";
            case "hard" -> isEnglish ? "hard" : "疑难类";
            default -> isEnglish ? "ordinary" : "一般类";
        };
        return isEnglish
                ? (kind.isActive() ? clazz : "switched off (" + clazz + ")") + ", place " + kind.position()
                        + (hotline == null ? "" : ", hotline " + hotline)
                : (kind.isActive() ? clazz : "停用（" + clazz + "）") + "，排第 " + kind.position()
                        + (hotline == null ? "" : "，急事请拨 " + hotline);
    }

    @Override
    public Optional<RegionCode> ownerOf(String key) {
        return kinds.made(key).map(Kinds.Made::owner);
    }

    private static RuleTerms.Kind kind(RuleTerms terms) {
        RuleTerms.Kind kind = terms.kind();
        if (kind == null) {
            throw new IllegalArgumentException("a kind has a class");
        }
        return kind;
    }
}
