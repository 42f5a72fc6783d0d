package org.gongzhi.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 保存期限: how long after its end a case of a kind names people. Nothing said, nothing goes. */
@Component
class RetentionBook implements RuleBook {

    private static final int LONGEST = 600;

    private final RetentionRules rules;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;

    RetentionBook(RetentionRules rules, DemandDictionary dictionary, RegionLookup regions) {
        this.rules = rules;
        this.dictionary = dictionary;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "retention";
    }

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return rules.said(nodes);
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        return rules.below(node, key, on);
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        if (!draft.key().equals(RetentionRules.ANY_KIND)
                && dictionary.kinds(path).stream().noneMatch(kind -> kind.code().equals(draft.key()))) {
            return Outcome.invalid("key", RetentionRefusal.KIND_UNKNOWN);
        }
        RuleTerms.Retention terms = draft.terms().retention();
        return terms == null || terms.months() < 1 || terms.months() > LONGEST
                ? Outcome.invalid("months", RetentionRefusal.TERMS_MISSING, LONGEST)
                : Outcome.done(draft.withTerms(RuleTerms.of(terms)));
    }

    @Override
    public int lastVersion(String key) {
        return rules.lastVersion(key);
    }

    @Override
    public void add(RuleVersion rule) {
        rules.add(rule);
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
        return key.equals(RetentionRules.ANY_KIND)
                ? (isEnglish ? "Any other kind" : "其余类别")
                : dictionary.kindNames().getOrDefault(key, key);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        RuleTerms.Retention term = terms.retention();
        if (term == null) {
            return "—";
        }
        return isEnglish
                ? term.months() + " months after the end" + (term.removesPhotos() ? ", pictures too" : "")
                : "办结后 " + term.months() + " 个月" + (term.removesPhotos() ? "，照片一并清除" : "");
    }

    /** Nobody has to say anything: without a term nothing goes. */
    @Override
    public Optional<RegionCode> ownerOf(String key) {
        return Optional.empty();
    }
}
