package org.gongzhi.routing;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a route is not taken. */
enum RouteRefusal implements Refusal {
    KIND_UNKNOWN(Kind.INVALID),
    /** {0}: the territory. */
    DEPARTMENT_UNKNOWN(Kind.INVALID),
    /** {0}: the territory. */
    NOT_YOURS(Kind.FORBIDDEN);

    private final Kind kind;

    RouteRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "routing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
