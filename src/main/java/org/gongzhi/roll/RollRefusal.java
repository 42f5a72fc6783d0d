package org.gongzhi.roll;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a line of a sheet does not become an organization, or the roll is not handed out. */
enum RollRefusal implements Refusal {
    TYPE_UNKNOWN(Kind.INVALID),
    PLACE_UNKNOWN(Kind.INVALID),
    PLACE_AMBIGUOUS(Kind.INVALID),
    DAY_UNREADABLE(Kind.INVALID),
    NUMBER_UNREADABLE(Kind.INVALID),
    SUPERIOR_UNKNOWN(Kind.INVALID),
    SUPERIOR_AMBIGUOUS(Kind.INVALID),
    SUPERIOR_WRONG(Kind.INVALID),
    SUPERIOR_ENDED(Kind.INVALID),
    RING(Kind.INVALID),
    ENDED_ALREADY(Kind.INVALID),
    OTHERWISE_REGISTERED(Kind.INVALID),
    NOT_SEEN(Kind.NOT_FOUND),
    FORMAT_UNKNOWN(Kind.INVALID);

    private final Kind kind;

    RollRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "roll." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
