package org.gongzhi.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.PastTodos;
import org.gongzhi.todo.TodoEvent;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who must do what next with a demand, and by when: one open to-do per station of its way. */
@Component
class DemandTodos {

    private final Todos todos;
    private final PastTodos past;
    private final DemandDictionary dictionary;
    private final DemandSteps steps;

    DemandTodos(Todos todos, PastTodos past, DemandDictionary dictionary, DemandSteps steps) {
        this.todos = todos;
        this.past = past;
        this.dictionary = dictionary;
        this.steps = steps;
    }

    /** 交接: whoever had them in hand has them no more, and the history of each says who has. In the hand-over's own transaction. */
    @EventListener
    void on(TodoEvent.Passed passed) {
        if (passed.subjectKind().equals(DemandId.SUBJECT)) {
            steps.handOver(passed);
        }
    }

    /** The overall clock of a new demand. */
    Due settleDue(RegionCode region, String clazz, Instant from) {
        return todos.due(region, DemandId.SUBJECT, "settle", clazz, from);
    }

    /** Until when the person concerned may take their time to judge. */
    Instant judgeDue(RegionCode region, String clazz, Instant closedAt) {
        return todos.due(region, DemandId.SUBJECT, "judge", clazz, closedAt).dueAt();
    }

    Due reworkDue(Demand demand, Instant from) {
        return todos.due(demand.origin().region(), DemandId.SUBJECT, "rework", classOf(demand), from);
    }

    /** Opens a to-do whose own rule says how long the step may take, but never longer than the whole. */
    void open(Actor actor, Demand demand, String step, RegionCode node, String note, Instant now) {
        Due due = todos.due(demand.origin().region(), DemandId.SUBJECT, step, classOf(demand), now);
        open(actor, demand, step, node, null, null, note, now, due.dueAt(), due.warnAt());
    }

    /** Opens a to-do for whoever the demand was given to. */
    void openForHandler(Actor actor, Demand demand, String step, String note, Instant now) {
        boolean isTakingUp = step.equals("take_up");
        Due due = isTakingUp ? todos.due(demand.origin().region(), DemandId.SUBJECT, step, classOf(demand), now) : null;
        open(
                actor,
                demand,
                step,
                demand.node(),
                demand.departmentId(),
                demand.handlerId(),
                note,
                now,
                due == null ? demand.clock().dueAt() : due.dueAt(),
                due == null ? demand.clock().warnAt() : due.warnAt());
    }

    List<UUID> waiting(Demand demand) {
        return past.waiting(DemandId.SUBJECT, demand.id().value());
    }

    /** What waited when it was merged waits again, with the times it had; what was asked of others then was withdrawn and stays so. */
    void standAgain(Actor actor, Demand demand, List<UUID> waiting, boolean isHandThere, Instant now) {
        UUID id = demand.id().value();
        int opened = isHandThere
                ? past.reopen(DemandId.SUBJECT, id, waiting, "receive", "decide_extension")
                : past.reopen(DemandId.SUBJECT, id, waiting, "receive", "decide_extension", "take_up", "handle");
        if (opened == 0) {
            open(actor, demand, stepOf(demand), demand.node(), "撤销合并", now);
        }
        LocalDate reviewOn = demand.clock().reviewOn();
        if (reviewOn != null) {
            todos.pause(DemandId.SUBJECT, id, reviewOn);
        }
        todos.retitle(DemandId.SUBJECT, id, "撤销合并");
    }

    private static String stepOf(Demand demand) {
        return switch (demand.status()) {
            case RAISED -> "accept";
            case VERIFYING -> demand.marks().verifiedAt() == null ? "verify" : "close";
            default -> "assign";
        };
    }

    void settle(Actor actor, Demand demand, String... steps) {
        todos.settle(actor, DemandId.SUBJECT, demand.id().value(), steps);
    }

    Todos all() {
        return todos;
    }

    private void open(
            Actor actor,
            Demand demand,
            String step,
            RegionCode node,
            @Nullable UUID department,
            @Nullable UUID account,
            String note,
            Instant now,
            Instant due,
            Instant warn) {
        todos.open(
                actor,
                new NewTodo(
                        DemandId.SUBJECT,
                        demand.id().value(),
                        step,
                        demand.origin().region(),
                        node,
                        department,
                        account,
                        demand.origin().kindCode(),
                        demand.origin().title(),
                        note,
                        now,
                        due,
                        warn.isAfter(due) ? due : warn));
    }

    private String classOf(Demand demand) {
        var origin = demand.origin();
        return dictionary
                .classOf(origin.kindCode(), origin.region(), LocalDate.ofInstant(origin.raisedAt(), Time.ZONE))
                .orElse("ordinary");
    }
}
