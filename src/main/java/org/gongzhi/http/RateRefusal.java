package org.gongzhi.http;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Too much at once; nothing is lost by waiting. */
enum RateRefusal implements Refusal {
    SUBMITTING_TOO_OFTEN,
    GUESSING_TOO_OFTEN,
    ASKING_TOO_OFTEN;

    @Override
    public String code() {
        return "http." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return Kind.TOO_MANY;
    }
}
