package org.gongzhi.redaction;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.file.Covers;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.redaction.Originals.Photo;
import org.gongzhi.redaction.Originals.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a cover away again, with a reason. What others cover stays covered; what was written since stays as it is. */
@Component
class RestoreOriginal {

    private final Transactions transactions;
    private final DemandLookup.Joint demands;
    private final RedactionPermissions permissions;
    private final Redactions redactions;
    private final Originals originals;
    private final Covers covers;
    private final Audit audit;
    private final Clock clock;

    RestoreOriginal(
            Transactions transactions,
            DemandLookup.Joint demands,
            RedactionPermissions permissions,
            Redactions redactions,
            Originals originals,
            Covers covers,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.demands = demands;
        this.permissions = permissions;
        this.redactions = redactions;
        this.originals = originals;
        this.covers = covers;
        this.audit = audit;
        this.clock = clock;
    }

    record Restored(UUID id, int version) {}

    Outcome<Restored> restore(Actor actor, UUID id, int version, @Nullable String typed) {
        return transactions.write(
                actor,
                () -> redactions
                        .find(id)
                        .<Outcome<Redaction>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(RedactionRefusal.UNKNOWN))
                        .then(redaction -> demands.hold(new DemandId(redaction.demand()), version)
                                .unless(demand -> permissions.mayOpen(actor, demand))
                                .unless(_ -> redaction.restoredAt() == null
                                        ? Outcome.done(redaction)
                                        : Outcome.refused(RedactionRefusal.RESTORED_ALREADY))
                                .then(demand -> Justified.words(typed, "note")
                                        .then(note -> redaction.isOfPhoto()
                                                ? photo(actor, demand, redaction, note)
                                                : words(actor, demand, redaction, note)))));
    }

    private Outcome<Restored> words(Actor actor, Demand demand, Redaction redaction, String note) {
        Optional<String> phrase = originals.phrase(redaction.id());
        if (phrase.isEmpty()) {
            return Outcome.refused(RedactionRefusal.ORIGINAL_GONE);
        }
        UUID subject = redaction.demand();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (Redaction each : redactions.ofCase(subject)) {
            if (!each.isOfPhoto() && each.restoredAt() == null) {
                originals.phrase(each.id()).ifPresent(words -> {
                    before.add(words);
                    if (!each.id().equals(redaction.id())) {
                        after.add(words);
                    }
                });
            }
        }
        Restored restored = told(actor, demand, redaction, note);
        List<Passage> now = originals.passages(subject);
        List<Passage> back = new ArrayList<>();
        List<Sealed> free = new ArrayList<>();
        for (Sealed kept : originals.texts(subject)) {
            Passage meant = new Covering(after).apply(kept.original());
            Passage shown = new Covering(before).apply(kept.original());
            now.stream()
                    .filter(each ->
                            each.place().equals(meant.place()) && each.id().equals(meant.id()))
                    .forEach(each -> back.add(each.back(shown, meant)));
            if (meant.equals(kept.original())) {
                free.add(kept);
            }
        }
        // The door lets through only what is sealed, so the seals are broken after.
        originals.rewrite(subject, demand.origin().number(), back);
        free.forEach(kept -> originals.unseal(kept.seal()));
        originals.unsealPhrase(redaction.id());
        return Outcome.done(restored);
    }

    private Outcome<Restored> photo(Actor actor, Demand demand, Redaction redaction, String note) {
        UUID subject = redaction.demand();
        Photo photo = redaction.photo() == null
                ? null
                : originals.photo(subject, redaction.photo()).orElse(null);
        if (photo == null || !originals.isOnCase(subject, photo.shown())) {
            return Outcome.refused(RedactionRefusal.ORIGINAL_GONE);
        }
        Restored restored = told(actor, demand, redaction, note);
        List<Area> left = RedactPhoto.standing(redactions.ofCase(subject), photo.id());
        UUID back = covers.draw(
                photo.shown(), left.isEmpty() ? photo.id() : Ids.next(), photo.content(), photo.mediaType(), left);
        if (left.isEmpty()) {
            originals.unseal(photo.seal());
        }
        originals.hang(subject, photo.shown(), back);
        covers.remove(photo.shown());
        return Outcome.done(restored);
    }

    private Restored told(Actor actor, Demand demand, Redaction redaction, String note) {
        int version = demands.tell(
                actor,
                demand,
                DemandVerb.REDACT,
                (redaction.isOfPhoto() ? "恢复了照片里遮盖的 " : "恢复了文字里遮盖的 ") + redaction.places() + " 处。理由：" + note,
                "有 " + redaction.places() + " 处遮盖的内容已恢复");
        redactions.restore(actor, redaction, Justified.nameOf(actor), note, Time.now(clock));
        audit.record(
                actor,
                "redaction.restore",
                DemandId.SUBJECT,
                redaction.demand(),
                redaction.region(),
                Map.of("redaction", redaction.id()),
                null,
                null);
        return new Restored(redaction.id(), version);
    }
}
