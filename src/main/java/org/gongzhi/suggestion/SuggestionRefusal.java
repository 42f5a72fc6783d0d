package org.gongzhi.suggestion;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why something is not done with a suggestion. */
enum SuggestionRefusal implements Refusal {
    UNKNOWN(Kind.NOT_FOUND),
    CODE_UNKNOWN(Kind.NOT_FOUND),
    ANSWERED_ALREADY(Kind.CONFLICT),
    NOT_ANSWERED_YET(Kind.CONFLICT),
    ONLY_THE_LEVEL_ABOVE(Kind.FORBIDDEN),
    ONLY_THE_ADMINISTRATOR(Kind.FORBIDDEN),
    ONLY_THE_SENDER(Kind.FORBIDDEN),
    KIND_UNKNOWN(Kind.INVALID),
    WORDS_MISSING(Kind.INVALID),
    WORDS_TOO_LONG(Kind.INVALID),
    FILTER_INVALID(Kind.INVALID);

    private final Kind kind;

    SuggestionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "suggestion." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
