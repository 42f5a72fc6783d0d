package org.gongzhi.security;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One change of the key that seals contacts: proposed, confirmed by a second person, waiting until every node holds the new key, resealing, done; at last the old
 * key is destroyed, again by two.
 *
 * @param isByHand the new key does not travel under the old one, which somebody may know: it is copied by hand
 * @param walked rows gone through in this lap, of {@code total}
 * @param leftOver seals that did not open and stay as they are
 */
record KeyRotation(
        UUID id,
        State state,
        String from,
        @Nullable String to,
        boolean isByHand,
        String reason,
        Person proposer,
        Instant proposedAt,
        @Nullable Person decider,
        @Nullable Instant decidedAt,
        @Nullable String words,
        @Nullable Instant startedAt,
        @Nullable String place,
        @Nullable UUID cursor,
        long walked,
        long total,
        long changed,
        long changedInLap,
        long leftOver,
        @Nullable Instant doneAt,
        @Nullable Person destructionAskedBy,
        @Nullable Instant destroyedAt) {

    /** Backups older than this are gone by the usual keeping; the old key is not destroyed earlier. */
    static final Duration KEPT = Duration.ofDays(30);

    enum State {
        PROPOSED,
        DECLINED,
        WITHDRAWN,
        WAITING,
        RESEALING,
        DONE
    }

    record Person(UUID account, String name) {}

    boolean isOpen() {
        return state == State.PROPOSED || state == State.WAITING || state == State.RESEALING;
    }

    boolean isProposedBy(UUID account) {
        return proposer.account().equals(account);
    }

    Outcome<KeyRotation> mayBeDecidedBy(UUID account) {
        if (state != State.PROPOSED) {
            return Outcome.refused(SecurityRefusal.ROTATION_DECIDED);
        }
        return isProposedBy(account) ? Outcome.refused(SecurityRefusal.NEEDS_A_SECOND_PERSON) : Outcome.done(this);
    }

    /** @param left seals of older keys that are still there */
    Outcome<KeyRotation> mayLoseItsOldKey(Instant now, long left) {
        if (state != State.DONE || doneAt == null || destroyedAt != null) {
            return Outcome.refused(SecurityRefusal.ROTATION_NOT_DONE);
        }
        if (doneAt.plus(KEPT).isAfter(now)) {
            return Outcome.refused(SecurityRefusal.OLD_KEY_TOO_YOUNG, KEPT.toDays());
        }
        return left > 0 ? Outcome.refused(SecurityRefusal.OLD_KEY_NEEDED, left) : Outcome.done(this);
    }
}
