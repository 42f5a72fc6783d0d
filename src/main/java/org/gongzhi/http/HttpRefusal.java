package org.gongzhi.http;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** What the wire itself refuses, before any rule of the field is asked. */
public enum HttpRefusal implements Refusal {
    SIGNED_OUT(Kind.SIGNED_OUT),
    FORBIDDEN(Kind.FORBIDDEN),
    NOT_FOUND(Kind.NOT_FOUND),
    VERSION_MISSING(Kind.INVALID),
    KEY_REUSED(Kind.CONFLICT),
    KEY_MALFORMED(Kind.INVALID),
    BODY_UNREADABLE(Kind.INVALID),
    BODY_TOO_LARGE(Kind.INVALID),
    FIELDS_INVALID(Kind.INVALID),
    PARAMETER_INVALID(Kind.INVALID),
    NOT_SUPPORTED(Kind.INVALID);

    private final Kind kind;

    HttpRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "http." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
