package org.gongzhi.unit;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a unit is not registered, changed, closed or opened again. */
enum UnitRefusal implements Refusal {
    UNKNOWN(Kind.NOT_FOUND),
    NOT_YOURS(Kind.FORBIDDEN),
    NOT_YOUR_TERRITORY(Kind.FORBIDDEN),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    CLOSED(Kind.CONFLICT),
    NOT_CLOSED(Kind.CONFLICT),
    STILL_WAITING(Kind.CONFLICT),
    KIND_UNKNOWN(Kind.INVALID),
    NAME_WRONG(Kind.INVALID),
    CODE_LENGTH(Kind.INVALID),
    CODE_MISTAKEN(Kind.INVALID),
    CODE_CHARACTER(Kind.INVALID),
    CODE_DIVISION(Kind.INVALID),
    CODE_CHECK(Kind.INVALID),
    CODE_NOT_FOR_SITES(Kind.INVALID),
    CODE_TAKEN(Kind.CONFLICT),
    INDUSTRY_UNKNOWN(Kind.INVALID),
    BAND_UNKNOWN(Kind.INVALID),
    PEOPLE_WRONG(Kind.INVALID),
    MEMBERS_WRONG(Kind.INVALID),
    MEMBERS_DAY_MISSING(Kind.INVALID),
    DAY_TO_COME(Kind.INVALID),
    BEFORE_OPENING(Kind.INVALID),
    BEFORE_LAST_MOVE(Kind.INVALID),
    REGION_UNKNOWN(Kind.INVALID),
    PLACE_TOO_WIDE(Kind.INVALID),
    ADDRESS_WRONG(Kind.INVALID),
    PHONE_WRONG(Kind.INVALID),
    POINT_WRONG(Kind.INVALID),
    WHY_MISSING(Kind.INVALID),
    UNCHANGED(Kind.INVALID),
    NARROW_FIRST(Kind.INVALID);

    private final Kind kind;

    UnitRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "unit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
