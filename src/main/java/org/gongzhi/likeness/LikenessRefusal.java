package org.gongzhi.likeness;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why likeness is not told, or a rule of it not taken. */
enum LikenessRefusal implements Refusal {
    KIND_UNKNOWN(Kind.INVALID),
    /** {0}, {1}: from and to. */
    NUMBER_OUT_OF_RANGE(Kind.INVALID),
    PLACE_UNKNOWN(Kind.INVALID),
    NODE_UNKNOWN(Kind.INVALID),
    TOO_WIDE(Kind.INVALID),
    /** {0}: the territory. */
    PLACE_OUTSIDE(Kind.FORBIDDEN),
    NOT_FOR_ADMINISTRATORS(Kind.FORBIDDEN);

    private final Kind kind;

    LikenessRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "likeness." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
