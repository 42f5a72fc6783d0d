package org.gongzhi.deputy;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why nobody is made somebody's deputy. */
enum DeputyRefusal implements Refusal {
    ACCOUNT_UNKNOWN(Kind.NOT_FOUND),
    DUTY_UNKNOWN(Kind.NOT_FOUND),
    NOT_YOURS(Kind.FORBIDDEN),
    ONLY_ITS_HOLDER(Kind.FORBIDDEN),
    /** Nobody gives themselves anything. */
    NOT_ONESELF(Kind.FORBIDDEN),
    NO_CHAINS(Kind.INVALID),
    NOT_A_CANDIDATE(Kind.INVALID),
    STARTS_IN_THE_PAST(Kind.INVALID),
    ENDS_BEFORE_IT_STARTS(Kind.INVALID),
    TOO_LONG(Kind.INVALID),
    OUTLASTS_THE_DUTY(Kind.INVALID),
    TAKEN(Kind.CONFLICT),
    OVER(Kind.CONFLICT);

    private final Kind kind;

    DeputyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "deputy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
