package org.gongzhi.redaction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Covers some words wherever they stand on a case: in what was said, in what was noted, in its to-dos, in its search. Each text as it was is sealed first. */
@Component
class RedactWords {

    static final int LONGEST = 200;

    private final Transactions transactions;
    private final DemandLookup.Joint demands;
    private final RedactionPermissions permissions;
    private final Redactions redactions;
    private final Originals originals;
    private final Audit audit;
    private final Clock clock;

    RedactWords(
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

    /** What the sender goes on with. */
    record Covered(UUID id, int version, int places) {}

    Outcome<Covered> cover(
            Actor actor,
            DemandId id,
            int version,
            @Nullable String typed,
            @Nullable String reason,
            @Nullable String note) {
        String words = Words.tidy(typed);
        return transactions.write(
                actor,
                () -> demands.hold(id, version)
                        .unless(demand -> permissions.mayCover(actor, demand))
                        .unless(_ -> coverable(words))
                        .then(demand -> Justified.of(reason, note)
                                .unless(why -> why.unlessItSays(words))
                                .then(why -> covered(actor, demand, words, why))));
    }

    private static Outcome<String> coverable(String words) {
        int length = words.codePointCount(0, words.length());
        return length < Covering.SHORTEST || length > LONGEST || words.contains(Covering.MARK.substring(0, 1))
                ? Outcome.invalid("words", RedactionRefusal.WORDS_OUT_OF_RANGE, Covering.SHORTEST, LONGEST)
                : Outcome.done(words);
    }

    private Outcome<Covered> covered(Actor actor, Demand demand, String words, Justified why) {
        UUID subject = demand.id().value();
        var covering = new Covering(List.of(words));
        List<Passage> hit = originals.passages(subject).stream()
                .filter(passage -> !covering.apply(passage).equals(passage))
                .toList();
        if (hit.isEmpty()) {
            return Outcome.invalid("words", RedactionRefusal.WORDS_NOT_FOUND);
        }
        Instant now = Time.now(clock);
        var made = why.redaction(Ids.next(), demand, null, List.of(), hit.size(), actor, now);
        // Before the texts change: what the step and the row say of the case is what it said until now.
        int next = demands.tell(
                actor,
                demand,
                DemandVerb.REDACT,
                "遮盖了 " + hit.size() + " 处文字。" + why.inRecords(),
                "有 " + hit.size() + " 处文字不再显示，原因：" + why.reason().inRecords());
        hit.forEach(passage -> originals.seal(subject, made.region(), passage));
        originals.rewrite(
                subject,
                demand.origin().number(),
                hit.stream().map(covering::apply).toList());
        redactions.add(actor, made);
        originals.sealPhrase(subject, made.region(), made.id(), words);
        originals.forgetIfEnded(subject);
        audit.record(
                actor,
                "redaction.cover",
                DemandId.SUBJECT,
                subject,
                made.region(),
                null,
                Map.of("redaction", made.id(), "kind", "words", "places", made.places()),
                why.reason().code());
        return Outcome.done(new Covered(made.id(), next, made.places()));
    }
}
