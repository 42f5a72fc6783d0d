package org.gongzhi.ledger;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why the ledger does not show, keep or hand out what was asked for. */
enum LedgerRefusal implements Refusal {
    FILTER_INVALID(Kind.INVALID),
    REGION_UNKNOWN(Kind.INVALID),
    REGION_OUTSIDE(Kind.FORBIDDEN),
    VIEW_UNNAMED(Kind.INVALID),
    VIEW_NAME_TAKEN(Kind.CONFLICT),
    VIEWS_TOO_MANY(Kind.CONFLICT),
    VIEW_UNKNOWN(Kind.NOT_FOUND),
    FORMAT_UNKNOWN(Kind.INVALID),
    NOT_YOURS_TO_EXPORT(Kind.FORBIDDEN),
    NOT_FOR_ADMINISTRATORS(Kind.FORBIDDEN);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "ledger." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
