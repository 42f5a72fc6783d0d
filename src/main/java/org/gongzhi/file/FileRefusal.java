package org.gongzhi.file;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum FileRefusal implements Refusal {
    EMPTY(Kind.INVALID),
    TOO_LARGE(Kind.INVALID),
    IMAGE_BROKEN(Kind.INVALID),
    IMAGE_HUGE(Kind.INVALID),
    IMAGE_HEIC(Kind.INVALID),
    IMAGE_WEBP(Kind.INVALID),
    PDF_BROKEN(Kind.INVALID),
    KIND_UNKNOWN(Kind.INVALID),
    REGION_UNKNOWN(Kind.INVALID),
    OUTSIDE_SCOPE(Kind.FORBIDDEN),
    NOT_FOUND(Kind.NOT_FOUND);

    private final Kind kind;

    FileRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "file." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
