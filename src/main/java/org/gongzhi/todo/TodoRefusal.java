package org.gongzhi.todo;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a clock rule is not taken. */
enum TodoRefusal implements Refusal {
    RULE_NOT_YOURS(Kind.FORBIDDEN),
    RULE_REGION_UNKNOWN(Kind.INVALID),
    RULE_STEP_UNKNOWN(Kind.INVALID),
    RULE_CLASS_UNKNOWN(Kind.INVALID),
    RULE_UNIT_UNKNOWN(Kind.INVALID),
    RULE_AMOUNT_OUT_OF_RANGE(Kind.INVALID),
    RULE_WARNING_OUT_OF_RANGE(Kind.INVALID),
    RULE_SOURCE_MISSING(Kind.INVALID),
    /** A running clock keeps the rule it started with: nothing may begin to hold on a day that has begun. */
    RULE_IN_THE_PAST(Kind.INVALID),
    RULE_LATER_EXISTS(Kind.CONFLICT);

    private final Kind kind;

    TodoRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "todo." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
