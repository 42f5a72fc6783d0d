package org.gongzhi.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What of the ledger is wanted. The same names stand in addresses, in saved views, in exports and behind every figure of the cockpit, so that a figure lists
 * exactly what it counts.
 *
 * @param raisedFrom inclusive; every {@code …To} is exclusive, the day after the last day asked for
 * @param happened what is counted each time it happens; the list then has one row each time, newest first
 */
record LedgerFilter(
        @Nullable RegionCode region,
        View view,
        @Nullable String words,
        @Nullable List<String> kinds,
        @Nullable List<String> channels,
        @Nullable List<String> statuses,
        @Nullable UUID department,
        @Nullable Boolean isLate,
        @Nullable Instant raisedFrom,
        @Nullable Instant raisedTo,
        @Nullable Happened happened,
        boolean byDue) {

    /** The tabs of the ledger. */
    enum View {
        /** 在办. */
        OPEN,
        /** 超期与临期. */
        LATE,
        /** 待回访. */
        CALL_BACK,
        /** 居民说没解决. */
        UNSOLVED,
        /** 挂账. */
        SUSPENDED,
        /** 我参与的. */
        MINE,
        ALL;

        /** Work that still runs or is paused; has an order by due time of its own. */
        boolean isOpenWork() {
            return this == OPEN || this == LATE || this == UNSOLVED || this == SUSPENDED;
        }
    }

    /** A closing, a passing up, or a judgement that was given, in a period. */
    record Happened(
            Counted what, @Nullable Instant from, @Nullable Instant to) {}

    enum Counted {
        CLOSED,
        PASSED_UP,
        VALID,
        CONTACTED,
        SOLVED,
        SATISFIED,
        BASICALLY;

        boolean isJudgement() {
            return this != CLOSED && this != PASSED_UP;
        }
    }

    /** Reads it as it was sent; refuses what it does not know rather than list more than was asked for. */
    static Outcome<LedgerFilter> of(Map<String, String> sent, LocalDate today) {
        return LedgerFilterReader.read(sent, today);
    }

    /** The same filter without what says how to read it, fit to be kept. */
    static Map<String, String> kept(Map<String, String> sent) {
        Map<String, String> kept = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (!name.equals("after") && !name.equals("limit") && !value.isBlank()) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    LedgerFilter as(View tab) {
        return new LedgerFilter(
                region,
                tab,
                words,
                kinds,
                channels,
                statuses,
                department,
                isLate,
                raisedFrom,
                raisedTo,
                happened,
                byDue);
    }

    /** With kinds replaced by what they stand for: a kind and those below it. */
    LedgerFilter withKinds(UnaryOperator<List<String>> meant) {
        return kinds == null
                ? this
                : new LedgerFilter(
                        region,
                        view,
                        words,
                        meant.apply(kinds),
                        channels,
                        statuses,
                        department,
                        isLate,
                        raisedFrom,
                        raisedTo,
                        happened,
                        byDue);
    }
}
