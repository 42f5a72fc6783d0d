package org.gongzhi.callout;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandLookup.Called;
import org.gongzhi.file.Files;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way a call changes: the demand is held first, then the call is locked, checked and written, so that whether all those called are done and whether the
 * demand may be checked is decided one after the other.
 */
@Component
class CalloutChanges {

    /** What the sender gets back: enough to go on with. */
    record Receipt(
            UUID id,
            int version,
            @OneOf(codes = CalloutStatus.class) String status) {}

    /** What is written about a change, for colleagues and, in plain words, for the person who raised the matter. */
    record Note(String words, @Nullable String publicWords, List<UUID> files) {

        static Note of(String words) {
            return new Note(words, null, List.of());
        }

        Note says(String plain) {
            return new Note(words, plain, files);
        }

        /** Words as a step holds them. */
        static Outcome<String> checked(@Nullable String typed, int most, boolean isNeeded) {
            String tidy = Words.tidy(typed);
            int length = tidy.codePointCount(0, tidy.length());
            if (isNeeded && length == 0) {
                return Outcome.invalid("words", CalloutRefusal.WORDS_MISSING);
            }
            return length > most
                    ? Outcome.invalid("words", CalloutRefusal.WORDS_TOO_LONG, most, length)
                    : Outcome.done(tidy);
        }
    }

    @FunctionalInterface
    interface Decision {
        Outcome<Callout> decide(Callout callout, Called called, Instant now);
    }

    /** What else a change brings about, once it is decided. */
    @FunctionalInterface
    interface Consequence {
        Note follow(Callout after, Called called, Instant now);
    }

    private static final int MOST_FILES = 6;

    private final Transactions transactions;
    private final Callouts callouts;
    private final CalloutPermissions permissions;
    private final DemandLookup.Joint joint;
    private final Files files;
    private final Audit audit;
    private final Clock clock;

    CalloutChanges(
            Transactions transactions,
            Callouts callouts,
            CalloutPermissions permissions,
            DemandLookup.Joint joint,
            Files files,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.callouts = callouts;
        this.permissions = permissions;
        this.joint = joint;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** One verb by one person: permission first, then the decision, then everything that is recorded of it. */
    Outcome<Receipt> change(
            Actor actor, CalloutId id, int version, CalloutVerb verb, Decision decision, Consequence consequence) {
        return transactions.write(actor, () -> {
            Instant now = Time.now(clock);
            return held(
                            id,
                            (called, callout) ->
                                    callout.version() == version ? Outcome.done(callout) : crossed(callout))
                    .then(held -> permissions
                            .may(verb, actor, held.callout())
                            .then(before -> decision.decide(before, held.called(), now))
                            .then(after -> {
                                Note note = consequence.follow(after, held.called(), now);
                                return attached(actor, note).map(_ -> record(actor, verb, held, after, note, now));
                            }));
        });
    }

    /** Something said that changes nothing else: nobody's version gets stale, and what somebody wrote while another acted is not lost. */
    Outcome<Receipt> say(Actor actor, CalloutId id, CalloutVerb verb, Decision decision, Consequence consequence) {
        return transactions.write(actor, () -> {
            Instant now = Time.now(clock);
            return held(id, (called, callout) -> Outcome.done(callout))
                    .then(held -> permissions
                            .may(verb, actor, held.callout())
                            .then(before -> decision.decide(before, held.called(), now))
                            .then(same -> {
                                Note note = consequence.follow(same, held.called(), now);
                                return attached(actor, note).map(_ -> {
                                    tell(actor, verb, held, same, note, now);
                                    return receipt(same, same.version());
                                });
                            }));
        });
    }

    private record Held(Called called, Callout callout) {}

    @FunctionalInterface
    private interface Check {
        Outcome<Callout> check(Called called, Callout callout);
    }

    private Outcome<Held> held(CalloutId id, Check check) {
        return found(id)
                .then(seen -> joint.hold(seen.task().demand()))
                .then(called -> callouts.lock(id)
                        .<Outcome<Callout>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(CalloutRefusal.UNKNOWN))
                        .then(callout -> check.check(called, callout))
                        .map(callout -> new Held(called, callout)));
    }

    private Outcome<Callout> found(CalloutId id) {
        return callouts.find(id)
                .<Outcome<Callout>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CalloutRefusal.UNKNOWN));
    }

    private Outcome<Note> attached(Actor actor, Note note) {
        if (note.files().size() > MOST_FILES) {
            return Outcome.invalid("fileIds", CalloutRefusal.TOO_MANY_FILES, MOST_FILES);
        }
        return files.attach(actor, note.files())
                ? Outcome.done(note)
                : Outcome.invalid("fileIds", CalloutRefusal.FILE_NOT_YOURS);
    }

    private Outcome<Callout> crossed(Callout now) {
        var last = callouts.lastNote(now.id());
        String who = last.map(Callouts.LastNote::actor).orElse("");
        Object when = last.<Object>map(Callouts.LastNote::at).orElse("");
        String what = last.map(note -> note.verb().done()).orElse("");
        return Outcome.<Callout>refused(CalloutRefusal.CHANGED_MEANWHILE, when, who, what)
                .with("version", now.version())
                .with("status", now.status().code())
                .with("by", who)
                .with("verb", last.map(note -> note.verb().code()).orElse(""));
    }

    private Receipt record(Actor actor, CalloutVerb verb, Held held, Callout after, Note note, Instant now) {
        callouts.update(after);
        tell(actor, verb, held, after, note, now);
        return receipt(after, after.version() + 1);
    }

    private static Receipt receipt(Callout callout, int version) {
        return new Receipt(callout.id().value(), version, callout.status().code());
    }

    private void tell(Actor actor, CalloutVerb verb, Held held, Callout after, Note note, Instant now) {
        callouts.addNote(actor, after, verb, note.words(), note.files(), now);
        boolean ends = held.callout().status().isOpen() && !after.status().isOpen();
        String said = after.task().name() + "：" + CalloutWords.of(verb, after)
                + (note.words().isEmpty() ? "" : "。" + note.words());
        joint.respond(
                actor,
                held.called(),
                CalloutWords.cut(said, CalloutWords.MOST_IN_A_STEP),
                note.publicWords(),
                note.files(),
                ends ? 1 : 0);
        audit.record(
                actor,
                CalloutId.SUBJECT + "." + verb.code(),
                CalloutId.SUBJECT,
                after.id().value(),
                after.task().region(),
                facts(held.callout()),
                facts(after),
                null);
    }

    /** For the audit trail: what a decision can change. */
    static Map<String, Object> facts(Callout callout) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", callout.version());
        facts.put("status", callout.status().code());
        facts.put("arriveDueAt", callout.clock().arriveDueAt().toString());
        facts.put("dueAt", callout.clock().dueAt().toString());
        facts.put("held", callout.refused().isHeld());
        if (callout.refused().reason() != null) {
            facts.put("refusal", callout.refused().reason());
        }
        if (callout.judgement() != null) {
            facts.put("grade", callout.judgement().grade().code());
        }
        return facts;
    }
}
