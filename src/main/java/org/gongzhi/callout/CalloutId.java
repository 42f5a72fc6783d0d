package org.gongzhi.callout;

import java.util.UUID;

/** One department or body called to one demand. */
public record CalloutId(UUID value) {

    /** As to-dos, audit and trail name it. */
    public static final String SUBJECT = "callout";

    @Override
    public String toString() {
        return value.toString();
    }
}
