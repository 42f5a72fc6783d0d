package org.gongzhi.security;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why the security administrator cannot see or end something. */
enum SecurityRefusal implements Refusal {
    ONLY_SECURITY_ADMINISTRATOR(Kind.FORBIDDEN),
    SESSION_UNKNOWN(Kind.NOT_FOUND),
    LOCK_OUT_UNKNOWN(Kind.NOT_FOUND),
    NOT_ONESELF(Kind.FORBIDDEN),
    ONLY_KEY_KEEPERS(Kind.FORBIDDEN),
    REASON_MISSING(Kind.INVALID),
    ROTATION_UNDER_WAY(Kind.CONFLICT),
    ROTATION_UNKNOWN(Kind.NOT_FOUND),
    ROTATION_DECIDED(Kind.CONFLICT),
    ROTATION_NOT_DONE(Kind.CONFLICT),
    NEEDS_A_SECOND_PERSON(Kind.FORBIDDEN),
    OLD_KEY_TOO_YOUNG(Kind.CONFLICT),
    OLD_KEY_NEEDED(Kind.CONFLICT),
    NO_SECOND_FACTOR(Kind.NOT_FOUND),
    RESET_REASON_MISSING(Kind.INVALID),
    DUTY_KIND_UNKNOWN(Kind.NOT_FOUND),
    DEMANDED_ABOVE(Kind.CONFLICT);

    private final Kind kind;

    SecurityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "security." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
