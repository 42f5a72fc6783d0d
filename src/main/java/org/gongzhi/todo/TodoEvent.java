package org.gongzhi.todo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;

/** What the to-do list announces, in the transaction in which it happened. */
public sealed interface TodoEvent {

    /** To-dos that passed their due time and were taken up the axis, once each, oldest first. */
    record Escalated(List<Item> items, Instant at) implements TodoEvent {
        public Escalated {
            items = List.copyOf(items);
        }
    }

    /**
     * Matters went from one person's hands into another's.
     *
     * @param actor who did it
     * @param toName the successor as people read it
     */
    record Passed(Actor actor, String subjectKind, List<UUID> subjects, UUID from, UUID to, String toName, Instant at)
            implements TodoEvent {
        public Passed {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * One overdue to-do.
     *
     * @param region where the matter is
     * @param node who should have acted
     * @param superiorNode who is told: the nearest node above that works with Gongzhi and has people; the district for what is late there
     */
    record Item(
            UUID todoId,
            String subjectKind,
            UUID subjectId,
            String step,
            RegionCode region,
            RegionCode node,
            RegionCode superiorNode) {}
}
