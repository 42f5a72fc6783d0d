package org.gongzhi.hotline;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum HotlineRefusal implements Refusal {
    NOT_YOURS_TO_IMPORT(Kind.FORBIDDEN),
    NUMBER_MISSING(Kind.INVALID),
    NUMBER_LONG(Kind.INVALID),
    CALLED_MISSING(Kind.INVALID),
    TIME_UNREADABLE(Kind.INVALID),
    CALLED_LATER(Kind.INVALID),
    CALLED_LONG_AGO(Kind.INVALID),
    DUE_BEFORE_CALL(Kind.INVALID),
    WORDS_MISSING(Kind.INVALID),
    WORDS_LONG(Kind.INVALID),
    TITLE_LONG(Kind.INVALID),
    KIND_MISSING(Kind.INVALID),
    KIND_UNMAPPED(Kind.INVALID),
    KIND_UNKNOWN(Kind.INVALID),
    PLACE_MISSING(Kind.INVALID),
    PLACE_UNKNOWN(Kind.INVALID),
    PLACE_AMBIGUOUS(Kind.INVALID),
    STREET_UNKNOWN(Kind.INVALID),
    OPTION_UNKNOWN(Kind.INVALID),
    PERIOD_INVALID(Kind.INVALID),
    FORMAT_UNKNOWN(Kind.INVALID);

    private final Kind kind;

    HotlineRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "hotline." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
