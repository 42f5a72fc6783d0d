package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.demand.DemandDraft.Stood;
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

/** Several voices, one matter: a resident says 我家也一样, the raiser adds something, or staff merge demands and take that back. */
@Component
class JoinDemand {

    private static final int MOST_AT_ONCE = 50;

    private final Transactions transactions;
    private final DemandChanges changes;
    private final Demands demands;
    private final DemandSteps steps;
    private final DemandPermissions permissions;
    private final DemandTodos todos;
    private final AssignDemand assign;
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
            AssignDemand assign,
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
        this.assign = assign;
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
            lockInOrder(id.value(), into);
            return changes.locked(id, version).then(demand -> merged(actor, demand, into));
        });
    }

    /** One of several: done, or why not. */
    record Tried(UUID id, @Nullable String number, Outcome<Receipt> outcome) {}

    /** 合并几件: each goes under the lead by itself, or says why it does not; what is refused holds nothing else up. */
    Outcome<List<Tried>> mergeAll(Actor actor, DemandId lead, List<UUID> ids) {
        List<UUID> others = ids.stream().distinct().sorted().toList();
        if (others.isEmpty()) {
            return Outcome.invalid("ids", DemandRefusal.NOTHING_TO_MERGE);
        }
        if (others.size() > MOST_AT_ONCE) {
            return Outcome.invalid("ids", DemandRefusal.TOO_MANY_TO_MERGE, MOST_AT_ONCE);
        }
        return transactions.write(actor, () -> {
            Stream.concat(others.stream(), Stream.of(lead.value()))
                    .distinct()
                    .sorted(Comparator.comparing(UUID::toString))
                    .forEach(each -> demands.lock(new DemandId(each)));
            return changes.locked(lead)
                    .map(_ -> others.stream()
                            .map(DemandId::new)
                            .map(each -> new Tried(
                                    each.value(),
                                    demands.find(each)
                                            .map(demand -> demand.origin().number())
                                            .orElse(null),
                                    changes.locked(each).then(demand -> merged(actor, demand, lead.value()))))
                            .toList());
        });
    }

    private Outcome<Receipt> merged(Actor actor, Demand demand, UUID into) {
        Instant now = Time.now(clock);
        return permissions
                .may(DemandVerb.MERGE, actor, changes.situation(demand))
                .then(_ -> demands.find(new DemandId(into))
                        .<Outcome<Demand>>map(Outcome::done)
                        .orElseGet(() -> Outcome.invalid("intoId", DemandRefusal.MERGE_TARGET_UNKNOWN)))
                .then(target -> demand.mergeInto(target, now)
                        .then(Demand::unlessCalled)
                        .map(merged -> merge(actor, demand, merged, target, now)));
    }

    private Receipt merge(Actor actor, Demand before, Demand merged, Demand target, Instant now) {
        steps.withdrawPending(before.id(), now);
        steps.addMerge(Stood.of(before, todos.waiting(before)), before, target, actor, now);
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

    /**
     * 撤销合并: it is a matter of its own again, with those who had joined it; who joined the lead stays there. Not once the lead was judged, for that judged both.
     */
    Outcome<Receipt> unmerge(Actor actor, DemandId id, int version, @Nullable String words) {
        return Note.checked(words, "words", 500, true)
                .then(said -> transactions.write(actor, () -> {
                    UUID into = demands.find(id)
                            .map(demand -> demand.marks().mergedIntoId())
                            .orElse(id.value());
                    lockInOrder(id.value(), into);
                    return changes.locked(id, version)
                            .then(demand -> permissions.may(DemandVerb.UNMERGE, actor, changes.situation(demand)))
                            .unless(demand -> Stood.of(demand, List.of()).again(demand, true, Time.now(clock)))
                            .then(demand -> changes.locked(new DemandId(into))
                                    .then(lead -> unmerge(actor, demand, lead, said, Time.now(clock))));
                }));
    }

    private Outcome<Receipt> unmerge(Actor actor, Demand merged, Demand lead, String said, Instant now) {
        String number = lead.origin().number();
        if (lead.in(DemandStatus.MERGED)) {
            return Outcome.refused(DemandRefusal.LEAD_MERGED_TOO, number);
        }
        if (lead.in(DemandStatus.SETTLED) || steps.isJudgedSince(lead, merged.statusAt())) {
            return Outcome.refused(DemandRefusal.LEAD_JUDGED, number);
        }
        Stood stood = steps.stoodBefore(merged);
        boolean isHandThere = assign.mayStillHave(merged);
        return stood.again(merged, isHandThere, now).map(after -> {
            demands.addJoiners(lead, -1 - merged.marks().joinerCount());
            steps.endMerge(merged, actor, said, now);
            todos.standAgain(actor, after, stood.waiting(), isHandThere, now);
            trail.unlink(
                    DemandId.SUBJECT,
                    merged.id().value(),
                    DemandId.SUBJECT,
                    lead.id().value(),
                    "merged_into");
            changes.say(actor, DemandVerb.UNMERGE, lead, Note.of(merged.origin().number() + " 不再并入这一件：" + said), now);
            return changes.record(
                    actor,
                    DemandVerb.UNMERGE,
                    merged,
                    after,
                    Note.of(said).to(number).says("不再与另一件合并，单独办理"),
                    now);
        });
    }

    /** Two merges in opposite directions must not wait for each other. */
    private void lockInOrder(UUID one, UUID other) {
        boolean isFirst = one.toString().compareTo(other.toString()) < 0;
        demands.lock(new DemandId(isFirst ? one : other));
        demands.lock(new DemandId(isFirst ? other : one));
    }
}
