package org.gongzhi.operations;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum OperationsRefusal implements Refusal {
    HEALTH_NOT_YOURS(Kind.FORBIDDEN);

    private final Kind kind;

    OperationsRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "operations." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
