package org.gongzhi.suggestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of the system: 问题, 建议, 投诉. */
public enum SuggestionKind {
    PROBLEM,
    IDEA,
    COMPLAINT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SuggestionKind> find(@Nullable String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static SuggestionKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
