package org.gongzhi.suggestion;

import java.util.UUID;

/** Something somebody said of the system itself. */
public record SuggestionId(UUID value) {

    /** As to-dos and audit name it. */
    public static final String SUBJECT = "suggestion";

    @Override
    public String toString() {
        return value.toString();
    }
}
