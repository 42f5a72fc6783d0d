package org.gongzhi.insight;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 三率口径: the weights of a territory. */
@Component
class FormulaBook implements RuleBook {

    static final String KEY = "rates";

    private final Sql sql;

    FormulaBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String code() {
        return "formula";
    }

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return sql.of("""
                        select id, region_code, version, lower(valid) as valid_from, upper(valid) as valid_to, basically_weight, response_weight,
                               solution_weight, satisfaction_weight, source
                        from rate_formula where region_code = any (:nodes) and not isempty(valid) order by region_code, lower(valid)""")
                .bindLongs("nodes", nodes.stream().map(RegionCode::value).toList())
                .list(FormulaBook::version);
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        return sql.of("""
                        select id, region_code, version, lower(valid) as valid_from, upper(valid) as valid_to, basically_weight, response_weight,
                               solution_weight, satisfaction_weight, source
                        from rate_formula where region_code > :from and region_code < :to and valid @> :on order by region_code""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("on", on)
                .list(FormulaBook::version);
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        RuleTerms.Formula formula = draft.terms().formula();
        if (formula == null || !draft.key().equals(KEY)) {
            return Outcome.invalid("terms", InsightRefusal.FORMULA_MISSING);
        }
        return between("basicallyWeight", formula.basicallyWeight())
                .then(_ -> between("responseWeight", formula.responseWeight()))
                .then(_ -> between("solutionWeight", formula.solutionWeight()))
                .then(_ -> between("satisfactionWeight", formula.satisfactionWeight()))
                .then(_ -> {
                    BigDecimal sum = formula.responseWeight()
                            .add(formula.solutionWeight())
                            .add(formula.satisfactionWeight());
                    return sum.compareTo(BigDecimal.ONE) == 0
                            ? Outcome.done(draft.withTerms(RuleTerms.of(formula)))
                            : Outcome.invalid(
                                    "satisfactionWeight", InsightRefusal.WEIGHTS_NOT_ONE, CockpitFigures.plain(sum));
                });
    }

    private static Outcome<BigDecimal> between(String field, BigDecimal weight) {
        return weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0 || weight.scale() > 4
                ? Outcome.invalid(field, InsightRefusal.WEIGHT_OUT_OF_RANGE, CockpitFigures.plain(weight))
                : Outcome.done(weight);
    }

    @Override
    public int lastVersion(String key) {
        return (int)
                sql.of("select coalesce(max(version), 0) from rate_formula").count();
    }

    @Override
    public void add(RuleVersion rule) {
        RuleTerms.Formula formula = formula(rule.terms());
        sql.of("""
                        insert into rate_formula (id, region_code, version, valid, basically_weight, response_weight, solution_weight, satisfaction_weight, source)
                        values (:id, :region, :version, daterange(:from, cast(:to as date)), :basically, :response, :solution, :satisfaction, :source)""")
                .bind("id", rule.id())
                .bind("region", rule.region())
                .bind("version", rule.version())
                .bind("from", rule.from())
                .bind("to", rule.to())
                .bind("basically", formula.basicallyWeight())
                .bind("response", formula.responseWeight())
                .bind("solution", formula.solutionWeight())
                .bind("satisfaction", formula.satisfactionWeight())
                .bind("source", rule.source())
                .update();
    }

    @Override
    public void until(UUID id, @Nullable LocalDate to) {
        sql.of("update rate_formula set valid = daterange(lower(valid), cast(:to as date)) where id = :id")
                .bind("id", id)
                .bind("to", to)
                .update();
    }

    @Override
    public void withdraw(UUID id) {
        sql.of("update rate_formula set valid = 'empty' where id = :id")
                .bind("id", id)
                .update();
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return isEnglish ? "The three rates" : "三率";
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        RuleTerms.Formula formula = formula(terms);
        String response = CockpitFigures.plain(formula.responseWeight());
        String solution = CockpitFigures.plain(formula.solutionWeight());
        String satisfaction = CockpitFigures.plain(formula.satisfactionWeight());
        String basically = CockpitFigures.plain(formula.basicallyWeight());
        return isEnglish
                ? response + " × response + " + solution + " × solution + " + satisfaction
                        + " × satisfaction; basically satisfied counts " + basically
                : response + "×响应率＋" + solution + "×解决率＋" + satisfaction + "×满意率；基本满意按 " + basically + " 计";
    }

    static RuleTerms.Formula formula(RuleTerms terms) {
        return Objects.requireNonNull(terms.formula(), "a formula has weights");
    }

    private static RuleVersion version(Sql.Row row) throws SQLException {
        return new RuleVersion(
                row.id("id"),
                KEY,
                row.region("region_code"),
                row.whole("version"),
                row.on("valid_from"),
                row.onOrNull("valid_to"),
                RuleTerms.of(new RuleTerms.Formula(
                        row.decimal("basically_weight"),
                        row.decimal("response_weight"),
                        row.decimal("solution_weight"),
                        row.decimal("satisfaction_weight"))),
                row.text("source"));
    }
}
