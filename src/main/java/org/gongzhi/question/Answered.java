package org.gongzhi.question;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered, with the question as it was asked then.
 *
 * @param values what was chosen in the words of the choice; a day as 2026-11-20; yes or no
 */
public record Answered(String code, String text, @Nullable String textEn, String type, List<String> values) {

    /** As somebody reads it. */
    public record Told(String question, String answer) {}

    public Answered with(List<String> others) {
        return new Answered(code, text, textEn, type, others);
    }

    public Told told(boolean isEnglish) {
        String answer = values.stream()
                .map(value -> type.equals("yes_no") ? yesOrNo(value, isEnglish) : value)
                .collect(Collectors.joining(isEnglish ? ", " : "、"));
        return new Told(isEnglish && textEn != null ? textEn : text, answer);
    }

    /** In the reader's language. */
    public static List<Told> told(List<Answered> all) {
        boolean isEnglish = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return all.stream().map(each -> each.told(isEnglish)).toList();
    }

    private static String yesOrNo(String value, boolean isEnglish) {
        boolean isYes = value.equals("yes");
        return isEnglish ? (isYes ? "Yes" : "No") : (isYes ? "是" : "否");
    }

    /** What can be searched for: what people wrote. What they chose, counted or dated is everybody's. */
    public static String searched(List<Answered> all) {
        return all.stream()
                .filter(each -> each.type().equals("text"))
                .flatMap(each -> each.values().stream())
                .collect(Collectors.joining("\n"));
    }

    /** As it stands with the demand; absent where nothing was asked or answered. */
    public static @Nullable String written(List<Answered> all) {
        return all.isEmpty() ? null : JsonMapper.shared().writeValueAsString(all);
    }

    public static List<Answered> read(@Nullable String written) {
        return written == null ? List.of() : List.of(JsonMapper.shared().readValue(written, Answered[].class));
    }
}
