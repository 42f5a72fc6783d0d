package org.gongzhi.retention;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** 保存期限: how long after its end a case of a kind names people. Nothing said, nothing goes. */
@Component
class RetentionBook extends DatedBook {

    private static final int LONGEST = 600;

    private final DemandDictionary dictionary;
    private final RegionLookup regions;

    RetentionBook(Sql sql, DemandDictionary dictionary, RegionLookup regions) {
        super(sql, "retention_rule", """
                        select t.id, t.key, t.region_code, t.valid, t.version, t.source, t.months, t.removes_photos, k.position as place
                        from retention_rule t left join demand_kind k on k.code = t.kind_code""", """
                        insert into retention_rule (id, kind_code, region_code, months, removes_photos, valid, version, source)
                        values (:id, nullif(:key, '*'), :region, :months, :photos, daterange(:from, cast(:to as date)), :version, :source)""");
        this.dictionary = dictionary;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "retention";
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        if (!dictionary.knows(draft.key(), path)) {
            return Outcome.invalid("key", RetentionRefusal.KIND_UNKNOWN);
        }
        RuleTerms.Retention terms = draft.terms().retention();
        return terms == null || terms.months() < 1 || terms.months() > LONGEST
                ? Outcome.invalid("months", RetentionRefusal.TERMS_MISSING, LONGEST)
                : Outcome.done(draft.withTerms(RuleTerms.of(terms)));
    }

    @Override
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return RuleTerms.of(new RuleTerms.Retention(row.whole("months"), row.yes("removes_photos")));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        RuleTerms.Retention term = Objects.requireNonNull(terms.retention());
        return insert.bind("months", term.months()).bind("photos", term.removesPhotos());
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return dictionary.keyNamed(key, isEnglish);
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
