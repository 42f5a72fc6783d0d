package org.gongzhi.callout;

import org.gongzhi.callout.CalloutChanges.Note;
import org.gongzhi.callout.CalloutChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the street that called, or those above it, decide: whether a refusal stands, that a call is taken back, that one who dawdles is pressed. */
@Component
class DecideOnCall {

    private static final int MOST_WORDS = 500;

    private final CalloutChanges changes;
    private final CalloutTodos todos;

    DecideOnCall(CalloutChanges changes, CalloutTodos todos) {
        this.changes = changes;
        this.todos = todos;
    }

    /** Held to it, those called get a clock that starts anew, and cannot refuse again. */
    Outcome<Receipt> rule(Actor actor, CalloutId id, int version, boolean stands, @Nullable String words) {
        return Note.checked(words, MOST_WORDS, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        CalloutVerb.RULE,
                        (callout, called, now) ->
                                stands ? callout.release(now) : callout.hold(todos.clock(called, now, null)),
                        (after, called, now) -> {
                            todos.settle(actor, after);
                            if (!stands) {
                                todos.openArrive(actor, after, called, now);
                            }
                            return Note.of(said);
                        }));
    }

    Outcome<Receipt> withdraw(Actor actor, CalloutId id, int version, @Nullable String words) {
        return Note.checked(words, MOST_WORDS, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        CalloutVerb.WITHDRAW,
                        (callout, called, now) -> callout.withdraw(now),
                        (after, called, now) -> {
                            todos.settle(actor, after);
                            return Note.of(said);
                        }));
    }

    /** Settles the to-do that an overdue call opened above; those called read it in theirs. */
    Outcome<Receipt> supervise(Actor actor, CalloutId id, int version, @Nullable String words) {
        return Note.checked(words, MOST_WORDS, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        CalloutVerb.SUPERVISE,
                        (callout, called, now) -> callout.supervise(),
                        (after, called, now) -> {
                            todos.settle(actor, after, "supervise");
                            todos.retitle(after, "督办：" + said);
                            return Note.of(said);
                        }));
    }
}
