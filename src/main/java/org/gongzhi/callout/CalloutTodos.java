package org.gongzhi.callout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandLookup.Called;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who must do what next about a call, and by when: those called, or the street that called them. */
@Component
class CalloutTodos {

    private static final int WARNS_AT = 4;

    private final Todos todos;

    CalloutTodos(Todos todos) {
        this.todos = todos;
    }

    /** Both clocks of a call that starts now; {@code dueAt} only where the street chose another time to be done by. */
    Callout.Clock clock(Called called, Instant now, @Nullable Instant dueAt) {
        Due arrive = due(called, "arrive", now);
        Due finish = due(called, "finish", now);
        Instant done = dueAt == null ? finish.dueAt() : dueAt;
        Instant warn = dueAt == null
                ? finish.warnAt()
                : done.minus(Duration.between(now, done).dividedBy(WARNS_AT));
        boolean comesFirst = arrive.dueAt().isBefore(done);
        Instant come = comesFirst ? arrive.dueAt() : done;
        return new Callout.Clock(come, comesFirst ? arrive.warnAt() : warn, done, warn, null);
    }

    void openArrive(Actor actor, Callout callout, Called called, Instant now) {
        Callout.Clock clock = callout.clock();
        open(actor, callout, called, "arrive", asked(callout), now, clock.arriveDueAt(), clock.arriveWarnAt(), true);
    }

    void openFinish(Actor actor, Callout callout, Called called, Instant now) {
        Callout.Clock clock = callout.clock();
        Instant warn = clock.warnAt().isAfter(clock.dueAt()) ? clock.dueAt() : clock.warnAt();
        open(actor, callout, called, "finish", asked(callout), now, clock.dueAt(), warn, true);
    }

    /** For the street that called. */
    void openForStreet(Actor actor, Callout callout, Called called, String step, String note, Instant now) {
        Due due = due(called, step, now);
        open(actor, callout, called, step, note, now, due.dueAt(), due.warnAt(), false);
    }

    void settle(Actor actor, Callout callout, String... steps) {
        todos.settle(actor, CalloutId.SUBJECT, callout.id().value(), steps);
    }

    void pause(Callout callout, LocalDate reviewOn) {
        todos.pause(CalloutId.SUBJECT, callout.id().value(), reviewOn);
    }

    void resume(Callout callout, Duration rest) {
        todos.resume(CalloutId.SUBJECT, callout.id().value(), rest);
    }

    void retitle(Callout callout, String note) {
        todos.retitle(CalloutId.SUBJECT, callout.id().value(), note);
    }

    Due superviseDue(RegionCode node, Instant now) {
        return todos.due(node, CalloutId.SUBJECT, "supervise", "*", now);
    }

    Todos all() {
        return todos;
    }

    private Due due(Called called, String step, Instant now) {
        return todos.due(called.demand().origin().region(), CalloutId.SUBJECT, step, called.clazz(), now);
    }

    private static String asked(Callout callout) {
        String who = callout.task().department() == null ? callout.task().name() + "（代记）：" : "";
        return who + callout.task().words();
    }

    private void open(
            Actor actor,
            Callout callout,
            Called called,
            String step,
            String note,
            Instant now,
            Instant due,
            Instant warn,
            boolean isForTheCalled) {
        Demand demand = called.demand();
        UUID department = isForTheCalled ? callout.task().department() : null;
        todos.open(
                actor,
                new NewTodo(
                        CalloutId.SUBJECT,
                        callout.id().value(),
                        step,
                        demand.origin().region(),
                        callout.task().node(),
                        department,
                        null,
                        demand.origin().kindCode(),
                        demand.origin().title(),
                        note,
                        now,
                        due,
                        warn));
    }
}
