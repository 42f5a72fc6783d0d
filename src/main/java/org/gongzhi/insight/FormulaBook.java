package org.gongzhi.insight;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Objects;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** 三率口径: the weights of a territory. */
@Component
class FormulaBook extends DatedBook {

    static final String KEY = "rates";

    FormulaBook(Sql sql) {
        super(sql, "rate_formula", """
                        select id, 'rates' as key, region_code, valid, version, source, region_code as place, basically_weight, response_weight,
                               solution_weight, satisfaction_weight
                        from rate_formula""", """
                        insert into rate_formula (id, region_code, version, valid, basically_weight, response_weight, solution_weight, satisfaction_weight, source)
                        values (:id, :region, :version, daterange(:from, cast(:to as date)), :basically, :response, :solution, :satisfaction, :source)""");
    }

    @Override
    public String code() {
        return "formula";
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
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return RuleTerms.of(new RuleTerms.Formula(
                row.decimal("basically_weight"),
                row.decimal("response_weight"),
                row.decimal("solution_weight"),
                row.decimal("satisfaction_weight")));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        RuleTerms.Formula formula = formula(terms);
        return insert.bind("basically", formula.basicallyWeight())
                .bind("response", formula.responseWeight())
                .bind("solution", formula.solutionWeight())
                .bind("satisfaction", formula.satisfactionWeight());
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
}
