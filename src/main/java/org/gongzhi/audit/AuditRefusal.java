package org.gongzhi.audit;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum AuditRefusal implements Refusal {
    ONLY_AUDIT_ADMINISTRATOR(Kind.FORBIDDEN);

    private final Kind kind;

    AuditRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "audit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
