package org.gongzhi.demand;

import java.time.Duration;
import java.time.LocalDate;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 挂账: cannot be solved now, says why and when to look again; the clock stands still meanwhile. And its end. */
@Component
class SuspendDemand {

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandSteps steps;
    private final DemandDictionary dictionary;
    private final DemandTodos todos;

    SuspendDemand(
            Transactions transactions,
            DemandChanges changes,
            DemandSteps steps,
            DemandDictionary dictionary,
            DemandTodos todos) {
        this.transactions = transactions;
        this.changes = changes;
        this.steps = steps;
        this.dictionary = dictionary;
        this.todos = todos;
    }

    Outcome<Receipt> suspend(
            Actor actor, DemandId id, int version, String reason, @Nullable String words, LocalDate reviewOn) {
        return Note.checked(words, "words", 500, true)
                .then(said -> transactions.write(
                        actor,
                        () -> dictionary
                                .reason(actor.node(), "suspend", reason, said)
                                .then(listed -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        DemandVerb.SUSPEND,
                                        (situation, now) -> situation
                                                .demand()
                                                .suspend(
                                                        now,
                                                        LocalDate.ofInstant(now, Time.ZONE),
                                                        reviewOn,
                                                        reason,
                                                        said),
                                        (before, after, now) -> {
                                            steps.withdrawPending(id, now);
                                            todos.settle(actor, after, "receive", "decide_extension");
                                            todos.all().pause(DemandId.SUBJECT, id.value(), reviewOn);
                                            todos.all().retitle(DemandId.SUBJECT, id.value(), "挂账：" + listed.name());
                                            return Note.of(said)
                                                    .because(reason)
                                                    .says("暂时还不能解决：" + listed.name() + "。" + Words.day(reviewOn)
                                                            + "再看");
                                        }))));
    }

    Outcome<Receipt> resume(Actor actor, DemandId id, int version) {
        return changes.change(
                actor,
                id,
                version,
                DemandVerb.RESUME,
                (situation, now) -> situation.demand().resume(now),
                (before, after, now) -> {
                    var pausedAt = before.clock().pausedAt();
                    todos.all()
                            .resume(
                                    DemandId.SUBJECT,
                                    id.value(),
                                    pausedAt == null ? Duration.ZERO : Duration.between(pausedAt, now));
                    todos.all().retitle(DemandId.SUBJECT, id.value(), "恢复办理");
                    return Note.of("").says("恢复办理");
                });
    }
}
