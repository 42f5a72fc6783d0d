package org.gongzhi.privacy;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum PrivacyRefusal implements Refusal {
    PHONE_LENGTH(Kind.INVALID),
    PHONE_SHAPE(Kind.INVALID),
    PHONE_LETTERS(Kind.INVALID),
    NAME_LENGTH(Kind.INVALID),
    NAME_LETTERS(Kind.INVALID),
    PURPOSE_MISSING(Kind.INVALID),
    PURPOSE_WORDS_MISSING(Kind.INVALID),
    PURPOSE_WORDS_LONG(Kind.INVALID),
    CONTACT_UNKNOWN(Kind.NOT_FOUND);

    private final Kind kind;

    PrivacyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "privacy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
