package org.gongzhi.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** 理由: for returning, declining, suspending, extending, passing up, urging; whom to turn to instead, whether words are needed, and whether it is offered. */
@Component
class ReasonBook implements RuleBook {

    private static final int LONGEST_INSTEAD = 100;

    private final Reasons reasons;
    private final RegionLookup regions;

    ReasonBook(Reasons reasons, RegionLookup regions) {
        this.reasons = reasons;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "reason";
    }

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return reasons.said(nodes);
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        return reasons.below(node, key, on);
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        RuleTerms.Reason terms = draft.terms().reason();
        if (terms == null) {
            return Outcome.invalid("key", DictionaryRefusal.KEY_UNKNOWN);
        }
        Outcome<RuleDraft> sound = Entries.position(terms.position())
                .then(_ -> Entries.text("instead", terms.instead(), LONGEST_INSTEAD))
                .map(_ -> draft);
        return sound.then(checked -> checked.key().isEmpty() ? made(checked, terms) : known(checked, terms));
    }

    private Outcome<RuleDraft> known(RuleDraft draft, RuleTerms.Reason terms) {
        return reasons.made(draft.key())
                .filter(reason -> regions.isWithin(draft.region(), reason.owner()))
                .<Outcome<RuleDraft>>map(_ -> Outcome.done(draft.withTerms(terms(null, null, null, terms))))
                .orElseGet(() -> Outcome.invalid("key", DictionaryRefusal.KEY_UNKNOWN));
    }

    private Outcome<RuleDraft> made(RuleDraft draft, RuleTerms.Reason terms) {
        String verb = terms.verb();
        if (verb == null || !reasons.knowsVerb(verb)) {
            return Outcome.invalid("verb", DictionaryRefusal.VERB_UNKNOWN, verb == null ? "" : verb);
        }
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        return Entries.name(terms.name()).then(name -> {
            if (reasons.isNamed(verb, name, path)) {
                return Outcome.invalid("name", DictionaryRefusal.NAME_TAKEN, name);
            }
            String english = Words.tidyOrNull(terms.nameEn());
            return Outcome.done(draft.withKey(Entries.newCode("reason"))
                    .withTerms(terms(verb, name, english == null ? name : english, terms)));
        });
    }

    private static RuleTerms terms(
            @Nullable String verb, @Nullable String name, @Nullable String nameEn, RuleTerms.Reason terms) {
        return RuleTerms.of(new RuleTerms.Reason(
                verb,
                name,
                nameEn,
                Words.tidyOrNull(terms.instead()),
                terms.needsWords(),
                terms.position(),
                terms.isActive()));
    }

    @Override
    public int lastVersion(String key) {
        return reasons.lastVersion(key);
    }

    @Override
    public void add(RuleVersion rule) {
        RuleTerms.Reason terms = reason(rule.terms());
        String verb = terms.verb();
        String name = terms.name();
        if (verb != null && name != null) {
            String english = terms.nameEn();
            reasons.make(
                    new Reasons.Made(rule.key(), verb, rule.region(), name, english == null ? name : english), terms);
        }
        reasons.add(rule, terms);
    }

    @Override
    public void until(UUID id, @Nullable LocalDate to) {
        reasons.until(id, to);
    }

    @Override
    public void withdraw(UUID id) {
        reasons.withdraw(id);
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return reasons.made(key)
                .map(reason ->
                        verb(reason.verb(), isEnglish) + (isEnglish ? ": " + reason.nameEn() : "：" + reason.name()))
                .orElse(key);
    }

    private static String verb(String verb, boolean isEnglish) {
        return switch (verb) {
            case "decline" -> isEnglish ? "Decline" : "不予受理";
            case "return" -> isEnglish ? "Return" : "退回";
            case "pass_up" -> isEnglish ? "Pass up" : "上报";
            case "suspend" -> isEnglish ? "Suspend" : "挂账";
            case "extend" -> isEnglish ? "Extend" : "延期";
            case "urge" -> isEnglish ? "Urge" : "催办";
            case "call_out" -> isEnglish ? "Call out" : "吹哨";
            case "refuse_call" -> isEnglish ? "Refuse a call" : "不报到";
            default -> verb;
        };
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        RuleTerms.Reason reason = reason(terms);
        String instead = reason.instead();
        return isEnglish
                ? (reason.isActive() ? "offered" : "switched off") + ", place " + reason.position()
                        + (reason.needsWords() ? ", needs words" : "")
                        + (instead == null ? "" : ", instead: " + instead)
                : (reason.isActive() ? "在用" : "停用") + "，排第 " + reason.position()
                        + (reason.needsWords() ? "，要写说明" : "")
                        + (instead == null ? "" : "，可以找：" + instead);
    }

    @Override
    public Optional<RegionCode> ownerOf(String key) {
        return reasons.made(key).map(Reasons.Made::owner);
    }

    private static RuleTerms.Reason reason(RuleTerms terms) {
        RuleTerms.Reason reason = terms.reason();
        if (reason == null) {
            throw new IllegalArgumentException("a reason says how it is used");
        }
        return reason;
    }
}
