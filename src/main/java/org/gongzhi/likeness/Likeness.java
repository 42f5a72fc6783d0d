package org.gongzhi.likeness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gongzhi.rule.RuleTerms;
import org.jspecify.annotations.Nullable;

/**
 * How probably two matters are one, and what speaks for it. In points of a hundred: 35 for the place, 25 for the kind, 30 for the words, 10 for the time.
 *
 * @param metres apart; null where it is told by grid or community
 * @param sharedWords of a hundred
 * @param endedDays since it ended; null while it is open
 */
record Likeness(
        int points,
        @Nullable Integer metres,
        boolean isSameGrid,
        Kinship kinship,
        int sharedWords,
        long raisedDays,
        @Nullable Long endedDays) {

    /** Fewer points are a coincidence. */
    static final int ENOUGH = 45;

    private static final Duration DAY = Duration.ofDays(1);

    /** Of one kind, of kinds under one head, or not to be told because none was named. */
    enum Kinship {
        SAME(25),
        RELATED(13),
        UNKNOWN(0);

        private final int points;

        Kinship(int points) {
            this.points = points;
        }
    }

    /** @param endedAt null while it is open */
    record Other(
            Spot spot,
            Kinship kinship,
            int matchedWords,
            Instant raisedAt,
            @Nullable Instant endedAt) {}

    /**
     * Empty where they are too far apart, or it ended too long ago, or too little speaks for it.
     *
     * @param words how many were asked for
     */
    static Optional<Likeness> of(Spot spot, int words, Other other, RuleTerms.Likeness rule, Instant now) {
        if (!spot.isNear(other.spot(), rule.radiusMetres())) {
            return Optional.empty();
        }
        long raisedDays = days(other.raisedAt(), now);
        Instant ended = other.endedAt();
        Long endedDays = ended == null ? null : days(ended, now);
        if (endedDays != null && endedDays > rule.days()) {
            return Optional.empty();
        }
        Double metres = spot.metresTo(other.spot());
        int shared = words == 0 ? 0 : Math.min(100, other.matchedWords() * 100 / words);
        int points = place(spot, other.spot(), metres, rule.radiusMetres())
                + other.kinship().points
                + shared * 30 / 100
                + time(raisedDays, endedDays, rule.days());
        return points < ENOUGH
                ? Optional.empty()
                : Optional.of(new Likeness(
                        points,
                        metres == null ? null : (int) Math.round(metres),
                        spot.isSameGrid(other.spot()),
                        other.kinship(),
                        shared,
                        raisedDays,
                        endedDays));
    }

    private static int place(Spot spot, Spot other, @Nullable Double metres, int radius) {
        if (metres != null) {
            return 35 - (int) (metres * 15 / radius);
        }
        return spot.isSameGrid(other) ? 28 : 20;
    }

    private static int time(long raisedDays, @Nullable Long endedDays, int days) {
        return endedDays == null ? Math.max(2, 10 - (int) (raisedDays * 8 / days)) : 0;
    }

    private static long days(Instant from, Instant now) {
        return Math.max(0, Duration.between(from, now).dividedBy(DAY));
    }
}
