package org.gongzhi.oversight;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why the trail is not put on a sheet or proven. */
enum OversightRefusal implements Refusal {
    ONLY_AUDIT_ADMINISTRATOR(Kind.FORBIDDEN);

    private final Kind kind;

    OversightRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "oversight." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
