package org.gongzhi.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * The rule against guessing (GB/T 22239-2019 §8.1.4.1: limit failed sign-ins): five free tries for one login from one address, then a wait that doubles from
 * 30 seconds to one hour. A day without a try and everything is forgotten. By login and address together, so that nobody locks a colleague out from elsewhere.
 *
 * @param failures tries that did not end in a sign-in; one under way counts until it has
 */
record LockOut(int failures, Instant lockedUntil) {

    static final int FREE_TRIES = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final int DOUBLINGS_TO_LONGEST = 7;

    boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    LockOut afterTry(Instant now) {
        int tries = failures + 1;
        return new LockOut(tries, now.plus(waitAfter(tries)));
    }

    /** As if the try that led from {@code before} to {@code after} had never been; others made meanwhile stay counted. */
    LockOut without(LockOut before, LockOut after) {
        return equals(after) ? before : new LockOut(failures - 1, lockedUntil);
    }

    /** Tries left before the first wait. */
    int triesLeft() {
        return Math.max(0, FREE_TRIES - failures);
    }

    static Duration waitAfter(int tries) {
        if (tries < FREE_TRIES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(tries - FREE_TRIES, DOUBLINGS_TO_LONGEST);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
