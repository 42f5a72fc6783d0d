package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandChanges.Leg;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.file.Files;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 处置 by whoever it was given to: 接单, 写进展, 报请核查. */
@Component
class HandleDemand {

    static final int MOST_FILES = 6;

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandPermissions permissions;
    private final DemandTodos todos;
    private final Files files;
    private final Clock clock;

    HandleDemand(
            Transactions transactions,
            DemandChanges changes,
            DemandPermissions permissions,
            DemandTodos todos,
            Files files,
            Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.permissions = permissions;
        this.todos = todos;
        this.files = files;
        this.clock = clock;
    }

    Outcome<Receipt> takeUp(Actor actor, DemandId id, int version) {
        return changes.change(
                actor,
                id,
                version,
                DemandVerb.TAKE_UP,
                (situation, now) -> situation.demand().takeUp(now, actor.holder()),
                (before, after, now) -> {
                    todos.settle(actor, after, "take_up");
                    todos.openForHandler(actor, after, "handle", "", now);
                    return takenUpBy(actor);
                });
    }

    /**
     * Adds to the record and changes nothing else, so it needs no version: what somebody wrote while another acted is not lost. Answers an open supervision.
     *
     * @param publicWords what the resident reads; null: colleagues only
     */
    Outcome<Receipt> noteProgress(
            Actor actor, DemandId id, @Nullable String words, @Nullable String publicWords, List<UUID> attached) {
        return said(words, publicWords, attached)
                .then(note -> transactions.write(
                        actor,
                        () -> changes.locked(id)
                                .then(demand -> permissions
                                        .may(DemandVerb.NOTE_PROGRESS, actor, changes.situation(demand))
                                        .then(Demand::noteProgress)
                                        .then(same -> attached(actor, same, note))
                                        .map(same -> {
                                            Instant now = Time.now(clock);
                                            todos.all().retitle(DemandId.SUBJECT, id.value(), note.words());
                                            if (permissions.answers(actor, same)) {
                                                todos.settle(actor, same, "answer_supervision");
                                            }
                                            return changes.say(actor, DemandVerb.NOTE_PROGRESS, same, note, now);
                                        }))));
    }

    /** From 待接单 too, by whoever it was given to: it is taken up and reported done in one, and both are recorded. */
    Outcome<Receipt> askVerification(
            Actor actor,
            DemandId id,
            int version,
            @Nullable String words,
            @Nullable String publicWords,
            List<UUID> attached) {
        return said(words, publicWords, attached)
                .then(note -> changes.changeInTurn(
                        actor,
                        id,
                        version,
                        demand -> demand.in(DemandStatus.ASSIGNED)
                                ? List.of(takenUp(actor), reported(actor, note))
                                : List.of(reported(actor, note))));
    }

    /** Recorded as every taking-up is; nobody needs to be told to handle what is done. */
    private static Leg takenUp(Actor actor) {
        return new Leg(
                DemandVerb.TAKE_UP,
                (situation, now) -> situation.demand().takeUp(now, actor.holder()),
                (_, _, _) -> takenUpBy(actor));
    }

    private Leg reported(Actor actor, Note note) {
        return new Leg(
                DemandVerb.ASK_VERIFICATION,
                (situation, now) -> situation.demand().askVerification(now).then(after -> attached(actor, after, note)),
                (before, after, now) -> {
                    todos.settle(actor, after, "take_up", "handle", "answer_supervision");
                    todos.open(actor, after, "verify", after.node(), note.words(), now);
                    return note;
                });
    }

    private static Note takenUpBy(Actor actor) {
        return Note.of("").says(actor.departmentId() == null ? "已开始办理" : actor.nodeName() + "已接单");
    }

    private Outcome<Demand> attached(Actor actor, Demand demand, Note note) {
        return files.attach(actor, note.files())
                ? Outcome.done(demand)
                : Outcome.invalid("fileIds", DemandRefusal.FILE_NOT_YOURS);
    }

    private static Outcome<Note> said(@Nullable String words, @Nullable String publicWords, List<UUID> attached) {
        if (attached.size() > MOST_FILES) {
            return Outcome.invalid("fileIds", DemandRefusal.TOO_MANY_FILES, MOST_FILES);
        }
        return Note.checked(words, "words", 2000, true)
                .then(said -> Note.checked(publicWords, "publicWords", 500, false)
                        .map(plain -> Note.of(said)
                                .says(plain.isEmpty() ? null : plain)
                                .with(attached)));
    }
}
