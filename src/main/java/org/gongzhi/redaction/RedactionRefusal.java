package org.gongzhi.redaction;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why something is not covered, opened or brought back. */
enum RedactionRefusal implements Refusal {
    NOT_YOURS(Kind.FORBIDDEN),
    ONLY_A_LEAD_OPENS(Kind.FORBIDDEN),
    WORDS_OUT_OF_RANGE(Kind.INVALID),
    WORDS_NOT_FOUND(Kind.INVALID),
    REASON_MISSING(Kind.INVALID),
    NOTE_MISSING(Kind.INVALID),
    NOTE_TOO_LONG(Kind.INVALID),
    NOTE_SAYS_IT(Kind.INVALID),
    PHOTO_UNKNOWN(Kind.INVALID),
    AREAS_OUT_OF_RANGE(Kind.INVALID),
    PURPOSE_MISSING(Kind.INVALID),
    UNKNOWN(Kind.NOT_FOUND),
    RESTORED_ALREADY(Kind.CONFLICT),
    ORIGINAL_GONE(Kind.CONFLICT);

    private final Kind kind;

    RedactionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "redaction." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
