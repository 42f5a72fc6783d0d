package org.gongzhi.insight;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum InsightRefusal implements Refusal {
    /** {0}: the name of the duty's node. */
    DEPARTMENT_HAS_NO_COCKPIT(Kind.FORBIDDEN),
    ADMINISTRATOR_HAS_NO_COCKPIT(Kind.FORBIDDEN),
    /** {0}: the node asked for. */
    NOT_YOURS(Kind.FORBIDDEN),
    /** A level of the code that nobody speaks of. {0}: its name. */
    HIDDEN_NODE(Kind.NOT_FOUND),
    PERIOD_UNKNOWN(Kind.INVALID),
    PERIOD_DAYS_MISSING(Kind.INVALID),
    PERIOD_BACKWARDS(Kind.INVALID),
    PERIOD_IN_FUTURE(Kind.INVALID),
    PERIOD_TOO_LONG_AGO(Kind.INVALID),
    /** Below streets figures are kept by the month. {0}: the node. */
    MONTHS_ONLY(Kind.INVALID),
    CHECKS_NOT_YOURS(Kind.FORBIDDEN),
    /** {0}: the node. */
    NO_PUBLIC_FIGURES(Kind.NOT_FOUND),
    FORMULA_MISSING(Kind.INVALID),
    /** {0}: what it is. */
    WEIGHT_OUT_OF_RANGE(Kind.INVALID),
    /** {0}: what they sum to. */
    WEIGHTS_NOT_ONE(Kind.INVALID);

    private final Kind kind;

    InsightRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "insight." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
