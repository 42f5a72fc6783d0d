package org.gongzhi.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where seals lie. Every module that keeps some adds a bean, so that a new key reaches all of them. Each method opens a transaction of its own. */
public interface SealedPlace {

    /** {@code contact}, {@code webhook}; the order of the work. */
    String code();

    long rows();

    /** Seals here that another key than this one made. */
    long left(String fingerprint);

    /** The same of what is kept only for hours and goes by itself. */
    default long passing(String fingerprint) {
        return 0;
    }

    /**
     * Seals a batch anew, all of it or nothing.
     *
     * @param after the last row of the batch before; null at the beginning
     */
    Walked walk(@Nullable UUID after, int most);

    /**
     * How far a batch came.
     *
     * @param last null when nothing was left to walk
     * @param changed seals that were made anew
     */
    record Walked(@Nullable UUID last, int rows, int changed) {}
}
