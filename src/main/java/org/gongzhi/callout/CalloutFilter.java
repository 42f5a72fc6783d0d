package org.gongzhi.callout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.gongzhi.callout.CalloutEvent.Grade;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a list shows.
 *
 * @param isLead one for each time a street called: who leads
 * @param calledTo end, not included
 */
record CalloutFilter(
        @Nullable RegionCode region,
        View view,
        boolean isLead,
        @Nullable UUID department,
        @Nullable Arrived arrived,
        boolean isGraded,
        @Nullable Grade grade,
        @Nullable Instant calledFrom,
        @Nullable Instant calledTo) {

    enum View {
        OPEN,
        LATE,
        REFUSED,
        TO_GRADE,
        ALL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Arrived {
        IN_TIME,
        LATE,
        NOT
    }

    /** As written in an address; days are China's, both included. */
    record Asked(
            @Nullable String region,
            @Nullable String view,
            @Nullable String role,
            @Nullable String department,
            @Nullable String arrived,
            @Nullable String grade,
            @Nullable String calledFrom,
            @Nullable String calledTo) {

        Outcome<CalloutFilter> read() {
            try {
                return Outcome.done(new CalloutFilter(
                        region == null || region.isBlank()
                                ? null
                                : RegionCode.parse(region).orElseThrow(() -> new Malformed("region", null)),
                        one("view", view, View.values(), View.OPEN),
                        role != null && one("role", role, Role.values(), Role.LEAD) == Role.LEAD,
                        id("department", department),
                        arrived == null ? null : one("arrived", arrived, Arrived.values(), Arrived.NOT),
                        "any".equals(grade),
                        grade == null || grade.equals("any") ? null : one("grade", grade, Grade.values(), Grade.MOSTLY),
                        start("calledFrom", calledFrom, 0),
                        start("calledTo", calledTo, 1)));
            } catch (Malformed malformed) {
                return Outcome.invalid(malformed.field, CalloutRefusal.FILTER_INVALID, malformed.field);
            }
        }

        private enum Role {
            LEAD
        }

        private static final class Malformed extends RuntimeException {
            private static final long serialVersionUID = 1L;
            private final String field;

            Malformed(String field, @Nullable Throwable cause) {
                super(field, cause);
                this.field = field;
            }
        }

        private static <E extends Enum<E>> E one(String field, @Nullable String text, E[] all, E otherwise) {
            if (text == null || text.isBlank()) {
                return otherwise;
            }
            return Arrays.stream(all)
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new Malformed(field, null));
        }

        private static @Nullable UUID id(String field, @Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                throw new Malformed(field, notAnId);
            }
        }

        private static @Nullable Instant start(String field, @Nullable String text, int daysLater) {
            try {
                return text == null || text.isBlank()
                        ? null
                        : LocalDate.parse(text)
                                .plusDays(daysLater)
                                .atStartOfDay(Time.ZONE)
                                .toInstant();
            } catch (DateTimeParseException notADay) {
                throw new Malformed(field, notADay);
            }
        }
    }

    CalloutFilter as(View other) {
        return new CalloutFilter(region, other, isLead, department, arrived, isGraded, grade, calledFrom, calledTo);
    }
}
