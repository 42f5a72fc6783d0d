package org.gongzhi.callout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.audit.Audit;
import org.gongzhi.callout.Callout.Task;
import org.gongzhi.callout.CalloutChanges.Note;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandLookup.Called;
import org.gongzhi.http.OneOf;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 吹哨: a street calls several to one demand, each with what is asked of it and its own clock; one of them leads. */
@Component
class BlowWhistle {

    /**
     * One to be called: a department by its id, or a body without accounts by its name.
     *
     * @param words what is asked of it; none: what the call says
     * @param dueAt until when; null: by the rule
     */
    record Body(
            @Nullable UUID department,
            @Nullable String name,
            boolean isLead,
            @Nullable String words,
            @Nullable Instant dueAt) {}

    /** Where the demand stands after the call. */
    record Blown(
            UUID id,
            int version,

            @OneOf(codes = org.gongzhi.demand.DemandStatus.class)
            String status,

            List<UUID> callouts) {}

    static final int MOST_CALLED = 12;
    static final int MOST_DAYS = 30;
    private static final int MOST_WORDS = 500;
    private static final int MOST_NAME = 60;

    private record Named(
            @Nullable UUID department,
            String name,
            boolean isLead,
            String words,
            @Nullable Instant dueAt) {}

    private final Transactions transactions;
    private final DemandLookup.Joint joint;
    private final Callouts callouts;
    private final CalloutTodos todos;
    private final AccountLookup accounts;
    private final Trail trail;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BlowWhistle(
            Transactions transactions,
            DemandLookup.Joint joint,
            Callouts callouts,
            CalloutTodos todos,
            AccountLookup accounts,
            Trail trail,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.joint = joint;
        this.callouts = callouts;
        this.todos = todos;
        this.accounts = accounts;
        this.trail = trail;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Outcome<Blown> call(
            Actor actor, DemandId demand, int version, String reason, @Nullable String words, List<Body> bodies) {
        return Note.checked(words, MOST_WORDS, true)
                .then(said -> transactions.write(actor, () -> {
                    Instant now = Time.now(clock);
                    return joint.mayCallOut(actor, demand)
                            .then(_ -> named(actor, bodies, said, now))
                            .then(named -> joint.callOut(
                                            actor,
                                            demand,
                                            version,
                                            reason,
                                            said,
                                            departments(named),
                                            named.stream().map(Named::name).toList())
                                    .unless(_ -> notCalledAlready(demand, named))
                                    .map(called -> blow(actor, called, reason, said, named, now)));
                }));
    }

    private Outcome<List<Named>> named(Actor actor, List<Body> bodies, String words, Instant now) {
        if (bodies.isEmpty()) {
            return Outcome.invalid("bodies", CalloutRefusal.NOBODY_CALLED);
        }
        if (bodies.size() > MOST_CALLED) {
            return Outcome.invalid("bodies", CalloutRefusal.TOO_MANY_CALLED, MOST_CALLED);
        }
        if (bodies.stream().filter(Body::isLead).count() != 1) {
            return Outcome.invalid("bodies", CalloutRefusal.ONE_LEADS);
        }
        Map<UUID, String> departments = accounts.departmentsFor(actor.node()).stream()
                .collect(Collectors.toMap(AccountLookup.Department::id, AccountLookup.Department::name));
        List<Named> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Body body : bodies) {
            Outcome<Named> one = named(body, departments, words, now);
            if (one instanceof Outcome.Refused<Named> refused) {
                return refused.as();
            }
            Named added = one.orThrow();
            if (!seen.add(added.name())) {
                return Outcome.invalid("bodies", CalloutRefusal.CALLED_TWICE, added.name());
            }
            named.add(added);
        }
        return Outcome.done(named);
    }

    private static Outcome<Named> named(Body body, Map<UUID, String> departments, String words, Instant now) {
        String name = body.department() == null ? Words.tidy(body.name()) : departments.get(body.department());
        if (name == null || name.isEmpty()) {
            return Outcome.invalid("bodies", CalloutRefusal.BODY_UNKNOWN);
        }
        if (name.codePointCount(0, name.length()) > MOST_NAME) {
            return Outcome.invalid("bodies", CalloutRefusal.BODY_NAME_TOO_LONG, MOST_NAME);
        }
        Instant due = body.dueAt();
        if (due != null && (!due.isAfter(now) || due.isAfter(now.plus(Duration.ofDays(MOST_DAYS))))) {
            return Outcome.invalid("bodies", CalloutRefusal.DUE_OUT_OF_RANGE, name, MOST_DAYS);
        }
        return Note.checked(body.words(), MOST_WORDS, false)
                .map(own -> new Named(body.department(), name, body.isLead(), own.isEmpty() ? words : own, due));
    }

    private static List<UUID> departments(List<Named> named) {
        return named.stream()
                .flatMap(one -> Stream.ofNullable(one.department()))
                .toList();
    }

    private Outcome<Boolean> notCalledAlready(DemandId demand, List<Named> named) {
        List<String> still = callouts.stillCalled(
                demand, departments(named), named.stream().map(Named::name).toList());
        return still.isEmpty()
                ? Outcome.done(true)
                : Outcome.refused(CalloutRefusal.CALLED_ALREADY, String.join("、", still));
    }

    private Blown blow(Actor actor, Called called, String reason, String words, List<Named> named, Instant now) {
        UUID whistle = Ids.next();
        List<Callout> made = named.stream()
                .map(one -> callout(actor, whistle, called, one, now))
                .toList();
        callouts.addWhistle(whistle, made.getFirst().task(), actor, reason, words);
        for (Callout callout : made) {
            callouts.add(callout);
            callouts.addNote(actor, callout, CalloutVerb.CALL, callout.task().words(), List.of(), now);
            todos.openArrive(actor, callout, called, now);
            Task task = callout.task();
            trail.link(
                    actor,
                    DemandId.SUBJECT,
                    task.demand().value(),
                    CalloutId.SUBJECT,
                    callout.id().value(),
                    "called_out",
                    task.region(),
                    task.name() + (task.isLead() ? "（牵头）" : "（协办）"),
                    now);
            audit.record(
                    actor,
                    CalloutId.SUBJECT + ".call",
                    CalloutId.SUBJECT,
                    callout.id().value(),
                    task.region(),
                    null,
                    CalloutChanges.facts(callout),
                    null);
        }
        events.publishEvent(new CalloutEvent.Whistled(called.snapshot(), made.size(), now));
        return new Blown(
                called.demand().id().value(),
                called.demand().version(),
                called.demand().status().code(),
                made.stream().map(callout -> callout.id().value()).toList());
    }

    private Callout callout(Actor actor, UUID whistle, Called called, Named one, Instant now) {
        return new Callout(
                new CalloutId(Ids.next()),
                0,
                new Task(
                        whistle,
                        called.demand().id(),
                        called.demand().origin().region(),
                        actor.node(),
                        one.department(),
                        one.name(),
                        one.isLead(),
                        one.words(),
                        now),
                CalloutStatus.CALLED,
                todos.clock(called, now, one.dueAt()),
                null,
                Callout.Refused.NEVER,
                null,
                null,
                null);
    }
}
