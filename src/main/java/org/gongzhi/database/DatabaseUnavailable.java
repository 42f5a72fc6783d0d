package org.gongzhi.database;

import org.jspecify.annotations.Nullable;

/** The application cannot start because of its database; says why and what to do about it. */
final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    DatabaseUnavailable(String reason, String remedy) {
        this(reason, remedy, null);
    }

    DatabaseUnavailable(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
