package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Several voices, one matter: a resident says 我家也一样, the raiser adds something, or staff merge two demands. */
@Component
class JoinDemand {

    private final Transactions transactions;
    private final DemandChanges changes;
    private final Demands demands;
    private final DemandSteps steps;
    private final DemandPermissions permissions;
    private final DemandTodos todos;
    private final Contacts contacts;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JoinDemand(
            Transactions transactions,
            DemandChanges changes,
            Demands demands,
            DemandSteps steps,
            DemandPermissions permissions,
            DemandTodos todos,
            Contacts contacts,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.demands = demands;
        this.steps = steps;
        this.permissions = permissions;
        this.todos = todos;
        this.contacts = contacts;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** 同感; the joiner gets a code of their own that opens the same matter. */
    Outcome<Receipt> join(
            Actor resident, DemandId id, @Nullable String words, @Nullable String phone, byte[] codeDigest) {
        return Note.checked(words, "words", 500, false)
                .then(said -> transactions.write(
                        resident,
                        () -> changes.locked(id)
                                .then(Demand::join)
                                .then(demand -> contacts.keep(demand.origin().region(), null, phone)
                                        .map(contact -> {
                                            Instant now = Time.now(clock);
                                            UUID joiner = Ids.next();
                                            demands.addJoiner(joiner, demand, contact.orElse(null), said, now);
                                            demands.addJoiners(demand, 1);
                                            demands.addCode(codeDigest, demand, joiner, now);
                                            events.publishEvent(
                                                    new DemandEvent.Joined(DemandEvent.Snapshot.of(demand), now));
                                            return changes.say(resident, DemandVerb.JOIN, demand, Note.of(said), now);
                                        }))));
    }

    /** The person concerned adds to what they said. */
    Outcome<Receipt> addWords(Actor resident, DemandId id, @Nullable String words) {
        return Note.checked(words, "words", 500, true)
                .then(said -> transactions.write(
                        resident,
                        () -> changes.locked(id)
                                .then(demand -> demand.mayBeAddedTo()
                                        ? Outcome.done(demand)
                                        : Outcome.<Demand>refused(DemandRefusal.ALREADY_ENDED))
                                .map(demand -> {
                                    todos.all().retitle(DemandId.SUBJECT, id.value(), "居民补充：" + said);
                                    return changes.say(
                                            resident,
                                            DemandVerb.ADD_WORDS,
                                            demand,
                                            Note.of(said).says("您补充：" + said),
                                            Time.now(clock));
                                })));
    }

    /** 合并: everyone who raised or joined the one goes on under the other. */
    Outcome<Receipt> merge(Actor actor, DemandId id, int version, UUID into) {
        return transactions.write(actor, () -> {
            Instant now = Time.now(clock);
            lockInOrder(id.value(), into);
            return changes.locked(id, version)
                    .then(demand -> permissions.may(DemandVerb.MERGE, actor, changes.situation(demand)))
                    .then(demand -> demands.find(new DemandId(into))
                            .<Outcome<Demand>>map(Outcome::done)
                            .orElseGet(() -> Outcome.invalid("intoId", DemandRefusal.MERGE_TARGET_UNKNOWN))
                            .then(target -> demand.mergeInto(target, now)
                                    .then(Demand::unlessCalled)
                                    .map(merged -> merge(actor, demand, merged, target, now))));
        });
    }

    private Receipt merge(Actor actor, Demand before, Demand merged, Demand target, Instant now) {
        steps.withdrawPending(before.id(), now);
        todos.settle(actor, before);
        demands.addJoiners(target, 1 + before.marks().joinerCount());
        trail.link(
                actor,
                DemandId.SUBJECT,
                before.id().value(),
                DemandId.SUBJECT,
                target.id().value(),
                "merged_into",
                target.origin().region(),
                target.origin().title(),
                now);
        changes.say(actor, DemandVerb.MERGE, target, Note.of(before.origin().number() + " 并入这一件"), now);
        return changes.record(
                actor,
                DemandVerb.MERGE,
                before,
                merged,
                Note.of("").to(target.origin().number()).says("与另一件同样的事合并办理"),
                now);
    }

    /** Two merges in opposite directions must not wait for each other. */
    private void lockInOrder(UUID one, UUID other) {
        boolean isFirst = one.toString().compareTo(other.toString()) < 0;
        demands.lock(new DemandId(isFirst ? one : other));
        demands.lock(new DemandId(isFirst ? other : one));
    }
}
