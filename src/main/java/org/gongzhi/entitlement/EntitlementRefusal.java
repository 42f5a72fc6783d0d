package org.gongzhi.entitlement;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a request is not taken or not answered so. */
enum EntitlementRefusal implements Refusal {
    KIND_MISSING(Kind.INVALID),
    WORDS_MISSING(Kind.INVALID),
    WORDS_TOO_LONG(Kind.INVALID),
    ASKED_ALREADY(Kind.CONFLICT),
    DELETED_ALREADY(Kind.CONFLICT),
    NOTHING_LEFT(Kind.CONFLICT),
    NOT_GRANTED_YET(Kind.FORBIDDEN),
    UNKNOWN(Kind.NOT_FOUND),
    NOT_YOURS(Kind.FORBIDDEN),
    ANSWERED_ALREADY(Kind.CONFLICT),
    GROUND_MISSING(Kind.INVALID),
    CASE_STILL_OPEN(Kind.CONFLICT),
    MERGED_STILL_OPEN(Kind.CONFLICT),
    ON_HOLD(Kind.CONFLICT),
    NOTHING_CORRECTED(Kind.INVALID),
    ANONYMOUS(Kind.INVALID);

    private final Kind kind;

    EntitlementRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "entitlement." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
