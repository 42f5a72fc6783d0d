package org.gongzhi.token;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum TokenRefusal implements Refusal {
    NOT_YOURS_TO_ISSUE(Kind.FORBIDDEN),
    NOT_YOURS_TO_SEE(Kind.FORBIDDEN),
    UNKNOWN(Kind.NOT_FOUND),
    NAME_LENGTH(Kind.INVALID),
    REGION_UNKNOWN(Kind.INVALID),
    VERB_UNKNOWN(Kind.INVALID),
    ADDRESS_UNREADABLE(Kind.INVALID),
    END_OUT_OF_RANGE(Kind.INVALID),
    REVOKED_ALREADY(Kind.CONFLICT),
    INVALID(Kind.SIGNED_OUT),
    ADDRESS_NOT_ALLOWED(Kind.FORBIDDEN),
    VERB_NOT_ALLOWED(Kind.FORBIDDEN),
    TOO_OFTEN(Kind.TOO_MANY);

    private final Kind kind;

    TokenRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "token." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
