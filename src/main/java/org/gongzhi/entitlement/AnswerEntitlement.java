package org.gongzhi.entitlement;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.redaction.SealedTexts;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers a request: granted it is carried out in the same transaction, refused it is with a listed ground. A case under way is not deleted, nor one on hold: that is
 * not for whoever answers to decide.
 */
@Component
class AnswerEntitlement {

    static final String ANSWERED = "answered";

    private static final int LONGEST = 500;
    private static final int MOST_WORDS = 2_000;
    private static final int MOST_TITLE = 80;

    private final Transactions transactions;
    private final Entitlements entitlements;
    private final EntitlementPermissions permissions;
    private final DemandLookup.Joint demands;
    private final SealedTexts texts;
    private final Contacts contacts;
    private final Todos todos;
    private final Audit audit;
    private final Clock clock;

    AnswerEntitlement(
            Transactions transactions,
            Entitlements entitlements,
            EntitlementPermissions permissions,
            DemandLookup.Joint demands,
            SealedTexts texts,
            Contacts contacts,
            Todos todos,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.entitlements = entitlements;
        this.permissions = permissions;
        this.demands = demands;
        this.texts = texts;
        this.contacts = contacts;
        this.todos = todos;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is right instead of what is stored; what is absent or blank stays as it is. */
    record Correction(
            @Nullable String title,
            @Nullable String words,
            @Nullable String name,
            @Nullable String phone) {

        static final Correction NONE = new Correction(null, null, null, null);

        Correction tidy() {
            return new Correction(
                    Words.tidyOrNull(title), Words.tidyOrNull(words), Words.tidyOrNull(name), Words.tidyOrNull(phone));
        }

        boolean isOfContact() {
            return name != null || phone != null;
        }

        boolean isEmpty() {
            return title == null && words == null && !isOfContact();
        }
    }

    /**
     * @param ground of a refusal, one that is listed for what was asked
     * @param words for the reporter; may be absent
     */
    Outcome<Entitlement> answer(
            Actor actor,
            UUID id,
            boolean isGranted,
            @Nullable String ground,
            @Nullable String words,
            Correction correction) {
        String said = Words.tidy(words);
        return transactions.write(
                actor,
                () -> found(id)
                        .unless(asked -> permissions.mayAnswer(actor, asked, Time.now(clock)))
                        // The case first, as whoever asks holds it: two who answer at once do it one after the other.
                        .then(asked -> demands.hold(new DemandId(asked.demand())))
                        .map(DemandLookup.Called::demand)
                        .then(demand -> found(id)
                                .unless(asked -> asked.answer() == null
                                        ? Outcome.done(asked)
                                        : Outcome.refused(EntitlementRefusal.ANSWERED_ALREADY))
                                .unless(asked -> said.codePointCount(0, said.length()) > LONGEST
                                        ? Outcome.invalid("words", EntitlementRefusal.WORDS_TOO_LONG, LONGEST)
                                        : Outcome.done(asked))
                                .then(asked -> isGranted
                                        ? granted(actor, asked, demand, correction.tidy())
                                                .map(_ -> answered(actor, asked, null, said))
                                        : refused(asked, ground).map(listed -> answered(actor, asked, listed, said)))));
    }

    private Outcome<Entitlement> found(UUID id) {
        return entitlements
                .find(id)
                .<Outcome<Entitlement>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(EntitlementRefusal.UNKNOWN));
    }

    private static Outcome<EntitlementGround> refused(Entitlement asked, @Nullable String ground) {
        return EntitlementGround.of(ground)
                .filter(listed -> listed.isFor(asked.kind()))
                .<Outcome<EntitlementGround>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("ground", EntitlementRefusal.GROUND_MISSING));
    }

    private Outcome<Demand> granted(Actor actor, Entitlement asked, Demand demand, Correction correction) {
        return switch (asked.kind()) {
            case ACCESS, COPY -> Outcome.done(demand);
            case CORRECT -> corrected(actor, asked, demand, correction);
            case DELETE -> erased(demand);
        };
    }

    private Outcome<Demand> erased(Demand demand) {
        UUID id = demand.id().value();
        if (!hasEnded(demand)) {
            return Outcome.refused(EntitlementRefusal.CASE_STILL_OPEN);
        }
        if (entitlements.isMergedIntoOpen(id)) {
            return Outcome.refused(EntitlementRefusal.MERGED_STILL_OPEN);
        }
        if (entitlements.isOnHold(id)) {
            return Outcome.refused(EntitlementRefusal.ON_HOLD);
        }
        entitlements.erase(id, Time.now(clock));
        return Outcome.done(demand);
    }

    /** As the night counts it: with nothing left to say about it. */
    static boolean hasEnded(Demand demand) {
        return demand.in(DemandStatus.SETTLED, DemandStatus.DECLINED, DemandStatus.MERGED);
    }

    private Outcome<Demand> corrected(Actor actor, Entitlement asked, Demand demand, Correction right) {
        if (right.isEmpty()) {
            return Outcome.invalid("correction.title", EntitlementRefusal.NOTHING_CORRECTED);
        }
        if (isLonger(right.title(), MOST_TITLE)) {
            return Outcome.invalid("correction.title", EntitlementRefusal.WORDS_TOO_LONG, MOST_TITLE);
        }
        if (isLonger(right.words(), MOST_WORDS)) {
            return Outcome.invalid("correction.words", EntitlementRefusal.WORDS_TOO_LONG, MOST_WORDS);
        }
        if (right.isOfContact() && demand.origin().isAnonymous()) {
            return Outcome.invalid("correction.name", EntitlementRefusal.ANONYMOUS);
        }
        return Outcome.done(demand)
                .unless(_ -> right.isOfContact() ? contact(asked, demand, right) : Outcome.done(demand))
                .peek(_ -> texts.correct(actor, demand, asked.id(), right.title(), right.words()));
    }

    private static boolean isLonger(@Nullable String text, int most) {
        return text != null && text.codePointCount(0, text.length()) > most;
    }

    private Outcome<UUID> contact(Entitlement asked, Demand demand, Correction right) {
        UUID before = demand.origin().contactId();
        return contacts.correct(asked.region(), before, right.name(), right.phone())
                .peek(next -> entitlements.changeContact(asked.id(), asked.demand(), before, next));
    }

    private Entitlement answered(Actor actor, Entitlement asked, @Nullable EntitlementGround ground, String said) {
        Instant now = Time.now(clock);
        var answer = new Entitlement.Answer(now, actor.nodeName().isEmpty() ? actor.name() : actor.nodeName(), ground);
        entitlements.answer(actor, asked.id(), answer);
        if (!said.isEmpty()) {
            texts.keep(asked.demand(), asked.region(), ANSWERED, asked.id(), said);
        }
        todos.settle(actor, Entitlement.SUBJECT, asked.id());
        Map<String, Object> facts = new HashMap<>(Map.of("kind", asked.kind().code(), "granted", ground == null));
        if (ground != null) {
            facts.put("ground", ground.code());
        }
        audit.record(actor, "entitlement.answer", Entitlement.SUBJECT, asked.id(), asked.region(), null, facts, null);
        return new Entitlement(
                asked.id(),
                asked.demand(),
                asked.region(),
                asked.node(),
                asked.kind(),
                asked.askedAt(),
                asked.dueAt(),
                asked.warnAt(),
                answer);
    }
}
