package org.gongzhi.demand;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** The changeable half of a demand, while a decision changes it. */
final class DemandDraft {
    private final Demand from;
    DemandStatus status;
    Instant statusAt;

    @Nullable
    DemandStatus resumeStatus;

    RegionCode node;

    @Nullable
    UUID departmentId;

    @Nullable
    UUID handlerId;

    Demand.Clock clock;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Instant verifiedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant settledAt;

    @Nullable
    Instant supervisedAt;

    @Nullable
    Instant urgedAt;

    int reopenCount;

    @Nullable
    String reasonCode;

    @Nullable
    String reasonWords;

    @Nullable
    UUID mergedIntoId;

    @Nullable
    String publicTitle;

    DemandDraft(Demand from) {
        this.from = from;
        status = from.status();
        statusAt = from.statusAt();
        resumeStatus = from.resumeStatus();
        node = from.node();
        departmentId = from.departmentId();
        handlerId = from.handlerId();
        clock = from.clock();
        acceptedAt = from.marks().acceptedAt();
        verifiedAt = from.marks().verifiedAt();
        closedAt = from.marks().closedAt();
        settledAt = from.marks().settledAt();
        supervisedAt = from.marks().supervisedAt();
        urgedAt = from.marks().urgedAt();
        reopenCount = from.marks().reopenCount();
        reasonCode = from.marks().reasonCode();
        reasonWords = from.marks().reasonWords();
        mergedIntoId = from.marks().mergedIntoId();
        publicTitle = from.publicTitle();
    }

    DemandDraft at(DemandStatus to, Instant now) {
        status = to;
        statusAt = now;
        return this;
    }

    /** 挂账: the clock stands still. */
    void pauseClock(Instant now, LocalDate until) {
        clock = new Demand.Clock(clock.ruleId(), clock.dueAt(), clock.warnAt(), now, until, clock.isLate());
    }

    /** It runs on with what was left. */
    void resumeClock(Instant now) {
        Instant since = clock.pausedAt();
        Duration rest = since == null ? Duration.ZERO : Duration.between(since, now);
        clock = new Demand.Clock(
                clock.ruleId(), clock.dueAt().plus(rest), clock.warnAt().plus(rest), null, null, clock.isLate());
    }

    void extendClock(Instant due, Instant warn, Instant now) {
        boolean isStillLate = clock.isLate() && due.isBefore(now);
        clock = new Demand.Clock(clock.ruleId(), due, warn, clock.pausedAt(), clock.reviewOn(), isStillLate);
    }

    void endPause() {
        clock = new Demand.Clock(clock.ruleId(), clock.dueAt(), clock.warnAt(), null, null, clock.isLate());
    }

    /**
     * Where a demand stood when it was merged, to come back to.
     *
     * @param waiting the to-dos that waited
     */
    record Stood(
            DemandStatus status,
            @Nullable DemandStatus resumeStatus,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn,
            List<UUID> waiting) {

        static Stood of(Demand demand, List<UUID> waiting) {
            return new Stood(
                    demand.status(),
                    demand.resumeStatus(),
                    demand.clock().pausedAt(),
                    demand.clock().reviewOn(),
                    waiting);
        }

        /**
         * 撤销合并: a merged demand as it stood.
         *
         * @param isHandThere whether those it was given to are still there to have it
         */
        Outcome<Demand> again(Demand merged, boolean isHandThere, Instant now) {
            if (!merged.in(DemandStatus.MERGED)) {
                return Outcome.refused(DemandRefusal.NOT_MERGED);
            }
            DemandDraft next = new DemandDraft(merged).at(status, now);
            next.standAgain(this, isHandThere);
            return Outcome.done(next.done());
        }
    }

    /** The clock ran on meanwhile, for a wrong merge is nobody's excuse. Whoever had it in hand and is there no more has it no longer. */
    private void standAgain(Stood stood, boolean isHandThere) {
        mergedIntoId = null;
        resumeStatus = stood.resumeStatus();
        clock = new Demand.Clock(
                clock.ruleId(), clock.dueAt(), clock.warnAt(), stood.pausedAt(), stood.reviewOn(), clock.isLate());
        if (!isHandThere) {
            unassign();
            status = inHands(status) ? DemandStatus.ACCEPTED : status;
            resumeStatus = resumeStatus != null && inHands(resumeStatus) ? DemandStatus.ACCEPTED : resumeStatus;
        }
    }

    private static boolean inHands(DemandStatus status) {
        return status == DemandStatus.ASSIGNED || status == DemandStatus.HANDLING;
    }

    void unassign() {
        departmentId = null;
        handlerId = null;
    }

    void because(String reason, @Nullable String words) {
        reasonCode = reason;
        reasonWords = words;
    }

    Demand done() {
        return new Demand(
                from.id(),
                from.version(),
                from.origin(),
                status,
                statusAt,
                resumeStatus,
                node,
                departmentId,
                handlerId,
                clock,
                new Demand.Marks(
                        acceptedAt,
                        verifiedAt,
                        closedAt,
                        settledAt,
                        supervisedAt,
                        urgedAt,
                        reopenCount,
                        from.marks().joinerCount(),
                        from.marks().openCalls(),
                        reasonCode,
                        reasonWords,
                        mergedIntoId),
                publicTitle);
    }
}
