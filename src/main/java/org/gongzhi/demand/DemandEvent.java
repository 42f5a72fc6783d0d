package org.gongzhi.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** What happened to demands, told in the transaction in which it happened. */
public sealed interface DemandEvent {

    /** What figures need to know of a demand at one moment; {@code node} is who is responsible. */
    record Snapshot(
            DemandId id,
            RegionCode region,
            RegionCode node,
            String kindCode,
            String channel,
            DemandStatus status,
            boolean isLate,
            Instant raisedAt) {

        static Snapshot of(Demand demand) {
            return new Snapshot(
                    demand.id(),
                    demand.origin().region(),
                    demand.node(),
                    demand.origin().kindCode(),
                    demand.origin().channel(),
                    demand.status(),
                    demand.clock().isLate() && demand.status().isOpen(),
                    demand.origin().raisedAt());
        }
    }

    record Raised(Snapshot demand) implements DemandEvent {}

    /** Many at once, from another line's list. */
    record RaisedTogether(List<Snapshot> demands) implements DemandEvent {}

    /** Taken over by mistake and gone again, untouched; {@code lateAt} is when each became late, where it did. */
    record TakenBack(List<Withdrawn> demands) implements DemandEvent {}

    record Withdrawn(Snapshot demand, @Nullable Instant lateAt) {}

    /**
     * Any change of state or of who is responsible. {@code verb} says which; snapshots before and after tell what to count.
     *
     * @param reviewOn while it is suspended: when to look again
     */
    record Moved(
            DemandVerb verb,
            Snapshot before,
            Snapshot after,
            Instant at,
            @Nullable Instant acceptedAt,
            @Nullable LocalDate reviewOn)
            implements DemandEvent {}

    /** A call-back that reached the person, or their own word: the only source of the three rates. */
    record Judged(Snapshot demand, boolean isContacted, boolean isSolved, Satisfaction satisfaction, Instant at)
            implements DemandEvent {}

    record Joined(Snapshot demand, Instant at) implements DemandEvent {}

    /** Their due time passed while open; many at once, from the clock worker. Snapshots are as they are now, late. */
    record BecameLate(List<Snapshot> demands, Instant at) implements DemandEvent {}

    enum Satisfaction {
        SATISFIED,
        BASICALLY,
        UNSATISFIED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Satisfaction of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
