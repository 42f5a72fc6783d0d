package org.gongzhi.kernel;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * How values of this house are sent. What is absent is sent with the type it would have: were that left open, each change between a value and none would make
 * PostgreSQL parse and plan the prepared statement anew.
 */
final class Bound {

    private Bound() {}

    /** @param type PostgreSQL's name of it, for when the value is absent; null where nobody knows */
    static void add(MapSqlParameterSource parameters, String name, @Nullable Object value, @Nullable String type) {
        switch (value) {
            case null -> {
                if (type == null) {
                    parameters.addValue(name, null, Types.NULL);
                } else {
                    parameters.addValue(name, null, Types.OTHER, type);
                }
            }
            case Instant instant ->
                parameters.addValue(name, instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            case RegionCode code -> parameters.addValue(name, code.value());
            case LocalDate day -> parameters.addValue(name, day, Types.DATE);
            case Enum<?> constant -> parameters.addValue(name, constant.name().toLowerCase(Locale.ROOT), Types.VARCHAR);
            default -> parameters.addValue(name, value);
        }
    }
}
