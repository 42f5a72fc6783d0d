package org.gongzhi.organization;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** 党组织规则: how many, how long. The source of a rule is its article, named wherever it speaks. */
@Component
class OrganizationBook extends DatedBook {

    private static final int MOST = 1000;

    private final Sql sql;

    OrganizationBook(Sql sql) {
        super(sql, "organization_rule", """
                        select r.id, r.matter_key as key, r.region_code, r.valid, r.version, r.source, r.amount, m.position as place
                        from organization_rule r join organization_matter m on m.key = r.matter_key""", """
                        insert into organization_rule (id, matter_key, region_code, amount, valid, version, source)
                        values (:id, :key, :region, :amount, daterange(:from, cast(:to as date)), :version, :source)""");
        this.sql = sql;
    }

    private record Matter(String name, String nameEn, String unit) {}

    @Override
    public String code() {
        return "organization";
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        boolean isKnown = sql.of("select count(*) from organization_matter where key = :key")
                        .bind("key", draft.key())
                        .count()
                > 0;
        if (!isKnown) {
            return Outcome.invalid("key", OrganizationRefusal.MATTER_UNKNOWN);
        }
        RuleTerms.Limit limit = draft.terms().limit();
        return limit == null || limit.amount() < 1 || limit.amount() > MOST
                ? Outcome.invalid("amount", OrganizationRefusal.AMOUNT_WRONG, MOST)
                : Outcome.done(draft.withTerms(RuleTerms.of(limit)));
    }

    @Override
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return RuleTerms.of(new RuleTerms.Limit(row.whole("amount")));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        return insert.bind("amount", amount(terms));
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return sql.of("select name, name_en, unit from organization_matter where key = :key")
                .bind("key", key)
                .optional(row -> new Matter(row.text("name"), row.text("name_en"), row.text("unit")))
                .map(matter -> isEnglish
                        ? matter.nameEn() + " (" + matter.unit() + ")"
                        : matter.name() + "（" + unit(matter.unit()) + "）")
                .orElse(key);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        return String.format(Locale.ROOT, "%,d", amount(terms));
    }

    static int amount(RuleTerms terms) {
        return Objects.requireNonNull(terms.limit(), "a rule on organizations has an amount")
                .amount();
    }

    private static String unit(String code) {
        return switch (code) {
            case "people" -> "人";
            case "units" -> "家单位";
            case "months" -> "个月";
            default -> "年";
        };
    }
}
