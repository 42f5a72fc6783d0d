package org.gongzhi.portal;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** What the public window refuses. */
enum PublicRefusal implements Refusal {
    CODE_UNKNOWN(Kind.NOT_FOUND),
    MATTER_UNKNOWN(Kind.NOT_FOUND),
    PLACE_UNKNOWN(Kind.INVALID),
    ONLY_THE_RAISER(Kind.FORBIDDEN);

    private final Kind kind;

    PublicRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "window." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
