package org.gongzhi.job;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

enum JobRefusal implements Refusal {
    NOT_FOUND(Kind.NOT_FOUND),
    RESULT_MISSING(Kind.NOT_FOUND),
    /** Reasons of failure, shown with the job rather than as an answer. */
    DUTY_ENDED(Kind.FORBIDDEN),
    FAILED(Kind.CONFLICT),
    GAVE_UP(Kind.CONFLICT);

    private final Kind kind;

    JobRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "job." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
