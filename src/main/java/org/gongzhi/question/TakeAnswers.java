package org.gongzhi.question;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Words;
import org.gongzhi.rule.RuleTerms.Choice;
import org.gongzhi.rule.RuleTerms.Question;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whoever raises a matter answers what is asked of its kind. What is wrong is named at {@code answers.<code>}; what is not asked is not heard. */
@Component
public class TakeAnswers {

    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 20;
    private static final Set<String> YES = Set.of("yes", "true", "是");
    private static final Set<String> NO = Set.of("no", "false", "否");

    private final QuestionLookup questions;

    TakeAnswers(QuestionLookup questions) {
        this.questions = questions;
    }

    /** Within a transaction. */
    public Outcome<List<Answered>> take(RegionCode place, String kind, Map<String, List<String>> said) {
        return take(questions.questionsAt(place).apply(kind), said);
    }

    static Outcome<List<Answered>> take(List<Question> asked, Map<String, List<String>> said) {
        Outcome<List<Answered>> taken = Outcome.done(List.of());
        for (Question question : asked) {
            List<String> values = said.getOrDefault(codeOf(question), List.of()).stream()
                    .map(Words::tidy)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            taken = taken.then(before -> answer(question, values)
                    .<List<Answered>>map(good -> good.isEmpty() ? before : and(before, question, good)));
        }
        return taken;
    }

    private static String codeOf(Question question) {
        return Objects.requireNonNull(question.code(), "a question that is asked has a code");
    }

    private static List<Answered> and(List<Answered> before, Question question, List<String> values) {
        List<Answered> all = new ArrayList<>(before);
        all.add(new Answered(codeOf(question), question.text(), question.textEn(), question.type(), values));
        return List.copyOf(all);
    }

    private static Outcome<List<String>> answer(Question question, List<String> values) {
        if (values.isEmpty()) {
            return question.isRequired() ? wrong(question, QuestionRefusal.ANSWER_MISSING) : Outcome.done(values);
        }
        if (values.size() > 1 && !question.type().equals("many")) {
            return wrong(question, QuestionRefusal.ANSWER_ONE_ONLY);
        }
        String value = values.getFirst();
        return switch (question.type()) {
            case "one", "many" -> chosen(question, values);
            case "number" ->
                isNumber(value) ? Outcome.done(values) : wrong(question, QuestionRefusal.ANSWER_NOT_NUMBER);
            case "date" -> isDay(value) ? Outcome.done(values) : wrong(question, QuestionRefusal.ANSWER_NOT_DAY);
            case "yes_no" -> yesOrNo(question, value);
            default ->
                value.codePointCount(0, value.length()) <= LONGEST
                        ? Outcome.done(values)
                        : wrong(question, QuestionRefusal.ANSWER_TOO_LONG, LONGEST);
        };
    }

    /** In the order of the choices. */
    private static Outcome<List<String>> chosen(Question question, List<String> values) {
        List<Choice> choices = question.options() == null ? List.of() : question.options();
        List<String> offered = choices.stream().map(Choice::text).toList();
        return offered.containsAll(values)
                ? Outcome.done(offered.stream().filter(values::contains).toList())
                : wrong(question, QuestionRefusal.ANSWER_NOT_OFFERED, String.join("、", offered));
    }

    private static Outcome<List<String>> yesOrNo(Question question, String value) {
        if (YES.contains(value)) {
            return Outcome.done(List.of("yes"));
        }
        return NO.contains(value) ? Outcome.done(List.of("no")) : wrong(question, QuestionRefusal.ANSWER_NOT_YES_OR_NO);
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() <= LONGEST_NUMBER && Math.abs(new BigDecimal(value).scale()) < LONGEST_NUMBER;
        } catch (NumberFormatException notOne) {
            return false;
        }
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).getYear() > 1900;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private static Outcome<List<String>> wrong(Question question, QuestionRefusal why, Object... more) {
        boolean isEnglish = LocaleContextHolder.getLocale().getLanguage().equals("en");
        List<Object> facts =
                new ArrayList<>(List.of(AskedQuestion.of(question, isEnglish).text()));
        facts.addAll(List.of(more));
        return Outcome.invalid("answers." + codeOf(question), why, facts.toArray());
    }
}
