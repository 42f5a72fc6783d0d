package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandLookup.Situation;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one way a demand changes: lock, check version, permission and the order of things, then row, step, audit and event together. Use cases add what is
 * theirs (to-dos, transfers, call-backs) inside.
 */
@Component
class DemandChanges {

    /** What the sender gets back: enough to go on with. */
    record Receipt(
            UUID id,
            int version,
            @OneOf(codes = DemandStatus.class) String status) {}

    /** What is written about a change: for colleagues, and in plain words for the person who raised it. */
    record Note(
            String words,
            @Nullable String publicWords,
            @Nullable String toName,
            @Nullable String reasonCode,
            List<UUID> files) {

        /** Staff's words on a step: tidy, and no longer than a step holds. */
        static Outcome<String> checked(@Nullable String typed, String field, int most, boolean isNeeded) {
            String tidy = Words.tidy(typed);
            int length = tidy.codePointCount(0, tidy.length());
            if (isNeeded && length == 0) {
                return Outcome.invalid(field, DemandRefusal.WORDS_MISSING);
            }
            return length > most
                    ? Outcome.invalid(field, DemandRefusal.WORDS_TOO_LONG, most, length)
                    : Outcome.done(tidy);
        }

        static Note of(String words) {
            return new Note(words, null, null, null, List.of());
        }

        Note says(@Nullable String plain) {
            return new Note(words, plain, toName, reasonCode, files);
        }

        Note to(String name) {
            return new Note(words, publicWords, name, reasonCode, files);
        }

        Note because(String reason) {
            return new Note(words, publicWords, toName, reason, files);
        }

        Note with(List<UUID> attached) {
            return new Note(words, publicWords, toName, reasonCode, attached);
        }
    }

    /** A decision on the locked demand. */
    @FunctionalInterface
    interface Decision {
        Outcome<Demand> decide(Situation situation, Instant now);
    }

    /** What else a change brings about, once it is decided. */
    @FunctionalInterface
    interface Consequence {
        Note follow(Demand before, Demand after, Instant now);
    }

