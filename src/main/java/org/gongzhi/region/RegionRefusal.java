package org.gongzhi.region;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

public enum RegionRefusal implements Refusal {
    /** No node has this code. {0}: the code as given. */
    UNKNOWN(Kind.NOT_FOUND),
    /** It was there once. {0}: its name, {1}: what it has become. */
    CLOSED(Kind.INVALID),
    /** A grid lies below a community. {0}: the node's name. */
    NOT_A_COMMUNITY(Kind.INVALID),
    /** 1 to 999. {0}: the number as given. */
    GRID_NUMBER_OUT_OF_RANGE(Kind.INVALID),
    GRID_NAME_MISSING(Kind.INVALID),
    /** {0}: the number, {1}: the grid that has it. */
    GRID_NUMBER_TAKEN(Kind.CONFLICT),
    /** No working territory lies there. */
    NOWHERE(Kind.NOT_FOUND),
    /** Longitude −180 to 180, latitude −90 to 90. */
    POINT_OUT_OF_RANGE(Kind.INVALID);

    private final Kind kind;

    RegionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "region." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
