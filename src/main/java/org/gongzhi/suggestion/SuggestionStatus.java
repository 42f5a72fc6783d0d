package org.gongzhi.suggestion;

import java.util.Locale;

/** Whether somebody has answered. */
public enum SuggestionStatus {
    OPEN,
    ANSWERED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
