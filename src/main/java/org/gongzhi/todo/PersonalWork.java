package org.gongzhi.todo;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What waits for one person by name, and its passing to another: in the caller's transaction, whose permission and audit entry are the caller's. */
@Component
public class PersonalWork {

    private final Sql sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonalWork(Sql sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /**
     * To-dos of these matters that wait for the one wait for the other, with the time that is left; whoever owns the matters is told in this transaction.
     *
     * @return how many to-dos moved; a matter may have none and still be in the person's hands
     */
    public int pass(Actor actor, String subjectKind, List<UUID> subjects, UUID from, UUID to, String toName) {
        int moved = sql.of("""
                        update todo set account_id = :to
                         where subject_kind = :kind and subject_id = any (:subjects) and account_id = :from and closed_at is null""")
                .bind("to", to)
                .bind("kind", subjectKind)
                .bindIds("subjects", subjects)
                .bind("from", from)
                .update();
        events.publishEvent(new TodoEvent.Passed(actor, subjectKind, subjects, from, to, toName, Time.now(clock)));
        return moved;
    }
}
