package org.gongzhi.demand;

import java.time.Instant;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 延期: asked for with a reason, decided by the level above; only a grant moves the clock. */
@Component
class ExtendDemand {

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandSteps steps;
    private final DemandPermissions permissions;
    private final DemandDictionary dictionary;
    private final DemandTodos todos;

    ExtendDemand(
            Transactions transactions,
            DemandChanges changes,
            DemandSteps steps,
            DemandPermissions permissions,
            DemandDictionary dictionary,
            DemandTodos todos) {
        this.transactions = transactions;
        this.changes = changes;
        this.steps = steps;
        this.permissions = permissions;
        this.dictionary = dictionary;
        this.todos = todos;
    }

    Outcome<Receipt> ask(Actor actor, DemandId id, int version, Instant due, String reason, @Nullable String words) {
        return Note.checked(words, "words", 500, true)
                .then(said -> transactions.write(
                        actor,
                        () -> dictionary
                                .reason(actor.node(), "extend", reason, said)
                                .then(listed -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        DemandVerb.ASK_EXTENSION,
                                        (situation, now) -> situation.demand().askExtension(now, due),
                                        (before, after, now) -> {
                                            steps.askExtension(before, actor, due, reason, said, now);
                                            var approver = permissions.approverOf(before);
                                            todos.open(
                                                    actor,
                                                    after,
                                                    "decide_extension",
                                                    approver,
                                                    "申请延期到 " + Words.moment(due),
                                                    now);
                                            return Note.of(said).because(reason).to(permissions.nameOf(approver));
                                        }))));
    }

    Outcome<Receipt> decide(Actor actor, DemandId id, int version, boolean isGranted, @Nullable String words) {
        return Note.checked(words, "words", 500, !isGranted)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        DemandVerb.DECIDE_EXTENSION,
                        (situation, now) -> {
                            var asked = situation.extension();
                            return isGranted && asked != null
                                    ? situation
                                            .demand()
                                            .extend(
                                                    now,
                                                    asked.askedDueAt(),
                                                    warnAt(situation.demand(), asked.askedDueAt(), now))
                                    : Outcome.done(situation.demand());
                        },
                        (before, after, now) -> {
                            steps.decideExtension(id, actor, isGranted, said, now);
                            todos.settle(actor, after, "decide_extension");
                            if (!isGranted) {
                                return Note.of(said);
                            }
                            Instant due = after.clock().dueAt();
                            todos.all()
                                    .extend(
                                            DemandId.SUBJECT,
                                            id.value(),
                                            due,
                                            after.clock().warnAt(),
                                            "handle",
                                            "assign",
                                            "take_up");
                            return Note.of(said).says("办理时限延到 " + Words.moment(due));
                        }));
    }

    /** By the rule its clock started with, whatever holds for new ones by now. */
    private Instant warnAt(Demand demand, Instant due, Instant now) {
        return todos.all().warnAt(demand.clock().ruleId(), now, due);
    }
}
