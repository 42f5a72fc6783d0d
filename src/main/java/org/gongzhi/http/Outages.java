package org.gongzhi.http;

import java.sql.SQLException;
import java.util.Set;

/** Tells outages of the database from mistakes in our statements, by SQLSTATE. */
final class Outages {

    /** disk_full, and the I/O error PostgreSQL reports for a file it cannot extend. */
    private static final Set<String> DISK_FULL = Set.of("53100", "58030");

    private Outages() {}

    static boolean isDiskFull(Throwable thrown) {
        return hasState(thrown, DISK_FULL::contains);
    }

    /** Class 08 (connection), 57P01–57P03 (server stopping or starting). */
    static boolean isConnectionLost(Throwable thrown) {
        return hasState(thrown, state -> state.startsWith("08") || state.startsWith("57P0"));
    }

    private static boolean hasState(Throwable thrown, java.util.function.Predicate<String> wanted) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure
                    && failure.getSQLState() != null
                    && wanted.test(failure.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
