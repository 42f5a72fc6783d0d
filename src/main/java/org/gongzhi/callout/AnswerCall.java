package org.gongzhi.callout;

import java.util.List;
import java.util.UUID;
import org.gongzhi.callout.CalloutChanges.Note;
import org.gongzhi.callout.CalloutChanges.Receipt;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 报到 by those called: they come, or say why not; report on the way, and what came of it. */
@Component
class AnswerCall {

    private static final int MOST_WORDS = 500;
    private static final int MOST_RESULT = 1900;

    private final Transactions transactions;
    private final CalloutChanges changes;
    private final CalloutTodos todos;
    private final DemandLookup.Joint joint;
    private final ApplicationEventPublisher events;

    AnswerCall(
            Transactions transactions,
            CalloutChanges changes,
            CalloutTodos todos,
            DemandLookup.Joint joint,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.changes = changes;
        this.todos = todos;
        this.joint = joint;
        this.events = events;
    }

    Outcome<Receipt> arrive(Actor actor, CalloutId id, int version, @Nullable String words) {
        return Note.checked(words, MOST_WORDS, false)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        CalloutVerb.ARRIVE,
                        (callout, called, now) -> callout.arrive(now),
                        (after, called, now) -> {
                            todos.settle(actor, after);
                            todos.openFinish(actor, after, called, now);
                            boolean isInTime =
                                    after.arrival() != null && after.arrival().isInTime();
                            events.publishEvent(new CalloutEvent.Arrived(
                                    called.snapshot(), isInTime, after.task().calledAt()));
                            return Note.of(said).says(after.task().name() + "已到");
                        }));
    }

    /** The street, or the district, says whether that stands. */
    Outcome<Receipt> refuse(Actor actor, CalloutId id, int version, String reason, @Nullable String words) {
        return Note.checked(words, MOST_WORDS, true)
                .then(said -> transactions.write(
                        actor,
                        () -> joint.reasonToRefuse(actor, reason, said)
                                .then(listed -> changes.change(
                                        actor,
                                        id,
                                        version,
                                        CalloutVerb.REFUSE,
                                        (callout, called, now) -> callout.refuse(listed.code(), said),
                                        (after, called, now) -> {
                                            todos.settle(actor, after);
                                            String why = listed.name() + "。" + said;
                                            todos.openForStreet(
                                                    actor,
                                                    after,
                                                    called,
                                                    "rule_on_refusal",
                                                    after.task().name() + "说不来：" + why,
                                                    now);
                                            return Note.of(why);
                                        }))));
    }

    /** Needs no version: it adds to the record and changes nothing else. */
    Outcome<Receipt> noteProgress(Actor actor, CalloutId id, @Nullable String words, List<UUID> files) {
        return Note.checked(words, MOST_RESULT, true)
                .then(said -> changes.say(
                        actor,
                        id,
                        CalloutVerb.NOTE,
                        (callout, called, now) -> callout.noteProgress(),
                        (same, called, now) -> {
                            todos.retitle(same, said);
                            return new Note(said, null, files);
                        }));
    }

    Outcome<Receipt> finish(
            Actor actor,
            CalloutId id,
            int version,
            @Nullable String words,
            @Nullable String publicWords,
            List<UUID> files) {
        return Note.checked(words, MOST_RESULT, true)
                .then(said -> Note.checked(publicWords, MOST_WORDS, false)
                        .then(plain -> changes.change(
                                actor,
                                id,
                                version,
                                CalloutVerb.FINISH,
                                (callout, called, now) -> callout.finish(now, said),
                                (after, called, now) -> {
                                    todos.settle(actor, after);
                                    todos.openForStreet(
                                            actor,
                                            after,
                                            called,
                                            "grade",
                                            after.task().name() + "：" + said,
                                            now);
                                    return new Note(said, plain.isEmpty() ? null : plain, files);
                                })));
    }
}
