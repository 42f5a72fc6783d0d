package org.gongzhi.kernel;

/**
 * Why something a person asked for is not done: a value, not an exception. Each module lists its own in an enum; the sentence people read stands under
 * {@link #code()} in {@code i18n/<module>*.properties} and names the field and the remedy.
 */
public interface Refusal {

    enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        INVALID,
        TOO_MANY,
        SIGNED_OUT
    }

    /** Stable and public, as {@code demand.already-closed}. */
    String code();

    Kind kind();
}
