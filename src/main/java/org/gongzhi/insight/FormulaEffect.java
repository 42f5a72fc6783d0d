package org.gongzhi.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.gongzhi.insight.Cockpit.Rates;
import org.gongzhi.insight.FormulaQueries.RateFormula;
import org.gongzhi.insight.RollupQueries.Counts;
import org.gongzhi.insight.RollupQueries.Questions;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What another formula would make of the last months: the counts stay, the score changes. Periods gone by keep the formula they had. */
@Component
class FormulaEffect implements RuleEffect {

    private static final int MONTHS = 3;

    private final RollupQueries rollups;

    FormulaEffect(RollupQueries rollups) {
        this.rollups = rollups;
    }

    @Override
    public String book() {
        return "formula";
    }

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        RegionCode node = asked.node().code();
        var questions = new Questions(null);
        List<LocalDate> months = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            LocalDate month = asked.today().withDayOfMonth(1).minusMonths(back);
            months.add(month);
            questions.totals(
                    month.toString(),
                    node,
                    EnumSet.of(
                            Metric.CALL_BACK_VALID,
                            Metric.CONTACTED,
                            Metric.SOLVED,
                            Metric.SATISFIED,
                            Metric.BASICALLY),
                    List.of(new Period.Slice("m", month, month)));
        }
        Counts counts = rollups.ask(questions);
        RateFormula before = asked.now() == null ? null : formula(asked.now().terms(), asked.node());
        RateFormula after = formula(asked.draft().terms(), asked.node());
        return months.stream()
                .map(month -> figure(
                        month, CockpitFigures.rates(counts, month.toString(), node), before, after, asked.isEnglish()))
                .toList();
    }

    private static Figure figure(
            LocalDate month, Rates rates, @Nullable RateFormula before, RateFormula after, boolean isEnglish) {
        String was = before == null ? "—" : points(rates.composite(before));
        String would = points(rates.composite(after));
        String name = month.toString().substring(0, 7);
        return new Figure(
                "month." + name,
                rates.valid(),
                isEnglish
                        ? name + ": " + rates.valid() + " valid call-backs; composite " + was + " → " + would
                        : name + "：有效回访 " + rates.valid() + " 件，综合分 " + was + " → " + would,
                List.of());
    }

    private static String points(@Nullable BigDecimal score) {
        return score == null ? "—" : score.toPlainString();
    }

    private static RateFormula formula(RuleTerms terms, Region node) {
        RuleTerms.Formula weights = FormulaBook.formula(terms);
        return new RateFormula(
                node.code(),
                0,
                LocalDate.EPOCH,
                weights.basicallyWeight(),
                weights.responseWeight(),
                weights.solutionWeight(),
                weights.satisfactionWeight(),
                "");
    }
}
