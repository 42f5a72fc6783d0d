package org.gongzhi.demand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.todo.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Solved or not is said here and nowhere else: by the person concerned, or on a call-back. "Not solved" is handled again within three working days. */
@Component
class CallBackDemand {

    /** What was said. A call-back that reached nobody is not valid and says nothing else. */
    record Answer(
            boolean isValid,
            @Nullable Boolean isContacted,
            @Nullable Boolean isSolved,
            @Nullable String satisfaction,
            String words) {

        boolean isComplete() {
            return !isValid || (isContacted != null && isSolved != null && satisfaction != null);
        }

        boolean saysSolved() {
            return Boolean.TRUE.equals(isSolved);
        }
    }

    /** After so many calls in vain nobody calls again. */
    private static final int MOST_IN_VAIN = 3;

    /** No rule of judging may be shorter: what closed later is not looked at. */
    private static final Duration SHORTEST_SILENCE = Duration.ofDays(3);

    private static final int BATCH = 1000;
    private static final Actor WORKER = Actor.worker("时限");

    private final Transactions transactions;
    private final DemandChanges changes;
    private final Demands demands;
    private final DemandPermissions permissions;
    private final DemandTodos todos;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallBackDemand(
            Transactions transactions,
            DemandChanges changes,
            Demands demands,
            DemandPermissions permissions,
            DemandTodos todos,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.demands = demands;
        this.permissions = permissions;
        this.todos = todos;
        this.events = events;
        this.clock = clock;
    }

    /** 回访 by staff who did not handle it themselves. */
    Outcome<Receipt> callBack(Actor actor, DemandId id, int version, Answer answer) {
        return checked(answer)
                .then(said -> transactions.write(
                        actor,
                        () -> changes.locked(id, version)
                                .then(demand -> permissions
                                        .may(DemandVerb.CALL_BACK, actor, changes.situation(demand))
                                        .then(_ ->
                                                said.isValid() ? demand.settle(Time.now(clock)) : stillClosed(demand))
                                        .then(_ -> judged(actor, DemandVerb.CALL_BACK, demand, said)))));
    }

    /** By the person concerned, with their follow-up code; needs no version, theirs is the last word. */
    Outcome<Receipt> judge(Actor resident, DemandId id, Answer answer) {
        return checked(answer)
                .then(said -> transactions.write(
                        resident,
                        () -> changes.locked(id)
                                .then(demand -> demand.judgeable(Time.now(clock)))
                                .then(demand -> judged(resident, DemandVerb.JUDGE, demand, said))));
    }

