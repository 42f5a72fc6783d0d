package org.gongzhi.federation;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why the word of an identity provider opens nothing. */
enum FederationRefusal implements Refusal {
    NOT_OFFERED(Kind.NOT_FOUND),
    PROVIDER_AWAY(Kind.CONFLICT),
    /** Begun elsewhere, too long ago, or used already. */
    NOT_BEGUN_HERE(Kind.CONFLICT),
    NOT_VOUCHED_FOR(Kind.FORBIDDEN),
    SUBJECT_UNKNOWN(Kind.FORBIDDEN),
    LINKED_TO_ANOTHER(Kind.CONFLICT),
    LINKED_ALREADY(Kind.CONFLICT),
    NOT_LINKED(Kind.CONFLICT);

    private final Kind kind;

    FederationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "federation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
