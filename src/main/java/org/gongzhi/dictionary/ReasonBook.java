package org.gongzhi.dictionary;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 理由: for returning, declining, suspending, extending, passing up, urging; whom to turn to instead, whether words are needed, and whether it is offered. */
@Component
class ReasonBook extends DatedBook {

    private static final int LONGEST_INSTEAD = 100;

    private final Reasons reasons;
    private final RegionLookup regions;

    ReasonBook(Sql sql, Reasons reasons, RegionLookup regions) {
        super(sql, "demand_reason_rule", """
                        select v.id, v.code as key, v.region_code, v.valid, v.version, v.source, v.instead, v.needs_words, v.position, v.is_active,
                               row(o.verb, o.position) as place
                        from (select md5('demand_reason ' || b.code)::uuid as id, b.code, b.region_code, b.instead, b.needs_words, b.position, b.is_active,
                                     daterange('2020-01-01', (select min(lower(x.valid)) from demand_reason_rule x
                                                              where x.code = b.code and x.region_code = b.region_code and not isempty(x.valid))) as valid,
                                     1 as version, '最初的设置' as source
                              from demand_reason b
                              union all
                              select id, code, region_code, instead, needs_words, position, is_active, valid, version, source from demand_reason_rule) v
                        join demand_reason o on o.code = v.code""", """
                        insert into demand_reason_rule (id, code, region_code, instead, needs_words, position, is_active, valid, version, source)
                        values (:id, :key, :region, :instead, :needsWords, :position, :active, daterange(:from, cast(:to as date)), :version, :source)""");
        this.reasons = reasons;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "reason";
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

    /** What it was made with is its first. */
    @Override
    public int lastVersion(String key) {
        return Math.max(1, super.lastVersion(key));
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
        super.add(rule);
    }

    @Override
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return terms(
                null,
                null,
                null,
                new RuleTerms.Reason(
                        null,
                        null,
                        null,
                        row.textOrNull("instead"),
                        row.yes("needs_words"),
                        row.whole("position"),
                        row.yes("is_active")));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        RuleTerms.Reason reason = reason(terms);
        return insert.bind("instead", reason.instead())
                .bind("needsWords", reason.needsWords())
                .bind("position", reason.position())
                .bind("active", reason.isActive());
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
