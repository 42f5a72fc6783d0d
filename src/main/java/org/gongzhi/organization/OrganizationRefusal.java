package org.gongzhi.organization;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why an organization is not set up, changed or ended. */
enum OrganizationRefusal implements Refusal {
    UNKNOWN(Kind.NOT_FOUND),
    POST_UNKNOWN(Kind.NOT_FOUND),
    NOT_YOURS(Kind.FORBIDDEN),
    NOT_YOUR_TERRITORY(Kind.FORBIDDEN),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    ENDED(Kind.CONFLICT),
    STILL_ANSWERED_TO(Kind.CONFLICT),
    KIND_UNKNOWN(Kind.INVALID),
    NAME_WRONG(Kind.INVALID),
    CODE_WRONG(Kind.INVALID),
    CODE_TAKEN(Kind.CONFLICT),
    WHY_MISSING(Kind.INVALID),
    DAY_TO_COME(Kind.INVALID),
    BEFORE_FOUNDING(Kind.INVALID),
    BEFORE_LAST_CHANGE(Kind.INVALID),
    REGION_UNKNOWN(Kind.INVALID),
    PARENT_UNKNOWN(Kind.INVALID),
    PARENT_ENDED(Kind.INVALID),
    PARENT_TOO_LOW(Kind.INVALID),
    ITS_OWN_DESCENDANT(Kind.INVALID),
    TOO_DEEP(Kind.INVALID),
    UNCHANGED(Kind.INVALID),
    MEMBERS_WRONG(Kind.INVALID),
    UNITS_MISSING(Kind.INVALID),
    END_OF_WORK_MISSING(Kind.INVALID),
    /** 第四条. */
    TOO_FEW_FULL_MEMBERS(Kind.INVALID),
    WORK_TOO_SHORT(Kind.INVALID),
    NO_TERM(Kind.INVALID),
    TERM_WRONG(Kind.INVALID),
    TERM_OUT_OF_BOUNDS(Kind.INVALID),
    HOLDER_WRONG(Kind.INVALID),
    POST_TAKEN(Kind.CONFLICT),
    POST_OVER(Kind.CONFLICT),
    NO_BOARD(Kind.INVALID),
    BOARD_FULL(Kind.INVALID),
    MATTER_UNKNOWN(Kind.INVALID),
    AMOUNT_WRONG(Kind.INVALID);

    private final Kind kind;

    OrganizationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "organization." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
