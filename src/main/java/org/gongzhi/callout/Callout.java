package org.gongzhi.callout;

import static org.gongzhi.callout.CalloutStatus.ARRIVED;
import static org.gongzhi.callout.CalloutStatus.CALLED;
import static org.gongzhi.callout.CalloutStatus.FINISHED;
import static org.gongzhi.callout.CalloutStatus.REFUSED;
import static org.gongzhi.callout.CalloutStatus.RELEASED;
import static org.gongzhi.callout.CalloutStatus.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.gongzhi.callout.CalloutEvent.Grade;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Lamp;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One department or body called to a demand, and what may become of that call. Methods are the decisions; who may decide is {@link CalloutPermissions}'
 * question.
 */
record Callout(
        CalloutId id,
        int version,
        Task task,
        CalloutStatus status,
        Clock clock,
        @Nullable Arrival arrival,
        Refused refused,
        @Nullable Instant endedAt,
        @Nullable String result,
        @Nullable Judgement judgement) {

    /**
     * Whom the street called for what; never changes.
     *
     * @param node the street
     * @param department null: a body without accounts, for which the street keeps the record
     */
    record Task(
            UUID whistle,
            DemandId demand,
            RegionCode region,
            RegionCode node,
            @Nullable UUID department,
            String name,
            boolean isLead,
            String words,
            Instant calledAt) {}

    /** Two clocks: until when to come, and until when to be done. Both stand still with the demand's. */
    record Clock(
            Instant arriveDueAt,
            Instant arriveWarnAt,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt) {

        Clock after(Duration rest) {
            return new Clock(
                    arriveDueAt.plus(rest), arriveWarnAt.plus(rest), dueAt.plus(rest), warnAt.plus(rest), null);
        }
    }

    record Arrival(Instant at, boolean isInTime) {}

    /** @param isHeld it was told to come all the same, and cannot refuse again */
    record Refused(@Nullable String reason, @Nullable String words, boolean isHeld) {

        static final Refused NEVER = new Refused(null, null, false);
    }

    /** The street's judgement and, once, what the judged one says to it. */
    record Judgement(
            Grade grade,
            String words,
            Instant at,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    Outcome<Callout> arrive(Instant now) {
        return awaited()
                .map(_ -> as(
                        ARRIVED,
                        clock,
                        new Arrival(now, !now.isAfter(clock.arriveDueAt())),
                        refused,
                        null,
                        null,
                        judgement));
    }

    Outcome<Callout> refuse(String reason, String words) {
        return awaited()
                .then(_ -> when(!refused.isHeld(), CalloutRefusal.HELD_TO_COME))
                .map(_ -> as(REFUSED, clock, arrival, new Refused(reason, words, false), endedAt, result, judgement));
    }

    /** The refusal does not stand: come all the same, by a clock that starts anew. */
    Outcome<Callout> hold(Clock anew) {
        return when(status == REFUSED, CalloutRefusal.NOT_REFUSED)
                .map(_ -> as(
                        CALLED,
                        anew,
                        arrival,
                        new Refused(refused.reason(), refused.words(), true),
                        endedAt,
                        result,
                        judgement));
    }

    /** The refusal stands. */
    Outcome<Callout> release(Instant now) {
        return when(status == REFUSED, CalloutRefusal.NOT_REFUSED)
                .map(_ -> as(RELEASED, clock, arrival, refused, now, result, judgement));
    }

    Outcome<Callout> noteProgress() {
        return whileOpen();
    }

    Outcome<Callout> finish(Instant now, String what) {
        return whileOpen()
                .then(_ -> when(status != REFUSED, CalloutRefusal.REFUSAL_WAITS))
                .then(_ -> when(status == ARRIVED, CalloutRefusal.NOT_ARRIVED_YET))
                .map(_ -> as(FINISHED, clock, arrival, refused, now, what, judgement));
    }

    Outcome<Callout> withdraw(Instant now) {
        return whileOpen().map(_ -> as(WITHDRAWN, clock, arrival, refused, now, result, judgement));
    }

    /** What was done, or that it never was: one that was withdrawn is judged too, one whose refusal stands is not. */
    Outcome<Callout> grade(Instant now, Grade grade, String words) {
        return when(!status.isOpen(), CalloutRefusal.NOT_ENDED_YET)
                .then(_ -> when(status != RELEASED, CalloutRefusal.NOTHING_TO_GRADE))
                .then(_ -> when(judgement == null, CalloutRefusal.GRADED_ALREADY))
                .map(_ -> as(
                        status,
                        clock,
                        arrival,
                        refused,
                        endedAt,
                        result,
                        new Judgement(grade, words, now, null, null)));
    }

    /** Once. */
    Outcome<Callout> answer(Instant now, String words) {
        Judgement given = judgement;
        if (given == null) {
            return Outcome.refused(CalloutRefusal.NOT_GRADED_YET);
        }
        return when(given.answer() == null, CalloutRefusal.ANSWERED_ALREADY)
                .map(_ -> as(
                        status,
                        clock,
                        arrival,
                        refused,
                        endedAt,
                        result,
                        new Judgement(given.grade(), given.words(), given.at(), words, now)));
    }

    Outcome<Callout> supervise() {
        return whileOpen();
    }

    /** The one clock that matters as it stands: to come, or to be done. */
    Lamp lamp(Instant now) {
        boolean isComing = status == CALLED;
        return Lamp.of(
                isComing ? clock.arriveDueAt() : clock.dueAt(),
                isComing ? clock.arriveWarnAt() : clock.warnAt(),
                status == REFUSED ? now : clock.pausedAt(),
                endedAt,
                now);
    }

    private Outcome<Callout> awaited() {
        return whileOpen()
                .then(_ -> when(status != ARRIVED, CalloutRefusal.ALREADY_ARRIVED))
                .then(_ -> when(status == CALLED, CalloutRefusal.REFUSAL_WAITS));
    }

    private Outcome<Callout> whileOpen() {
        return when(status.isOpen(), CalloutRefusal.ALREADY_ENDED)
                .then(_ -> when(clock.pausedAt() == null, CalloutRefusal.CASE_SUSPENDED));
    }

    private Outcome<Callout> when(boolean isTime, CalloutRefusal otherwise) {
        return isTime ? Outcome.done(this) : Outcome.refused(otherwise);
    }

    private Callout as(
            CalloutStatus next,
            Clock running,
            @Nullable Arrival arrived,
            Refused said,
            @Nullable Instant ended,
            @Nullable String what,
            @Nullable Judgement judged) {
        return new Callout(id, version, task, next, running, arrived, said, ended, what, judged);
    }
}
