package org.gongzhi.todo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes what is overdue up the axis, once each: oldest first, whether or not it was anybody's. Any number of these may run at once, on any number of nodes; each
 * batch, and what others make of it, holds or falls together.
 */
@Component
class EscalateOverdueJob {

    private static final Logger LOG = LoggerFactory.getLogger(EscalateOverdueJob.class);
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final Todos todos;
    private final Supplier<UnaryOperator<RegionCode>> superiors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Autowired
    EscalateOverdueJob(
            Transactions transactions,
            Todos todos,
            Superiors superiors,
            ApplicationEventPublisher events,
            Clock clock) {
        this(transactions, todos, superiors::asked, events, clock);
    }

    EscalateOverdueJob(
            Transactions transactions,
            Todos todos,
            Supplier<UnaryOperator<RegionCode>> superiors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.todos = todos;
        this.superiors = superiors;
        this.events = events;
        this.clock = clock;
    }

    /** Until nothing overdue is left that nobody else is taking. Returns how many this run took. */
    int run() {
        int total = 0;
        int taken = BATCH;
        while (taken == BATCH) {
            taken = batch();
            total += taken;
        }
        if (total > 0) {
            LOG.info("Escalated {} overdue to-dos", total);
        }
        return total;
    }

    private int batch() {
        Actor worker = Actor.worker("时限");
        return transactions
                .writeGivingWay(worker, () -> {
                    Instant now = Time.now(clock);
                    List<Todos.Overdue> overdue = todos.takeOverdue(now, BATCH);
                    if (!overdue.isEmpty()) {
                        UnaryOperator<RegionCode> superior = superiors.get();
                        events.publishEvent(new TodoEvent.Escalated(
                                overdue.stream()
                                        .map(todo -> new TodoEvent.Item(
                                                todo.id(),
                                                todo.subjectKind(),
                                                todo.subjectId(),
                                                todo.step(),
                                                todo.region(),
                                                todo.node(),
                                                superior.apply(todo.node())))
                                        .toList(),
                                now));
                    }
                    return Outcome.done(overdue.size());
                })
                .orElse(0);
    }
}
