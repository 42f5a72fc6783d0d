package org.gongzhi.callout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.TodoEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens around a call without anybody touching it: the demand stands still and goes on, and time runs out. */
@Component
class CalloutListener {

    private static final Actor WORKER = Actor.worker("时限");

    private final Callouts callouts;
    private final CalloutTodos todos;

    CalloutListener(Callouts callouts, CalloutTodos todos) {
        this.callouts = callouts;
        this.todos = todos;
    }

    /** 挂账: what those called wait for, the whole waits for. */
    @EventListener
    void on(DemandEvent.Moved moved) {
        if (moved.verb() == DemandVerb.SUSPEND && moved.reviewOn() != null) {
            for (Callout callout : callouts.openOf(moved.after().id())) {
                callouts.update(at(callout, paused(callout.clock(), moved.at())));
                todos.pause(callout, moved.reviewOn());
            }
        }
        if (moved.verb() == DemandVerb.RESUME) {
            for (Callout callout : callouts.openOf(moved.after().id())) {
                Instant since = callout.clock().pausedAt();
                Duration rest = since == null ? Duration.ZERO : Duration.between(since, moved.at());
                callouts.update(at(callout, callout.clock().after(rest)));
                todos.resume(callout, rest);
            }
        }
    }

    private static Callout.Clock paused(Callout.Clock clock, Instant now) {
        return new Callout.Clock(clock.arriveDueAt(), clock.arriveWarnAt(), clock.dueAt(), clock.warnAt(), now);
    }

    private static Callout at(Callout callout, Callout.Clock clock) {
        return new Callout(
                callout.id(),
                callout.version(),
                callout.task(),
                callout.status(),
                clock,
                callout.arrival(),
                callout.refused(),
                callout.endedAt(),
                callout.result(),
                callout.judgement());
    }

    /** The node above gets a to-do to supervise. In the escalation's own transaction. */
    @EventListener
    void on(TodoEvent.Escalated escalated) {
        List<TodoEvent.Item> ours = escalated.items().stream()
                .filter(item -> item.subjectKind().equals(CalloutId.SUBJECT))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        Map<UUID, Callouts.RunOut> known =
                callouts
                        .runOut(
                                ours.stream()
                                        .map(TodoEvent.Item::subjectId)
                                        .distinct()
                                        .toList(),
                                escalated.at())
                        .stream()
                        .collect(Collectors.toMap(Callouts.RunOut::id, Function.identity()));
        Map<RegionCode, Due> dues = new HashMap<>();
        List<NewTodo> opened = new ArrayList<>();
        for (TodoEvent.Item item : ours) {
            Callouts.RunOut runOut = known.get(item.subjectId());
            if (runOut != null) {
                Due due = dues.computeIfAbsent(item.superiorNode(), node -> todos.superviseDue(node, escalated.at()));
                opened.add(supervise(item, runOut, due, escalated.at()));
            }
        }
        todos.all().openAll(WORKER, opened);
    }

    private static NewTodo supervise(TodoEvent.Item item, Callouts.RunOut runOut, Due due, Instant now) {
        return new NewTodo(
                CalloutId.SUBJECT,
                item.subjectId(),
                "supervise",
                item.region(),
                item.superiorNode(),
                null,
                null,
                runOut.kindCode(),
                runOut.title(),
                "吹哨超期，等您督办：" + runOut.name(),
                now,
                due.dueAt(),
                due.warnAt());
    }
}
