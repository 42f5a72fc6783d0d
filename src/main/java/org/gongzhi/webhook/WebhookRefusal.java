package org.gongzhi.webhook;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum WebhookRefusal implements Refusal {
    NOT_YOURS(Kind.FORBIDDEN),
    UNKNOWN(Kind.NOT_FOUND),
    DELIVERY_UNKNOWN(Kind.NOT_FOUND),
    NAME_LENGTH(Kind.INVALID),
    REGION_UNKNOWN(Kind.INVALID),
    URL_INVALID(Kind.INVALID),
    URL_INSIDE(Kind.INVALID),
    URL_UNRESOLVED(Kind.INVALID),
    EVENTS_UNKNOWN(Kind.INVALID),
    ALGORITHM_UNKNOWN(Kind.INVALID);

    private final Kind kind;

    WebhookRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "webhook." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
