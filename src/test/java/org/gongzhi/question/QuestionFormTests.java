package org.gongzhi.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.rule.RuleTerms.Choice;
import org.gongzhi.rule.RuleTerms.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionFormTests {

    private static Question ask(
            @Nullable String code, String text, String type, boolean isRequired, String... options) {
        return new Question(
                code,
                text,
                "Floor?",
                type,
                isRequired,
                Arrays.stream(options).map(each -> new Choice(each, null)).toList(),
                null,
                null);
    }

    private static Outcome.Refused<?> refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused<?>) outcome;
    }

    private static void wrong(String field, QuestionRefusal why, Question... asked) {
        Outcome.Refused<?> refused = refused(QuestionForm.tidy(List.of(asked)));
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.reason()).isEqualTo(why);
    }

    @Test
    void aQuestionIsKeptTidyWithACodeOfItsOwn() {
        List<Question> kept = QuestionForm.tidy(
                        List.of(ask(null, "  几楼？ ", "number", true), ask("since", "从哪天起", "date", false)))
                .orThrow();
        assertThat(kept).extracting(Question::text).containsExactly("几楼？", "从哪天起");
        assertThat(kept.getFirst().code()).matches("q_[0-9a-f]{12}");
        assertThat(kept.getLast().code()).isEqualTo("since");
        assertThat(QuestionForm.tidy(kept).orThrow()).as("as it is kept").isEqualTo(kept);
    }

    @Test
    void choicesAreForWhereOneChooses() {
        assertThat(QuestionForm.tidy(List.of(ask(null, "哪里", "many", false, " 客厅 ", "", "卧室")))
                        .orThrow()
                        .getFirst()
                        .options())
                .containsExactly(new Choice("客厅", null), new Choice("卧室", null));
        assertThat(QuestionForm.tidy(List.of(ask(null, "几楼", "number", false, "一", "二")))
                        .orThrow()
                        .getFirst()
                        .options())
                .isEmpty();
        wrong("asked.0.options", QuestionRefusal.OPTIONS_WRONG, ask(null, "哪里", "one", false, "客厅"));
        wrong("asked.0.options", QuestionRefusal.OPTIONS_WRONG, ask(null, "哪里", "one", false, "客厅", "客厅"));
        wrong("asked.0.options", QuestionRefusal.OPTIONS_WRONG, ask(null, "哪里", "one", false, "客厅", "字".repeat(31)));
    }

    @Test
    void whatIsWrongIsNamedAtItsPlace() {
        Question good = ask("floor", "几楼", "number", true);
        wrong("asked.1.text", QuestionRefusal.TEXT_MISSING, good, ask(null, " ", "text", false));
        wrong("asked.1.text", QuestionRefusal.TEXT_MISSING, good, ask(null, "字".repeat(61), "text", false));
        wrong("asked.0.type", QuestionRefusal.TYPE_UNKNOWN, ask(null, "几楼", "essay", false));
        wrong("asked.1.code", QuestionRefusal.CODE_WRONG, good, ask("floor", "第几层", "number", false));
        wrong("asked.0.code", QuestionRefusal.CODE_WRONG, ask("Floor 1", "几楼", "number", false));
        wrong(
                "asked.0.help",
                QuestionRefusal.HELP_TOO_LONG,
                new Question(null, "几楼", null, "text", false, null, "字".repeat(101), null));
        assertThat(refused(QuestionForm.tidy(Collections.nCopies(13, good))).reason())
                .isEqualTo(QuestionRefusal.TOO_MANY);
    }

    private static final List<Question> ASKED = List.of(
            ask("floor", "几楼", "number", true),
            ask("since", "从哪天起", "date", false),
            ask("where", "哪里不热", "many", false, "客厅", "卧室", "全屋"),
            ask("pipe", "哪种管道", "one", false, "铁管", "塑料管"),
            ask("old", "家里有老人吗", "yes_no", false),
            ask("more", "还有什么", "text", false));

    private static void wrongAnswer(String code, QuestionRefusal why, String... values) {
        Map<String, List<String>> said = code.equals("floor")
                ? Map.of(code, List.of(values))
                : Map.of("floor", List.of("3"), code, List.of(values));
        Outcome.Refused<?> refused = refused(TakeAnswers.take(ASKED, said));
        assertThat(refused.field()).isEqualTo("answers." + code);
        assertThat(refused.reason()).isEqualTo(why);
    }

    @Test
    void answersAreKeptInTheWordsOfTheirQuestions() {
        List<Answered> taken = TakeAnswers.take(
                        ASKED,
                        Map.of(
                                "floor", List.of(" 3 "),
                                "since", List.of("2026-11-20"),
                                "where", List.of("卧室", "客厅", "卧室"),
                                "old", List.of("是"),
                                "more", List.of(" "),
                                "shoe", List.of("42")))
                .orThrow();
        assertThat(taken)
                .extracting(each -> each.told(false))
                .containsExactly(
                        new Answered.Told("几楼", "3"),
                        new Answered.Told("从哪天起", "2026-11-20"),
                        new Answered.Told("哪里不热", "客厅、卧室"),
                        new Answered.Told("家里有老人吗", "是"));
        assertThat(taken.getLast().told(true)).isEqualTo(new Answered.Told("Floor?", "Yes"));
        assertThat(Answered.read(Answered.written(taken))).isEqualTo(taken);
        assertThat(Answered.written(List.of())).isNull();
        assertThat(Answered.read(null)).isEmpty();
    }

    @Test
    void anAnswerOfAnotherKindIsRefusedAtItsQuestion() {
        wrongAnswer("floor", QuestionRefusal.ANSWER_MISSING, " ");
        wrongAnswer("floor", QuestionRefusal.ANSWER_NOT_NUMBER, "三楼");
        wrongAnswer("floor", QuestionRefusal.ANSWER_NOT_NUMBER, "1e999999999");
        wrongAnswer("floor", QuestionRefusal.ANSWER_ONE_ONLY, "3", "4");
        wrongAnswer("since", QuestionRefusal.ANSWER_NOT_DAY, "昨天");
        wrongAnswer("since", QuestionRefusal.ANSWER_NOT_DAY, "0001-01-01");
        wrongAnswer("where", QuestionRefusal.ANSWER_NOT_OFFERED, "客厅", "厨房");
        wrongAnswer("pipe", QuestionRefusal.ANSWER_ONE_ONLY, "铁管", "塑料管");
        wrongAnswer("old", QuestionRefusal.ANSWER_NOT_YES_OR_NO, "也许");
        wrongAnswer("more", QuestionRefusal.ANSWER_TOO_LONG, "字".repeat(201));
    }
}
