package org.gongzhi.demand;

import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 督办 from above, and 催办, which is bounded: once a day, with a reason. */
@Component
class PressDemand {

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandPermissions permissions;
    private final DemandDictionary dictionary;
    private final DemandTodos todos;

    PressDemand(
            Transactions transactions,
            DemandChanges changes,
            DemandPermissions permissions,
            DemandDictionary dictionary,
            DemandTodos todos) {
        this.transactions = transactions;
        this.changes = changes;
        this.permissions = permissions;
        this.dictionary = dictionary;
        this.todos = todos;
    }

    /**
     * Settles the to-do an overdue case opened above, and opens one for the responsible node, which answers with a progress note; a late call-back is answered
     * by calling back.
     */
    Outcome<Receipt> supervise(Actor actor, DemandId id, int version, @Nullable String words) {
        return Note.checked(words, "words", 500, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        DemandVerb.SUPERVISE,
                        (situation, now) -> situation.demand().supervise(now),
                        (before, after, now) -> {
                            todos.settle(actor, after, "supervise", "answer_supervision");
                            if (after.status().isOpen()) {
                                todos.open(actor, after, "answer_supervision", after.node(), "督办：" + said, now);
                            } else {
                                todos.all().retitle(DemandId.SUBJECT, id.value(), "督办：" + said);
                            }
                            return Note.of(said).to(permissions.nameOf(after.node()));
                        }));
    }

    Outcome<Receipt> urge(Actor actor, DemandId id, int version, String reason, @Nullable String words) {
        return Note.checked(words, "words", 500, false)
                .then(said -> transactions.write(
                        actor,
                        () -> dictionary
                                .reason(actor.node(), "urge", reason, said)
                                .then(listed -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        DemandVerb.URGE,
                                        (situation, now) -> situation.demand().urge(now),
                                        (before, after, now) -> {
                                            todos.all().retitle(DemandId.SUBJECT, id.value(), "催办：" + listed.name());
                                            return Note.of(said).because(reason);
                                        }))));
    }
}
