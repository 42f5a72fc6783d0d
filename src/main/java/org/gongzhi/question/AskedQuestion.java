package org.gongzhi.question;

import java.util.List;
import java.util.Objects;
import org.gongzhi.http.OneOf;
import org.gongzhi.rule.RuleTerms.Choice;
import org.gongzhi.rule.RuleTerms.Question;
import org.jspecify.annotations.Nullable;

/**
 * 补充问题 as somebody is asked it, in their language.
 *
 * @param code under which it is answered
 * @param options for one and many
 */
public record AskedQuestion(
        String code,
        String text,

        @OneOf({"text", "one", "many", "number", "date", "yes_no"})
        String type,

        boolean isRequired,
        List<Option> options,
        @Nullable String help) {

    /**
     * What can be chosen.
     *
     * @param value what is answered
     * @param label what is read
     */
    public record Option(String value, String label) {}

    static AskedQuestion of(Question question, boolean isEnglish) {
        List<Choice> options = question.options() == null ? List.of() : question.options();
        return new AskedQuestion(
                Objects.requireNonNullElse(question.code(), ""),
                in(question.text(), question.textEn(), isEnglish),
                question.type(),
                question.isRequired(),
                options.stream()
                        .map(option -> new Option(option.text(), in(option.text(), option.textEn(), isEnglish)))
                        .toList(),
                isEnglish && question.helpEn() != null ? question.helpEn() : question.help());
    }

    private static String in(String chinese, @Nullable String english, boolean isEnglish) {
        return isEnglish && english != null ? english : chinese;
    }
}
