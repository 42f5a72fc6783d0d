package org.gongzhi.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Words;
import org.gongzhi.rule.RuleTerms.Choice;
import org.gongzhi.rule.RuleTerms.Question;
import org.jspecify.annotations.Nullable;

/** Which questions can be asked, and how they are kept: without blank ends, each with a code. What is wrong is named at its place, {@code asked.0.text}. */
final class QuestionForm {

    private static final int MOST = 12;
    private static final int MOST_OPTIONS = 20;
    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_OPTION = 30;
    private static final int LONGEST_HELP = 100;
    private static final Set<String> TYPES = Set.of("text", "one", "many", "number", "date", "yes_no");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private QuestionForm() {}

    static Outcome<List<Question>> tidy(List<Question> asked) {
        if (asked.size() > MOST) {
            return Outcome.invalid("asked", QuestionRefusal.TOO_MANY, MOST);
        }
        Set<String> codes = new HashSet<>();
        Outcome<List<Question>> tidy = Outcome.done(List.of());
        for (int i = 0; i < asked.size(); i++) {
            String at = "asked." + i + ".";
            Question each = asked.get(i);
            tidy = tidy.then(before -> tidy(each, at, codes).map(next -> {
                List<Question> all = new ArrayList<>(before);
                all.add(next);
                return List.copyOf(all);
            }));
        }
        return tidy;
    }

    private static Outcome<Question> tidy(Question asked, String at, Set<String> codes) {
        String text = Words.tidy(asked.text());
        String help = Words.tidyOrNull(asked.help());
        if (text.isEmpty() || length(text) > LONGEST_TEXT) {
            return Outcome.invalid(at + "text", QuestionRefusal.TEXT_MISSING, LONGEST_TEXT);
        }
        if (help != null && length(help) > LONGEST_HELP) {
            return Outcome.invalid(at + "help", QuestionRefusal.HELP_TOO_LONG, LONGEST_HELP);
        }
        if (!TYPES.contains(asked.type())) {
            return Outcome.invalid(at + "type", QuestionRefusal.TYPE_UNKNOWN);
        }
        String given = Words.tidyOrNull(asked.code());
        String code = given == null ? "q_" + Ids.next().toString().substring(24) : given;
        if (!CODE.matcher(code).matches() || !codes.add(code)) {
            return Outcome.invalid(at + "code", QuestionRefusal.CODE_WRONG);
        }
        return options(asked, at)
                .map(options -> new Question(
                        code,
                        text,
                        cut(asked.textEn(), 2 * LONGEST_TEXT),
                        asked.type(),
                        asked.isRequired(),
                        options,
                        help,
                        cut(asked.helpEn(), 2 * LONGEST_HELP)));
    }

    private static Outcome<List<Choice>> options(Question asked, String at) {
        if (!asked.type().equals("one") && !asked.type().equals("many")) {
            return Outcome.done(List.of());
        }
        List<Choice> given = asked.options() == null ? List.of() : asked.options();
        List<Choice> options = given.stream()
                .map(option -> new Choice(Words.tidy(option.text()), cut(option.textEn(), 2 * LONGEST_OPTION)))
                .filter(option -> !option.text().isEmpty())
                .toList();
        boolean isRight = options.size() >= 2
                && options.size() <= MOST_OPTIONS
                && options.stream().allMatch(option -> length(option.text()) <= LONGEST_OPTION)
                && options.stream().map(Choice::text).distinct().count() == options.size();
        return isRight
                ? Outcome.done(options)
                : Outcome.invalid(at + "options", QuestionRefusal.OPTIONS_WRONG, MOST_OPTIONS, LONGEST_OPTION);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        String tidy = Words.tidyOrNull(text);
        return tidy == null || length(tidy) <= longest ? tidy : tidy.substring(0, tidy.offsetByCodePoints(0, longest));
    }
}