    private final Transactions transactions;
    private final Demands demands;
    private final DemandPermissions permissions;
    private final RegionLookup regions;
    private final Audit audit;
    private final DemandSteps steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemandChanges(
            Transactions transactions,
            Demands demands,
            DemandPermissions permissions,
            RegionLookup regions,
            Audit audit,
            DemandSteps steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.demands = demands;
        this.permissions = permissions;
        this.regions = regions;
        this.audit = audit;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /** One verb of a way that is gone at one go. */
    record Leg(DemandVerb verb, Decision decision, Consequence consequence) {}

    /** One verb by one person of the staff: permission first, then the decision, then everything that is recorded of it. */
    Outcome<Receipt> change(
            Actor actor, DemandId id, int version, DemandVerb verb, Decision decision, Consequence consequence) {
        return changeInTurn(actor, id, version, _ -> List.of(new Leg(verb, decision, consequence)));
    }

    /** Several verbs at one go, all or none: each is permitted, decided and recorded as if it came alone; only the row is written once. */
    Outcome<Receipt> changeInTurn(Actor actor, DemandId id, int version, Function<Demand, List<Leg>> way) {
        return transactions.write(actor, () -> {
            Instant now = Time.now(clock);
            return locked(id, version).then(demand -> {
                Outcome<Situation> stand = Outcome.done(situation(demand));
                for (Leg leg : way.apply(demand)) {
                    stand = stand.then(situation -> gone(actor, leg, situation, now));
                }
                return stand.map(end -> saved(actor, end.demand()));
            });
        });
    }

    private Outcome<Situation> gone(Actor actor, Leg leg, Situation situation, Instant now) {
        Demand before = situation.demand();
        return permissions
                .may(leg.verb(), actor, situation)
                .then(_ -> leg.decision().decide(situation, now))
                .then(Demand::unlessCalled)
                .map(after -> {
                    tell(actor, leg.verb(), before, after, leg.consequence().follow(before, after, now), now);
                    return situation.of(after);
                });
    }

    Situation situation(Demand demand) {
        return steps.situation(demand);
    }

    /** For what may be said whatever happened meanwhile. */
    Outcome<Demand> locked(DemandId id) {
        return demands.lock(id).<Outcome<Demand>>map(Outcome::done).orElseGet(() -> unseen(id));
    }

    /** The demand, held until the transaction ends; refused if it is unknown, another territory's, or not as the sender saw it. */
    Outcome<Demand> locked(DemandId id, int version) {
        return locked(id).then(demand -> demand.version() == version ? Outcome.done(demand) : crossed(demand));
    }

    /** The demand as the asker can see it; else refused with whose it is. */
    Outcome<Demand> found(DemandId id) {
        return demands.find(id).<Outcome<Demand>>map(Outcome::done).orElseGet(() -> unseen(id));
    }

    /** Not in the asker's scope: says whose it is, if it is anyone's. */
    private Outcome<Demand> unseen(DemandId id) {
        return demands.streetOf(id)
                .<Outcome<Demand>>map(street -> Outcome.refused(
                        DemandRefusal.OUTSIDE_YOUR_TERRITORY,
                        regions.get(street).name()))
                .orElseGet(() -> Outcome.refused(DemandRefusal.UNKNOWN));
    }

    private Outcome<Demand> crossed(Demand now) {
        var last = steps.lastStep(now.id());
        String who = last.map(DemandSteps.LastStep::actor).orElse("");
        Object when = last.<Object>map(DemandSteps.LastStep::at).orElse("");
        String what = last.map(step -> DemandVerb.of(step.verb()).done()).orElse("");
        return Outcome.<Demand>refused(DemandRefusal.CHANGED_MEANWHILE, when, who, what)
                .with("version", now.version())
                .with("status", now.status().code())
                .with("by", who)
                .with("verb", last.map(DemandSteps.LastStep::verb).orElse(""));
    }

    /** Writes the change and tells of it. {@code before} and {@code after} may be the same where only something was said. */
    Receipt record(Actor actor, DemandVerb verb, Demand before, Demand after, Note note, Instant now) {
        tell(actor, verb, before, after, note, now);
        return saved(actor, after);
    }

    private Receipt saved(Actor actor, Demand demand) {
        demands.update(actor, demand);
        return new Receipt(
                demand.id().value(), demand.version() + 1, demand.status().code());
    }

    private void tell(Actor actor, DemandVerb verb, Demand before, Demand after, Note note, Instant now) {
        steps.add(actor, verb, before.status(), after, note, now);
        audit.record(
                actor,
                DemandId.SUBJECT + "." + verb.code(),
                DemandId.SUBJECT,
                after.id().value(),
                after.origin().region(),
                facts(before),
                facts(after),
                null);
        events.publishEvent(new DemandEvent.Moved(
                verb,
                DemandEvent.Snapshot.of(before),
                DemandEvent.Snapshot.of(after),
                now,
                before.marks().acceptedAt(),
                after.clock().reviewOn()));
    }

    /** Something said about a demand that changes nothing of it: nobody's version gets stale. */
    Receipt say(Actor actor, DemandVerb verb, Demand demand, Note note, Instant now) {
        steps.add(actor, verb, demand.status(), demand, note, now);
        audit.record(
                actor,
                DemandId.SUBJECT + "." + verb.code(),
                DemandId.SUBJECT,
                demand.id().value(),
                demand.origin().region(),
                null,
                null,
                null);
        return new Receipt(
                demand.id().value(), demand.version(), demand.status().code());
    }

    /** The first entry of a demand's history. */
    void recordRaised(Actor actor, Demand demand, Note note, Instant now) {
        steps.add(actor, DemandVerb.RAISE, null, demand, note, now);
        audit.record(
                actor,
                DemandId.SUBJECT + ".raise",
                DemandId.SUBJECT,
                demand.id().value(),
                demand.origin().region(),
                null,
                facts(demand),
                null);
        events.publishEvent(new DemandEvent.Raised(DemandEvent.Snapshot.of(demand)));
    }

    /** For the audit trail: what a decision can change, and nothing that could name the reporter. */
    private static Map<String, Object> facts(Demand demand) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", demand.version());
        facts.put("status", demand.status().code());
        facts.put("node", demand.node().toString());
        put(facts, "department", demand.departmentId());
        put(facts, "handler", demand.handlerId());
        facts.put("dueAt", demand.clock().dueAt().toString());
        put(facts, "pausedAt", demand.clock().pausedAt());
        put(facts, "reviewOn", demand.clock().reviewOn());
        put(facts, "verifiedAt", demand.marks().verifiedAt());
        put(facts, "reason", demand.marks().reasonCode());
        put(facts, "mergedInto", demand.marks().mergedIntoId());
        put(facts, "urgedAt", demand.marks().urgedAt());
        put(facts, "supervisedAt", demand.marks().supervisedAt());
        if (demand.marks().joinerCount() > 0) {
            facts.put("joiners", demand.marks().joinerCount());
        }
        if (demand.marks().reopenCount() > 0) {
            facts.put("reopens", demand.marks().reopenCount());
        }
        if (demand.publicTitle() != null) {
            facts.put("published", true);
        }
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
