package org.gongzhi.insight;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is counted. Its meaning in words is the row of {@code metric} with the same id and code. */
enum Metric {
    RAISED(1),
    ACCEPTED(2),
    CLOSED(3),
    DECLINED(4),
    MERGED(5),
    REOPENED(6),
    PASSED_UP(7),
    RECEIVED_ABOVE(8),
    CALL_BACK_VALID(9),
    CONTACTED(10),
    SOLVED(11),
    SATISFIED(12),
    BASICALLY(13),
    JOINED(14),
    BECAME_LATE(15),
    OPEN(16),
    LATE(17),
    WHISTLED(30),
    CALLED_OUT(31),
    ARRIVED_IN_TIME(32),
    CALL_GRADED(33),
    CALL_IN_PLACE(34),
    CALL_MOSTLY(35);

    static final Set<Metric> STOCKS = EnumSet.of(OPEN, LATE);
    static final Set<Metric> CALLS =
            EnumSet.of(WHISTLED, CALLED_OUT, ARRIVED_IN_TIME, CALL_GRADED, CALL_IN_PLACE, CALL_MOSTLY);
    static final Set<Metric> FLOWS = EnumSet.complementOf(EnumSet.of(OPEN, LATE));

    private static final Map<Integer, Metric> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(Metric::id, Function.identity()));

    private final int id;

    Metric(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Metric of(int id) {
        Metric metric = BY_ID.get(id);
        if (metric == null) {
            throw new IllegalArgumentException("no metric " + id);
        }
        return metric;
    }
}
