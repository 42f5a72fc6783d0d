package org.gongzhi.callout;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why something is not done with a call. */
enum CalloutRefusal implements Refusal {
    UNKNOWN(Kind.NOT_FOUND),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    ALREADY_ARRIVED(Kind.CONFLICT),
    NOT_ARRIVED_YET(Kind.CONFLICT),
    REFUSAL_WAITS(Kind.CONFLICT),
    HELD_TO_COME(Kind.CONFLICT),
    NOT_REFUSED(Kind.CONFLICT),
    ALREADY_ENDED(Kind.CONFLICT),
    NOT_ENDED_YET(Kind.CONFLICT),
    NOTHING_TO_GRADE(Kind.CONFLICT),
    GRADED_ALREADY(Kind.CONFLICT),
    NOT_GRADED_YET(Kind.CONFLICT),
    ANSWERED_ALREADY(Kind.CONFLICT),
    CASE_SUSPENDED(Kind.CONFLICT),
    CALLED_ALREADY(Kind.CONFLICT),

    ONLY_THE_CALLED(Kind.FORBIDDEN),
    ONLY_THE_STREET(Kind.FORBIDDEN),
    ONLY_FROM_ABOVE(Kind.FORBIDDEN),
    YOU_ONLY_LOOK(Kind.FORBIDDEN),
    NOT_FOR_ADMINISTRATORS(Kind.FORBIDDEN),

    NOBODY_CALLED(Kind.INVALID),
    TOO_MANY_CALLED(Kind.INVALID),
    CALLED_TWICE(Kind.INVALID),
    ONE_LEADS(Kind.INVALID),
    BODY_UNKNOWN(Kind.INVALID),
    BODY_NAME_TOO_LONG(Kind.INVALID),
    WORDS_MISSING(Kind.INVALID),
    WORDS_TOO_LONG(Kind.INVALID),
    DUE_OUT_OF_RANGE(Kind.INVALID),
    GRADE_UNKNOWN(Kind.INVALID),
    TOO_MANY_FILES(Kind.INVALID),
    FILE_NOT_YOURS(Kind.INVALID),
    FILTER_INVALID(Kind.INVALID);

    private final Kind kind;

    CalloutRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "callout." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
