package org.gongzhi.rule;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a rule is not taken, whatever it is about. */
enum RuleRefusal implements Refusal {
    BOOK_UNKNOWN(Kind.NOT_FOUND),
    /** {0}: the territory. */
    NOT_YOURS(Kind.FORBIDDEN),
    REGION_UNKNOWN(Kind.INVALID),
    KEY_UNKNOWN(Kind.INVALID),
    TERMS_MISSING(Kind.INVALID),
    SOURCE_MISSING(Kind.INVALID),
    WHY_MISSING(Kind.INVALID),
    /** {0}: today. */
    IN_THE_PAST(Kind.INVALID),
    /** {0}: the day, {1}: the version. */
    LATER_EXISTS(Kind.CONFLICT),
    NOTHING_TO_END(Kind.CONFLICT),
    /** {0}: the territory that made it. */
    OWNER_MUST_SPEAK(Kind.CONFLICT),
    RULE_UNKNOWN(Kind.NOT_FOUND),
    /** {0}: since when. */
    HOLDS_ALREADY(Kind.CONFLICT),
    FOLLOWED_ALREADY(Kind.CONFLICT),
    /** {0}: the territory that the house serves. */
    HOLIDAYS_NOT_YOURS(Kind.FORBIDDEN),
    HOLIDAY_YEAR_UNKNOWN(Kind.INVALID),
    HOLIDAY_TEXT_MISSING(Kind.INVALID),
    /** {0}: how many lines, {1}: the first of them. */
    HOLIDAY_LINES_WRONG(Kind.INVALID),
    HOLIDAY_NOT_WHOLE(Kind.INVALID),
    HOLIDAY_SHEET_UNREAD(Kind.INVALID);

    private final Kind kind;

    RuleRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
