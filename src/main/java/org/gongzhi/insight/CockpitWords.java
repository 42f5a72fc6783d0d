package org.gongzhi.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gongzhi.http.Problems;
import org.gongzhi.insight.Cockpit.Rates;
import org.gongzhi.insight.FormulaQueries.RateFormula;
import org.springframework.context.i18n.LocaleContextHolder;

/** Sentences of the cockpit, in the reader's language. */
final class CockpitWords {

    private final Problems words;

    CockpitWords(Problems words) {
        this.words = words;
    }

    boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    String period(Period period, LocalDate today) {
        String key = "insight.period." + period.choice().code();
        return period.from().equals(period.to())
                ? words.word(key, day(period.from(), today))
                : words.word(key, day(period.from(), today) + "—" + day(period.to(), today));
    }

    String formula(RateFormula formula) {
        return words.word(
                "insight.formula",
                CockpitFigures.plain(formula.basicallyWeight()),
                CockpitFigures.plain(formula.responseWeight()),
                CockpitFigures.plain(formula.solutionWeight()),
                CockpitFigures.plain(formula.satisfactionWeight()));
    }

    String beside(RateFormula todays, Rates rates) {
        BigDecimal satisfaction = Cockpit.percent(rates.satisfactionNumerator(todays), rates.valid());
        BigDecimal composite = rates.composite(todays);
        return words.word(
                "insight.formula-today",
                Integer.toString(todays.version()),
                todays.validFrom().toString(),
                satisfaction == null ? "—" : satisfaction + "%",
                composite == null ? "—" : composite.toPlainString());
    }

    /** The year is said only when it is not this one. */
    private String day(LocalDate day, LocalDate today) {
        boolean isThisYear = day.getYear() == today.getYear();
        String pattern = isEnglish() ? (isThisYear ? "d MMM" : "d MMM yyyy") : (isThisYear ? "M月d日" : "yyyy年M月d日");
        return day.format(DateTimeFormatter.ofPattern(pattern, isEnglish() ? Locale.ENGLISH : Locale.CHINA));
    }
}
