package org.gongzhi.todo;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a clock rule is not taken. */
enum TodoRefusal implements Refusal {
    RULE_STEP_UNKNOWN(Kind.INVALID),
    RULE_CLASS_UNKNOWN(Kind.INVALID),
    RULE_UNIT_UNKNOWN(Kind.INVALID),
    RULE_AMOUNT_OUT_OF_RANGE(Kind.INVALID),
    RULE_WARNING_OUT_OF_RANGE(Kind.INVALID),
    RULE_WARNING_HOURS_OUT_OF_RANGE(Kind.INVALID),
    /** Either a share or hours. */
    RULE_WARNING_NOT_ONE(Kind.INVALID);

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
