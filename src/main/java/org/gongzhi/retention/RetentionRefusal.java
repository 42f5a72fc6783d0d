package org.gongzhi.retention;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a case is not held, or nothing is shown. */
enum RetentionRefusal implements Refusal {
    NOT_YOURS(Kind.FORBIDDEN),
    ONLY_LEADS_HOLD(Kind.FORBIDDEN),
    TERMS_MISSING(Kind.INVALID),
    KIND_UNKNOWN(Kind.INVALID),
    REASON_MISSING(Kind.INVALID),
    CASE_UNKNOWN(Kind.INVALID),
    CASE_ANONYMIZED(Kind.CONFLICT),
    HELD_ALREADY(Kind.CONFLICT),
    HOLD_UNKNOWN(Kind.NOT_FOUND),
    RUN_UNKNOWN(Kind.NOT_FOUND);

    private final Kind kind;

    RetentionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "retention." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