    /** 重办 by staff who learn otherwise that it is not done. */
    Outcome<Receipt> reopen(Actor actor, DemandId id, int version, @Nullable String words) {
        return Note.checked(words, "words", 500, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        DemandVerb.REOPEN,
                        (situation, now) -> reopened(situation.demand(), now),
                        (before, after, now) -> {
                            openAgain(actor, after, "重办：" + said, now);
                            return Note.of(said)
                                    .says("已转为重办，时限到 "
                                            + Words.moment(after.clock().dueAt()));
                        }));
    }

    private Outcome<Receipt> judged(Actor actor, DemandVerb verb, Demand demand, Answer answer) {
        Instant now = Time.now(clock);
        boolean counts = demands.addCallBack(demand, actor, answer, now);
        if (answer.isValid() && !counts && answer.saysSolved()) {
            return Outcome.refused(DemandRefusal.JUDGED_ALREADY);
        }
        Note note = Note.of(answer.words()).says(inWords(answer));
        if (!answer.isValid()) {
            return Outcome.done(
                    demands.callBacksInVain(demand) < MOST_IN_VAIN
                            ? changes.say(actor, verb, demand, note, now)
                            : filed(actor, verb, demand, note, now));
        }
        return (answer.saysSolved() ? settledOnce(demand, now) : reopened(demand, now)).map(after -> {
            todos.settle(actor, after);
            if (after.status().isOpen()) {
                openAgain(actor, after, actor.isResident() ? "居民说“没有解决”" : "回访：没有解决", now);
            }
            Receipt receipt = changes.record(actor, verb, demand, after, note, now);
            tell(demand, answer, counts, now);
            return receipt;
        });
    }

    /**
     * 归档: the time to judge (rule {@code judge}) has passed without a word. Each in a transaction of its own, safe on several nodes. How many.
     */
    int fileSilent() {
        Instant now = Time.now(clock);
        List<Demands.Silent> due = transactions.read(
                WORKER,
                () -> demands.silent(now.minus(SHORTEST_SILENCE), BATCH).stream()
                        .filter(one -> !todos.judgeDue(one.region(), one.clazz(), one.closedAt())
                                .isAfter(now))
                        .toList());
        for (Demands.Silent one : due) {
            transactions.write(
                    WORKER,
                    () -> changes.locked(one.id())
                            .then(CallBackDemand::stillClosed)
                            .map(demand -> filed(
                                    WORKER, DemandVerb.FILE, demand, Note.of("").says("没有收到评价，已归档"), now)));
        }
        return due.size();
    }

    /** Nobody could be reached, or nobody spoke: it is filed, counts in no rate, and the person may still speak for a week. */
    private Receipt filed(Actor actor, DemandVerb verb, Demand demand, Note note, Instant now) {
        todos.settle(actor, demand);
        return changes.record(actor, verb, demand, demand.settle(now).orThrow(), note, now);
    }

    /** Their own word after a staff call-back had settled it changes nothing but the record. */
    private static Outcome<Demand> settledOnce(Demand demand, Instant now) {
        return demand.in(DemandStatus.SETTLED) ? Outcome.done(demand) : demand.settle(now);
    }

    private static Outcome<Demand> stillClosed(Demand demand) {
        return demand.in(DemandStatus.CLOSED) ? Outcome.done(demand) : Outcome.refused(DemandRefusal.NOT_CLOSED_YET);
    }

    private void tell(Demand demand, Answer answer, boolean counts, Instant now) {
        if (counts && answer.isContacted() != null && answer.satisfaction() != null) {
            events.publishEvent(new DemandEvent.Judged(
                    DemandEvent.Snapshot.of(demand),
                    answer.isContacted(),
                    answer.saysSolved(),
                    DemandEvent.Satisfaction.of(answer.satisfaction()),
                    now));
        }
    }

    private Outcome<Demand> reopened(Demand demand, Instant now) {
        Due due = todos.reworkDue(demand, now);
        return demand.reopen(now, due.ruleId(), due.dueAt(), due.warnAt());
    }

    private void openAgain(Actor actor, Demand demand, String note, Instant now) {
        todos.settle(actor, demand);
        if (demand.in(DemandStatus.HANDLING)) {
            todos.openForHandler(actor, demand, "handle", note, now);
        } else {
            todos.open(actor, demand, "assign", demand.node(), note, now);
        }
    }

    private static String inWords(Answer answer) {
        if (!answer.isValid()) {
            return "回访没有联系上";
        }
        return answer.saysSolved() ? "您说“解决了”" : "您说“没有解决”，已转为重办，3 个工作日内再答复您";
    }

    private static Outcome<Answer> checked(Answer answer) {
        boolean isKnown = answer.satisfaction() == null
                || java.util.Set.of("satisfied", "basically", "unsatisfied").contains(answer.satisfaction());
        return answer.isComplete() && isKnown
                ? Note.checked(answer.words(), "words", 500, false)
                        .map(words -> answer.isValid()
                                ? new Answer(
                                        true, answer.isContacted(), answer.isSolved(), answer.satisfaction(), words)
                                : new Answer(false, null, null, null, words))
                : Outcome.invalid("solved", DemandRefusal.CALL_BACK_INCOMPLETE);
    }
}
