package org.gongzhi.sheet;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

public enum SheetRefusal implements Refusal {
    UNKNOWN(Kind.NOT_FOUND),
    KIND_UNKNOWN(Kind.INVALID),
    EMPTY(Kind.INVALID),
    TOO_LARGE(Kind.INVALID),
    TOO_MANY_LINES(Kind.INVALID),
    TOO_WIDE(Kind.INVALID),
    NOT_A_SHEET(Kind.INVALID),
    OLD_EXCEL(Kind.INVALID),
    QUOTE_OPEN(Kind.INVALID),
    NO_HEADING(Kind.INVALID),
    NO_LINES(Kind.INVALID),
    NAME_MISSING(Kind.INVALID),
    COLUMN_UNKNOWN(Kind.INVALID),
    COLUMN_MISSING(Kind.INVALID),
    HEADING_UNKNOWN(Kind.INVALID),
    HEADING_TWICE(Kind.INVALID),
    WORD_UNKNOWN(Kind.INVALID),
    MAPPING_NAME(Kind.INVALID),
    CONTENT_GONE(Kind.CONFLICT),
    BUSY(Kind.CONFLICT),
    NOT_CHECKED(Kind.CONFLICT),
    NOTHING_TO_APPLY(Kind.CONFLICT),
    NOTHING_TO_UNDO(Kind.CONFLICT),
    CELL_MISSING(Kind.INVALID),
    CELL_TOO_LONG(Kind.INVALID),
    KEY_REPEATED(Kind.INVALID);

    private final Kind kind;

    SheetRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "sheet." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
