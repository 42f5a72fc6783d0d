package org.gongzhi.question;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why questions are not kept, or answers not taken. Of an answer {0} is the question. */
enum QuestionRefusal implements Refusal {
    KIND_UNKNOWN(Kind.INVALID),
    /** {0}: how many at most. */
    TOO_MANY(Kind.INVALID),
    /** {0}: the longest. */
    TEXT_MISSING(Kind.INVALID),
    /** {0}: the longest. */
    HELP_TOO_LONG(Kind.INVALID),
    TYPE_UNKNOWN(Kind.INVALID),
    CODE_WRONG(Kind.INVALID),
    /** {0}: how many at most, {1}: the longest. */
    OPTIONS_WRONG(Kind.INVALID),
    ANSWER_MISSING(Kind.INVALID),
    ANSWER_ONE_ONLY(Kind.INVALID),
    /** {1}: the longest. */
    ANSWER_TOO_LONG(Kind.INVALID),
    /** {1}: what can be chosen. */
    ANSWER_NOT_OFFERED(Kind.INVALID),
    ANSWER_NOT_NUMBER(Kind.INVALID),
    ANSWER_NOT_DAY(Kind.INVALID),
    ANSWER_NOT_YES_OR_NO(Kind.INVALID);

    private final Kind kind;

    QuestionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "question." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
