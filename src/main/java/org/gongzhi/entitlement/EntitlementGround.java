package org.gongzhi.entitlement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a request is refused: from a list, so that nobody makes one up. */
public enum EntitlementGround {
    /** The purpose is not reached yet (art. 47). */
    CASE_OPEN,
    /** A law or regulation says how long it is kept (art. 47). */
    KEPT_BY_LAW,
    /** A lawsuit, a review or an inquiry needs it. */
    UNDER_INQUIRY,
    /** It would touch others' lawful interests. */
    OF_OTHERS,
    /** What is said to be wrong was checked and is right (art. 46). */
    CHECKED_RIGHT;

    /** A ground that does not fit what was asked is none. */
    boolean isFor(EntitlementKind kind) {
        return switch (this) {
            case CASE_OPEN, KEPT_BY_LAW -> kind == EntitlementKind.DELETE;
            case UNDER_INQUIRY -> kind != EntitlementKind.CORRECT;
            case OF_OTHERS -> true;
            case CHECKED_RIGHT -> kind == EntitlementKind.CORRECT;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EntitlementGround> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code().equals(code))
                .findFirst();
    }
}
