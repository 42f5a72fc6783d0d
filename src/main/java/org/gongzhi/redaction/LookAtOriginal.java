package org.gongzhi.redaction;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what is covered, for a purpose; the look and the audit entry are written with it or it is not opened. */
@Component
class LookAtOriginal {

    /** To check something, for a review or a lawsuit, to decide whether it is brought back, and anything else said in words. */
    static final Set<String> PURPOSES = Set.of("verification", "legal", "restore", "other");

    private final Transactions transactions;
    private final DemandLookup.Joint demands;
    private final RedactionPermissions permissions;
    private final Redactions redactions;
    private final Originals originals;
    private final Audit audit;
    private final Clock clock;

    LookAtOriginal(
            Transactions transactions,
            DemandLookup.Joint demands,
            RedactionPermissions permissions,
            Redactions redactions,
            Originals originals,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.demands = demands;
        this.permissions = permissions;
        this.redactions = redactions;
        this.originals = originals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The original.
     *
     * @param words what was covered; null for a picture
     * @param texts in which it stood, as they were
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Opened(
            @Nullable String words,
            List<String> texts,
            byte @Nullable [] photo,
            @Nullable String mediaType) {}

    Outcome<Opened> look(Actor actor, UUID id, @Nullable String purpose, @Nullable String typed) {
        String said = Words.tidyOrNull(typed);
        return transactions.write(
                actor,
                () -> redactions
                        .find(id)
                        .<Outcome<Redaction>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(RedactionRefusal.UNKNOWN))
                        .unless(redaction -> demands.find(new DemandId(redaction.demand()))
                                .then(called -> permissions.mayOpen(actor, called.demand())))
                        .unless(_ -> purpose != null && PURPOSES.contains(purpose)
                                ? Outcome.done(purpose)
                                : Outcome.invalid("purpose", RedactionRefusal.PURPOSE_MISSING))
                        .unless(_ -> said != null || "other".equals(purpose)
                                ? Justified.words(said, "words")
                                : Outcome.done(id))
                        .unless(redaction -> redaction.restoredAt() == null
                                ? Outcome.done(redaction)
                                : Outcome.refused(RedactionRefusal.RESTORED_ALREADY))
                        .then(redaction -> opened(redaction)
                                .unless(opened -> opened.words() != null && Justified.says(said, opened.words())
                                        ? Outcome.invalid("words", RedactionRefusal.NOTE_SAYS_IT)
                                        : Outcome.done(opened))
                                .peek(_ -> record(actor, redaction, String.valueOf(purpose), said))));
    }

    private Outcome<Opened> opened(Redaction redaction) {
        if (redaction.photo() != null) {
            return originals
                    .photo(redaction.demand(), redaction.photo())
                    .<Outcome<Opened>>map(
                            photo -> Outcome.done(new Opened(null, List.of(), photo.content(), photo.mediaType())))
                    .orElseGet(() -> Outcome.refused(RedactionRefusal.ORIGINAL_GONE));
        }
        return originals
                .phrase(redaction.id())
                .<Outcome<Opened>>map(
                        words -> Outcome.done(new Opened(words, around(redaction.demand(), words), null, null)))
                .orElseGet(() -> Outcome.refused(RedactionRefusal.ORIGINAL_GONE));
    }

    /** Each text once: a title stands in every to-do too. */
    private List<String> around(UUID demand, String words) {
        List<String> texts = new ArrayList<>();
        for (Originals.Sealed kept : originals.texts(demand)) {
            for (String part : kept.original().parts()) {
                if (part != null && part.contains(words) && !texts.contains(part)) {
                    texts.add(part);
                }
            }
        }
        return texts;
    }

    private void record(Actor actor, Redaction redaction, String purpose, @Nullable String said) {
        redactions.addLook(actor, redaction, purpose, said, Time.now(clock));
        audit.record(
                actor,
                "redaction.look",
                DemandId.SUBJECT,
                redaction.demand(),
                redaction.region(),
                null,
                said == null ? Map.of("redaction", redaction.id()) : Map.of("redaction", redaction.id(), "words", said),
                purpose);
    }
}
