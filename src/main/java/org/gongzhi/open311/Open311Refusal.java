package org.gongzhi.open311;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum Open311Refusal implements Refusal {
    JURISDICTION_MISSING(Kind.INVALID),
    JURISDICTION_UNKNOWN(Kind.NOT_FOUND),
    SERVICE_MISSING(Kind.INVALID),
    SERVICE_UNKNOWN(Kind.NOT_FOUND),
    REQUEST_UNKNOWN(Kind.NOT_FOUND),
    STATUS_UNKNOWN(Kind.INVALID),
    TIME_UNREADABLE(Kind.INVALID),
    PERIOD_LONG(Kind.INVALID),
    PERIOD_BACKWARD(Kind.INVALID),
    TOO_MANY_IDS(Kind.INVALID),
    KEY_MISSING(Kind.FORBIDDEN),
    KEY_INVALID(Kind.FORBIDDEN),
    DESCRIPTION_MISSING(Kind.INVALID),
    ATTRIBUTE_UNKNOWN(Kind.INVALID),
    PLACE_MISSING(Kind.INVALID),
    PLACE_UNREADABLE(Kind.INVALID),
    PLACE_OUTSIDE(Kind.INVALID),
    PLACE_UNKNOWN(Kind.INVALID);

    private final Kind kind;

    Open311Refusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "open311." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
