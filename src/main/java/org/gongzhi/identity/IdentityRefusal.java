package org.gongzhi.identity;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why someone is not let in, or their account not changed. */
enum IdentityRefusal implements Refusal {
    /** Login unknown or password wrong: never said which. */
    SIGN_IN_WRONG(Kind.INVALID),
    SIGN_IN_LOCKED(Kind.TOO_MANY),
    SIGN_IN_BUSY(Kind.TOO_MANY),
    /** The password was right: nobody is in yet, and nothing is counted against them. */
    SECOND_FACTOR_NEEDED(Kind.SIGNED_OUT),
    SECOND_FACTOR_MISSING(Kind.INVALID),
    SECOND_FACTOR_WRONG(Kind.INVALID),
    SECOND_FACTOR_USED(Kind.INVALID),
    SECOND_FACTOR_NOT_THIS(Kind.INVALID),
    SECOND_FACTOR_NOT_BEGUN(Kind.CONFLICT),
    SECOND_FACTOR_DEMANDED(Kind.FORBIDDEN),
    MUST_ENROL(Kind.FORBIDDEN),
    ACCOUNT_DISABLED(Kind.FORBIDDEN),
    MUST_CHANGE_PASSWORD(Kind.FORBIDDEN),
    DUTY_ENDED(Kind.FORBIDDEN),
    DUTY_NOT_YOURS(Kind.NOT_FOUND),
    /** Forged, or a page left open longer than its cookie. */
    PAGE_TOO_OLD(Kind.FORBIDDEN),
    PASSWORD_CURRENT_WRONG(Kind.INVALID),
    PASSWORD_TOO_SHORT(Kind.INVALID),
    PASSWORD_TOO_LONG(Kind.INVALID),
    PASSWORD_COMMON(Kind.INVALID),
    PASSWORD_MONOTONE(Kind.INVALID),
    PASSWORD_HOLDS_LOGIN(Kind.INVALID),
    PASSWORD_UNCHANGED(Kind.INVALID),
    LOCALE_UNKNOWN(Kind.INVALID),
    SESSION_UNKNOWN(Kind.NOT_FOUND);

    private final Kind kind;

    IdentityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "identity." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
