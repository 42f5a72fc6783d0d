package org.gongzhi.demand;

import static org.gongzhi.demand.DemandStatus.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
            boolean isLate) {}

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
            int openCalls,
            @Nullable String reasonCode,
            @Nullable String reasonWords,
            @Nullable UUID mergedIntoId) {

        static final Marks NONE = new Marks(null, null, null, null, null, null, 0, 0, 0, null, null, null);
    }

    /** An urge at most once a day (减负: reminders are bounded). */
    public static final Duration URGE_PAUSE = Duration.ofHours(24);

    /** How long the person concerned may still say "not solved" after a call-back settled the matter. */
    static final Duration JUDGE_WINDOW = Duration.ofDays(7);

    static final int SUSPEND_DAYS = 90;
    static final int EXTEND_DAYS = 30;

    Outcome<Demand> accept(Instant now, @Nullable String publishAs) {
        return when(in(RAISED), in(DECLINED) ? DemandRefusal.ALREADY_DECLINED : DemandRefusal.ALREADY_ACCEPTED)
                .map(_ -> moved(ACCEPTED, now, next -> {
                    next.acceptedAt = now;
                    next.publicTitle = publishAs;
                }));
    }

    /** 退回, before acceptance: not ours, so the node above finds whose it is. */
    Outcome<Demand> giveBackTo(RegionCode superior, Instant now) {
        return when(in(RAISED), DemandRefusal.ACCEPTED_CANNOT_BE_RETURNED)
                .map(_ -> moved(RAISED, now, next -> next.node = superior));
    }

    /** 退回 by whoever it was given to, before taking it up. */
    Outcome<Demand> giveBackToResponsible(Instant now) {
        return when(in(ASSIGNED), DemandRefusal.TAKEN_UP_CANNOT_BE_RETURNED)
                .map(_ -> moved(ACCEPTED, now, DemandDraft::unassign));
    }

    Outcome<Demand> decline(Instant now, String reason, @Nullable String words) {
        return when(in(RAISED, ACCEPTED), DemandRefusal.TOO_LATE_TO_DECLINE)
                .map(_ -> moved(DECLINED, now, next -> next.because(reason, words)));
    }

    Outcome<Demand> assign(Instant now, @Nullable UUID department, @Nullable UUID handler) {
        return inHand().map(_ -> moved(ASSIGNED, now, next -> {
            next.departmentId = department;
            next.handlerId = handler;
        }));
    }

    Outcome<Demand> takeUp(Instant now, @Nullable UUID handler) {
        return when(in(ASSIGNED), DemandRefusal.NOT_GIVEN_TO_ANYONE)
                .map(_ -> moved(HANDLING, now, next -> next.handlerId = handler));
    }

    Outcome<Demand> noteProgress() {
        return in(RAISED) ? Outcome.refused(DemandRefusal.NOT_ACCEPTED_YET) : whileOpen();
    }

    /** Whoever reports it done has taken it up: from 待接单 both are one word. */
    Outcome<Demand> askVerification(Instant now) {
        return in(ASSIGNED)
                ? takeUp(now, handlerId).then(taken -> taken.askVerification(now))
                : when(in(HANDLING), DemandRefusal.NOT_BEING_HANDLED)
                        .map(_ -> moved(VERIFYING, now, next -> next.verifiedAt = null));
    }

    Outcome<Demand> verify(Instant now, boolean passed) {
        return when(in(VERIFYING) && marks.verifiedAt() == null, DemandRefusal.NOTHING_TO_VERIFY)
                .map(_ -> moved(passed ? VERIFYING : HANDLING, now, next -> next.verifiedAt = passed ? now : null));
    }

    Outcome<Demand> close(Instant now) {
        boolean isVerified = in(VERIFYING) && marks.verifiedAt() != null;
        return whileOpen()
                .then(_ -> when(isVerified, DemandRefusal.VERIFY_BEFORE_CLOSING))
                .map(_ -> moved(CLOSED, now, next -> next.closedAt = now));
    }

    /** After a valid call-back, or the resident's own word, that it is solved. */
    Outcome<Demand> settle(Instant now) {
        return when(in(CLOSED), DemandRefusal.NOT_CLOSED_YET)
                .map(_ -> moved(SETTLED, now, next -> next.settledAt = now));
    }

    /** Back to whoever handled it, with a fresh, short clock. */
    Outcome<Demand> reopen(Instant now, UUID rule, Instant due, Instant warn) {
        return when(
                        in(CLOSED, SETTLED, DECLINED),
                        in(MERGED) ? DemandRefusal.GOES_ON_ELSEWHERE : DemandRefusal.STILL_OPEN)
                .map(_ -> moved(isGiven() && !in(DECLINED) ? HANDLING : ACCEPTED, now, next -> {
                    next.clock = new Clock(rule, due, warn, null, null, false);
                    next.acceptedAt = next.acceptedAt == null ? now : next.acceptedAt;
                    next.verifiedAt = null;
                    next.settledAt = null;
                    next.reopenCount++;
                }));
    }

    /** In hand. 上报 and 下派 leave it as it is: whoever offers it stays responsible until it is received. */
    Outcome<Demand> inHand() {
        return when(
                in(ACCEPTED, ASSIGNED, HANDLING),
                in(RAISED) ? DemandRefusal.NOT_ACCEPTED_YET : DemandRefusal.NOT_IN_HAND);
    }

    /** While anyone who was called to it is still at work, it is neither checked nor ended. */
    Outcome<Demand> unlessCalled() {
        boolean goesOn = in(ACCEPTED, ASSIGNED, HANDLING, SUSPENDED);
        return when(goesOn || marks.openCalls() == 0, DemandRefusal.CALLED_STILL_AT_WORK);
    }

    Outcome<Demand> receiveAt(RegionCode receiver, Instant now) {
        return whileOpen()
                .map(_ -> moved(ACCEPTED, now, next -> {
                    next.node = receiver;
                    next.unassign();
                    next.verifiedAt = null;
                }));
    }

    Outcome<Demand> suspend(Instant now, LocalDate today, LocalDate reviewOn, String reason, String words) {
        boolean isInReach = reviewOn.isAfter(today) && !reviewOn.isAfter(today.plusDays(SUSPEND_DAYS));
        return when(!in(SUSPENDED), DemandRefusal.ALREADY_SUSPENDED)
                .then(_ -> when(in(ACCEPTED, ASSIGNED, HANDLING), DemandRefusal.NOT_IN_HAND))
                .then(_ -> fits("reviewOn", isInReach, DemandRefusal.REVIEW_DAY_OUT_OF_RANGE, SUSPEND_DAYS))
                .map(_ -> moved(SUSPENDED, now, next -> {
                    next.resumeStatus = status;
                    next.pauseClock(now, reviewOn);
                    next.because(reason, words);
                }));
    }

    Outcome<Demand> resume(Instant now) {
        return resumeStatus == null
                ? Outcome.refused(DemandRefusal.NOT_SUSPENDED)
                : Outcome.done(moved(resumeStatus, now, next -> {
                    next.resumeStatus = null;
                    next.resumeClock(now);
                }));
    }

    Outcome<Demand> askExtension(Instant now, Instant due) {
        Instant last = now.plus(Duration.ofDays(EXTEND_DAYS)).plusSeconds(1);
        boolean isInReach = due.isAfter(now) && due.isAfter(clock.dueAt()) && due.isBefore(last);
        return inHand().then(_ -> fits("dueAt", isInReach, DemandRefusal.EXTENSION_OUT_OF_RANGE, EXTEND_DAYS));
    }

    Outcome<Demand> extend(Instant now, Instant due, Instant warn) {
        return whileOpen().map(_ -> with(next -> next.extendClock(due, warn, now)));
    }

    Outcome<Demand> mergeInto(Demand target, Instant now) {
        boolean isNear = target.origin.region().street() == origin.region().street();
        return fits("intoId", !target.id.equals(id), DemandRefusal.MERGE_WITH_ITSELF)
                .then(_ -> whileOpen())
                .then(_ -> fits("intoId", target.status.isOpen(), DemandRefusal.MERGE_TARGET_ENDED))
                .then(_ -> fits("intoId", isNear, DemandRefusal.MERGE_TOO_FAR))
                .map(_ -> moved(MERGED, now, next -> {
                    next.resumeStatus = null;
                    next.endPause();
                    next.mergedIntoId = target.id.value();
                }));
    }

    Outcome<Demand> supervise(Instant now) {
        return when(status.isOpen() || in(CLOSED), DemandRefusal.ALREADY_ENDED)
                .map(_ -> with(next -> next.supervisedAt = now));
    }

    Outcome<Demand> urge(Instant now) {
        Instant last = marks.urgedAt();
        Instant again = last == null ? now : last.plus(URGE_PAUSE);
        return when(!in(SUSPENDED), DemandRefusal.ALREADY_SUSPENDED)
                .then(_ -> whileOpen())
                .unless(_ -> last == null || !now.isBefore(again)
                        ? Outcome.done(now)
                        : Outcome.refused(DemandRefusal.URGED_TODAY, last, again))
                .map(_ -> with(next -> next.urgedAt = now));
    }

    /** 同感 is for what is being handled; those of a merged demand are sent on to the other one. */
    Outcome<Demand> join() {
        return when(status.isOpen(), DemandRefusal.JOIN_ENDED);
    }

    Outcome<Demand> judgeable(Instant now) {
        return when(mayBeJudged(now), in(SETTLED) ? DemandRefusal.JUDGING_IS_OVER : DemandRefusal.NOT_CLOSED_YET);
    }

    /** Whether the person concerned may still judge: while it waits for them, and a week beyond a staff call-back. */
    public boolean mayBeJudged(Instant now) {
        Instant settled = marks.settledAt();
        return in(CLOSED) || (in(SETTLED) && settled != null && now.isBefore(settled.plus(JUDGE_WINDOW)));
    }

    /** Whether the person concerned may still add to what they said. */
    public boolean mayBeAddedTo() {
        return status.isOpen() || in(CLOSED);
    }

    boolean isGiven() {
        return departmentId != null || handlerId != null;
    }

    public boolean in(DemandStatus... any) {
        return List.of(any).contains(status);
    }

    private Outcome<Demand> when(boolean isTime, DemandRefusal otherwise) {
        return isTime ? Outcome.done(this) : Outcome.refused(otherwise);
    }

    private Outcome<Demand> fits(String field, boolean isFit, DemandRefusal otherwise, Object... facts) {
        return isFit ? Outcome.done(this) : Outcome.invalid(field, otherwise, facts);
    }

    private Outcome<Demand> whileOpen() {
        return when(status.isOpen(), DemandRefusal.ALREADY_ENDED);
    }

    private Demand moved(DemandStatus to, Instant now, Consumer<DemandDraft> change) {
        return with(next -> change.accept(next.at(to, now)));
    }

    private Demand with(Consumer<DemandDraft> change) {
        DemandDraft next = new DemandDraft(this);
        change.accept(next);
        return next.done();
    }
}
