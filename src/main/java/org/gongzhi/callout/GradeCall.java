package org.gongzhi.callout;

import java.util.Arrays;
import org.gongzhi.callout.CalloutChanges.Note;
import org.gongzhi.callout.CalloutChanges.Receipt;
import org.gongzhi.callout.CalloutEvent.Grade;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The street judges what each of those called did; the judged one may say something to it, once. */
@Component
class GradeCall {

    private static final int MOST_WORDS = 500;

    private final CalloutChanges changes;
    private final CalloutTodos todos;
    private final ApplicationEventPublisher events;

    GradeCall(CalloutChanges changes, CalloutTodos todos, ApplicationEventPublisher events) {
        this.changes = changes;
        this.todos = todos;
        this.events = events;
    }

    /** Anything but 到位 says in words what was missing. */
    Outcome<Receipt> grade(Actor actor, CalloutId id, int version, @Nullable String code, @Nullable String words) {
        Grade grade = Arrays.stream(Grade.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        if (grade == null) {
            return Outcome.invalid("grade", CalloutRefusal.GRADE_UNKNOWN);
        }
        return Note.checked(words, MOST_WORDS, grade != Grade.IN_PLACE)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        CalloutVerb.GRADE,
                        (callout, called, now) -> callout.grade(now, grade, said),
                        (after, called, now) -> {
                            todos.settle(actor, after);
                            events.publishEvent(new CalloutEvent.Graded(
                                    called.snapshot(), grade, after.task().calledAt()));
                            return Note.of(said);
                        }));
    }

    Outcome<Receipt> answer(Actor actor, CalloutId id, int version, @Nullable String words) {
        return Note.checked(words, MOST_WORDS, true)
                .then(said -> changes.change(
                        actor,
                        id,
                        version,
                        CalloutVerb.ANSWER,
                        (callout, called, now) -> callout.answer(now, said),
                        (after, called, now) -> Note.of(said)));
    }
}
