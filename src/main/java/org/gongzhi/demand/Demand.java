package org.gongzhi.demand;

import static org.gongzhi.demand.DemandStatus.ACCEPTED;
import static org.gongzhi.demand.DemandStatus.ASSIGNED;
import static org.gongzhi.demand.DemandStatus.CLOSED;
import static org.gongzhi.demand.DemandStatus.DECLINED;
import static org.gongzhi.demand.DemandStatus.HANDLING;
import static org.gongzhi.demand.DemandStatus.MERGED;
import static org.gongzhi.demand.DemandStatus.RAISED;
import static org.gongzhi.demand.DemandStatus.SETTLED;
import static org.gongzhi.demand.DemandStatus.SUSPENDED;
import static org.gongzhi.demand.DemandStatus.VERIFYING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One demand and what may become of it. Methods are the decisions: each answers the demand as it would then be, or why not. Who may decide is
 * {@link DemandPermissions}' question; this type only knows the order of things.
 */
public record Demand(
        DemandId id,
        int version,
        Origin origin,
        DemandStatus status,
        Instant statusAt,
        @Nullable DemandStatus resumeStatus,
        RegionCode node,
        @Nullable UUID departmentId,
        @Nullable UUID handlerId,
        Clock clock,
        Marks marks,
        @Nullable String publicTitle) {

    /** What was said, where, and how it came to us; never changes. */
    public record Origin(
            String number,
            RegionCode region,
            String title,
            String words,
            String kindCode,
            String channel,
            String place,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean isAnonymous,
            @Nullable UUID contactId,
            Instant raisedAt,
            @Nullable UUID registeredBy,
            RegionCode firstNode) {}

    /** The running time, by the rule it started with; only pausing, an approved extension or a rework changes it. */
    public record Clock(
            UUID ruleId,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn,
            boolean isLate) {

        Clock paused(Instant now, LocalDate until) {
            return new Clock(ruleId, dueAt, warnAt, now, until, isLate);
        }

        Clock resumed(Instant now) {
            Duration rest = pausedAt == null ? Duration.ZERO : Duration.between(pausedAt, now);
            return new Clock(ruleId, dueAt.plus(rest), warnAt.plus(rest), null, null, isLate);
        }

        Clock until(Instant due, Instant warn, Instant now) {
            return new Clock(ruleId, due, warn, pausedAt, reviewOn, isLate && !due.isAfter(now));
        }
    }

    /** When the stations of its way were passed. */
    public record Marks(
            @Nullable Instant acceptedAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant closedAt,
            @Nullable Instant settledAt,
            @Nullable Instant supervisedAt,
            @Nullable Instant urgedAt,
            int reopenCount,
            int joinerCount,
            @Nullable String reasonCode,
            @Nullable String reasonWords,
            @Nullable UUID mergedIntoId) {

        static final Marks NONE = new Marks(null, null, null, null, null, null, 0, 0, null, null, null);
    }

    /** An urge at most once a day (减负: reminders are bounded). */
    public static final Duration URGE_PAUSE = Duration.ofHours(24);

    /** How long the person concerned may still say "not solved" after a call-back settled the matter. */
    static final Duration JUDGE_WINDOW = Duration.ofDays(7);

    static final int SUSPEND_DAYS = 90;
    static final int EXTEND_DAYS = 30;

    Outcome<Demand> accept(Instant now, @Nullable String publishAs) {
        return in(RAISED)
                ? Outcome.done(moved(ACCEPTED, now, next -> {
                    next.acceptedAt = now;
                    next.publicTitle = publishAs;
                }))
                : Outcome.refused(status == DECLINED ? DemandRefusal.ALREADY_DECLINED : DemandRefusal.ALREADY_ACCEPTED);
    }

    /** 退回, before acceptance: not ours, so the node above finds whose it is. */
    Outcome<Demand> giveBackTo(RegionCode superior, Instant now) {
        return in(RAISED)
                ? Outcome.done(moved(RAISED, now, next -> next.node = superior))
                : Outcome.refused(DemandRefusal.ACCEPTED_CANNOT_BE_RETURNED);
    }

    /** 退回 by whoever it was given to, before taking it up. */
    Outcome<Demand> giveBackToResponsible(Instant now) {
        return in(ASSIGNED)
                ? Outcome.done(moved(ACCEPTED, now, Draft::unassign))
                : Outcome.refused(DemandRefusal.TAKEN_UP_CANNOT_BE_RETURNED);
    }

    Outcome<Demand> decline(Instant now, String reason, @Nullable String words) {
        return in(RAISED, ACCEPTED)
                ? Outcome.done(moved(DECLINED, now, next -> next.because(reason, words)))
                : Outcome.refused(DemandRefusal.TOO_LATE_TO_DECLINE);
    }

    Outcome<Demand> assign(Instant now, @Nullable UUID department, @Nullable UUID handler) {
        if (!in(ACCEPTED, ASSIGNED, HANDLING)) {
            return Outcome.refused(in(RAISED) ? DemandRefusal.NOT_ACCEPTED_YET : DemandRefusal.NOT_IN_HAND);
        }
        return Outcome.done(moved(ASSIGNED, now, next -> {
            next.departmentId = department;
            next.handlerId = handler;
        }));
    }

    Outcome<Demand> takeUp(Instant now, @Nullable UUID handler) {
        return in(ASSIGNED)
                ? Outcome.done(moved(HANDLING, now, next -> next.handlerId = handler))
                : Outcome.refused(DemandRefusal.NOT_GIVEN_TO_ANYONE);
    }

    Outcome<Demand> noteProgress() {
        return status.isOpen() && !in(RAISED)
                ? Outcome.done(this)
                : Outcome.refused(in(RAISED) ? DemandRefusal.NOT_ACCEPTED_YET : DemandRefusal.ALREADY_ENDED);
    }

    Outcome<Demand> askVerification(Instant now) {
        return in(HANDLING)
                ? Outcome.done(moved(VERIFYING, now, next -> next.verifiedAt = null))
                : Outcome.refused(DemandRefusal.NOT_BEING_HANDLED);
    }

    Outcome<Demand> verify(Instant now, boolean passed) {
        if (!in(VERIFYING) || marks.verifiedAt() != null) {
            return Outcome.refused(DemandRefusal.NOTHING_TO_VERIFY);
        }
        return Outcome.done(
                passed
                        ? moved(VERIFYING, now, next -> next.verifiedAt = now)
                        : moved(HANDLING, now, next -> next.verifiedAt = null));
    }

    Outcome<Demand> close(Instant now) {
        if (!in(VERIFYING) || marks.verifiedAt() == null) {
            return Outcome.refused(status.isOpen() ? DemandRefusal.VERIFY_BEFORE_CLOSING : DemandRefusal.ALREADY_ENDED);
        }
        return Outcome.done(moved(CLOSED, now, next -> next.closedAt = now));
    }

    /** After a valid call-back, or the resident's own word, that it is solved. */
    Outcome<Demand> settle(Instant now) {
        return in(CLOSED)
                ? Outcome.done(moved(SETTLED, now, next -> next.settledAt = now))
                : Outcome.refused(DemandRefusal.NOT_CLOSED_YET);
    }

    /** Back to whoever handled it, with a fresh, short clock. */
    Outcome<Demand> reopen(Instant now, UUID rule, Instant due, Instant warn) {
        if (!in(CLOSED, SETTLED, DECLINED)) {
            return Outcome.refused(in(MERGED) ? DemandRefusal.GOES_ON_ELSEWHERE : DemandRefusal.STILL_OPEN);
        }
        boolean isInHand = !in(DECLINED) && isGiven();
        return Outcome.done(moved(isInHand ? HANDLING : ACCEPTED, now, next -> {
            next.clock = new Clock(rule, due, warn, null, null, false);
            next.acceptedAt = next.acceptedAt == null ? now : next.acceptedAt;
            next.verifiedAt = null;
            next.settledAt = null;
            next.reopenCount++;
        }));
    }

    /** 上报 and 下派 leave the demand as it is: whoever offers it stays responsible until it is received. */
    Outcome<Demand> offer() {
        return in(ACCEPTED, ASSIGNED, HANDLING)
                ? Outcome.done(this)
                : Outcome.refused(in(RAISED) ? DemandRefusal.NOT_ACCEPTED_YET : DemandRefusal.NOT_IN_HAND);
    }

    Outcome<Demand> receiveAt(RegionCode receiver, Instant now) {
        return status.isOpen()
                ? Outcome.done(moved(ACCEPTED, now, next -> {
                    next.node = receiver;
                    next.unassign();
                    next.verifiedAt = null;
                }))
                : Outcome.refused(DemandRefusal.ALREADY_ENDED);
    }

    Outcome<Demand> suspend(Instant now, LocalDate today, LocalDate reviewOn, String reason, String words) {
        if (!in(ACCEPTED, ASSIGNED, HANDLING)) {
            return Outcome.refused(in(SUSPENDED) ? DemandRefusal.ALREADY_SUSPENDED : DemandRefusal.NOT_IN_HAND);
        }
        if (!reviewOn.isAfter(today) || reviewOn.isAfter(today.plusDays(SUSPEND_DAYS))) {
            return Outcome.invalid("reviewOn", DemandRefusal.REVIEW_DAY_OUT_OF_RANGE, SUSPEND_DAYS);
        }
        return Outcome.done(moved(SUSPENDED, now, next -> {
            next.resumeStatus = status;
            next.clock = clock.paused(now, reviewOn);
            next.because(reason, words);
        }));
    }

    Outcome<Demand> resume(Instant now) {
        return resumeStatus == null
                ? Outcome.refused(DemandRefusal.NOT_SUSPENDED)
                : Outcome.done(moved(resumeStatus, now, next -> {
                    next.resumeStatus = null;
                    next.clock = clock.resumed(now);
                }));
    }

    Outcome<Demand> askExtension(Instant now, Instant due) {
        if (!in(ACCEPTED, ASSIGNED, HANDLING)) {
            return Outcome.refused(in(RAISED) ? DemandRefusal.NOT_ACCEPTED_YET : DemandRefusal.NOT_IN_HAND);
        }
        boolean fits = due.isAfter(now)
                && due.isAfter(clock.dueAt())
                && due.isBefore(now.plus(Duration.ofDays(EXTEND_DAYS)).plusSeconds(1));
        return fits ? Outcome.done(this) : Outcome.invalid("dueAt", DemandRefusal.EXTENSION_OUT_OF_RANGE, EXTEND_DAYS);
    }

    Outcome<Demand> extend(Instant now, Instant due, Instant warn) {
        return status.isOpen()
                ? Outcome.done(with(next -> next.clock = clock.until(due, warn, now)))
                : Outcome.refused(DemandRefusal.ALREADY_ENDED);
    }

    Outcome<Demand> mergeInto(Demand target, Instant now) {
        if (target.id.equals(id)) {
            return Outcome.invalid("intoId", DemandRefusal.MERGE_WITH_ITSELF);
        }
        if (!status.isOpen()) {
            return Outcome.refused(DemandRefusal.ALREADY_ENDED);
        }
        if (!target.status.isOpen()) {
            return Outcome.invalid("intoId", DemandRefusal.MERGE_TARGET_ENDED);
        }
        if (target.origin.region().community() != origin.region().community()
                && target.origin.region().street() != origin.region().street()) {
            return Outcome.invalid("intoId", DemandRefusal.MERGE_TOO_FAR);
        }
        return Outcome.done(moved(MERGED, now, next -> {
            next.resumeStatus = null;
            next.clock = new Clock(clock.ruleId(), clock.dueAt(), clock.warnAt(), null, null, clock.isLate());
            next.mergedIntoId = target.id.value();
        }));
    }

    Outcome<Demand> supervise(Instant now) {
        return status.isOpen()
                ? Outcome.done(with(next -> next.supervisedAt = now))
                : Outcome.refused(DemandRefusal.ALREADY_ENDED);
    }

    Outcome<Demand> urge(Instant now) {
        if (!status.isOpen() || in(SUSPENDED)) {
            return Outcome.refused(in(SUSPENDED) ? DemandRefusal.ALREADY_SUSPENDED : DemandRefusal.ALREADY_ENDED);
        }
        Instant last = marks.urgedAt();
        if (last != null && now.isBefore(last.plus(URGE_PAUSE))) {
            return Outcome.refused(DemandRefusal.URGED_TODAY, last, last.plus(URGE_PAUSE));
        }
        return Outcome.done(with(next -> next.urgedAt = now));
    }

    /** 同感 is for what is being handled; those of a merged demand are sent on to the other one. */
    Outcome<Demand> join() {
        return status.isOpen() ? Outcome.done(this) : Outcome.refused(DemandRefusal.JOIN_ENDED);
    }

    /** Whether the person concerned may still add to what they said. */
    public boolean mayBeAddedTo() {
        return status.isOpen() || in(CLOSED);
    }

    /** Whether the person concerned may still judge: while it waits for them, and a week beyond a staff call-back. */
    public boolean mayBeJudged(Instant now) {
        Instant settled = marks.settledAt();
        return in(CLOSED) || (in(SETTLED) && settled != null && now.isBefore(settled.plus(JUDGE_WINDOW)));
    }

    Outcome<Demand> judgeable(Instant now) {
        return mayBeJudged(now)
                ? Outcome.done(this)
                : Outcome.refused(in(SETTLED) ? DemandRefusal.JUDGING_IS_OVER : DemandRefusal.NOT_CLOSED_YET);
    }

    boolean isGiven() {
        return departmentId != null || handlerId != null;
    }

    public boolean in(DemandStatus... any) {
        for (DemandStatus one : any) {
            if (status == one) {
                return true;
            }
        }
        return false;
    }

    DemandEvent.Snapshot snapshot() {
        return new DemandEvent.Snapshot(
                id,
                origin.region(),
                node,
                origin.kindCode(),
                origin.channel(),
                status,
                clock.isLate() && status.isOpen(),
                origin.raisedAt());
    }

    private Demand moved(DemandStatus to, Instant now, Consumer<Draft> change) {
        return with(next -> {
            next.status = to;
            next.statusAt = now;
            change.accept(next);
        });
    }

    private Demand with(Consumer<Draft> change) {
        Draft next = new Draft(this);
        change.accept(next);
        return next.done(this);
    }

    /** The changeable half of a demand, while a decision changes it. */
    private static final class Draft {
        private DemandStatus status;
        private Instant statusAt;
        private @Nullable DemandStatus resumeStatus;
        private RegionCode node;
        private @Nullable UUID departmentId;
        private @Nullable UUID handlerId;
        private Clock clock;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant verifiedAt;
        private @Nullable Instant closedAt;
        private @Nullable Instant settledAt;
        private @Nullable Instant supervisedAt;
        private @Nullable Instant urgedAt;
        private int reopenCount;
        private @Nullable String reasonCode;
        private @Nullable String reasonWords;
        private @Nullable UUID mergedIntoId;
        private @Nullable String publicTitle;

        private Draft(Demand from) {
            status = from.status;
            statusAt = from.statusAt;
            resumeStatus = from.resumeStatus;
            node = from.node;
            departmentId = from.departmentId;
            handlerId = from.handlerId;
            clock = from.clock;
            acceptedAt = from.marks.acceptedAt();
            verifiedAt = from.marks.verifiedAt();
            closedAt = from.marks.closedAt();
            settledAt = from.marks.settledAt();
            supervisedAt = from.marks.supervisedAt();
            urgedAt = from.marks.urgedAt();
            reopenCount = from.marks.reopenCount();
            reasonCode = from.marks.reasonCode();
            reasonWords = from.marks.reasonWords();
            mergedIntoId = from.marks.mergedIntoId();
            publicTitle = from.publicTitle;
        }

        private void unassign() {
            departmentId = null;
            handlerId = null;
        }

        private void because(String reason, @Nullable String words) {
            reasonCode = reason;
            reasonWords = words;
        }

        private Demand done(Demand from) {
            return new Demand(
                    from.id,
                    from.version,
                    from.origin,
                    status,
                    statusAt,
                    resumeStatus,
                    node,
                    departmentId,
                    handlerId,
                    clock,
                    new Marks(
                            acceptedAt,
                            verifiedAt,
                            closedAt,
                            settledAt,
                            supervisedAt,
                            urgedAt,
                            reopenCount,
                            from.marks.joinerCount(),
                            reasonCode,
                            reasonWords,
                            mergedIntoId),
                    publicTitle);
        }
    }
}
