package org.gongzhi.callout;

import java.util.Locale;

/** Where one of those called stands. */
public enum CalloutStatus {
    /** 待报到. */
    CALLED,
    /** 说不来: waits for the street, or the district, to say whether that stands. */
    REFUSED,
    /** 已报到: came, and is at work. */
    ARRIVED,
    /** 已办完: reported its result. */
    FINISHED,
    /** 不用来了: its refusal stands. */
    RELEASED,
    /** 已撤回 by the street. */
    WITHDRAWN;

    /** Still holds the demand: it can be neither checked nor ended. */
    boolean isOpen() {
        return this == CALLED || this == REFUSED || this == ARRIVED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CalloutStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
