package org.gongzhi.redaction;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.file.Covers;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.file.Files;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.redaction.Originals.Photo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Covers parts of a picture: it is drawn anew without them and stands under another address, and the original is sealed. */
@Component
class RedactPhoto {

    static final int MOST_AREAS = 20;

    private final Transactions transactions;
    private final DemandLookup.Joint demands;
    private final RedactionPermissions permissions;
    private final Redactions redactions;
    private final Originals originals;
    private final Files files;
    private final Covers covers;
    private final Audit audit;
    private final Clock clock;

    RedactPhoto(
            Transactions transactions,
            DemandLookup.Joint demands,
            RedactionPermissions permissions,
            Redactions redactions,
            Originals originals,
            Files files,
            Covers covers,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.demands = demands;
        this.permissions = permissions;
        this.redactions = redactions;
        this.originals = originals;
        this.files = files;
        this.covers = covers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param file what is shown instead now */
    record Covered(UUID id, int version, UUID file) {}

    Outcome<Covered> cover(
            Actor actor,
            DemandId id,
            int version,
            UUID file,
            List<Area> areas,
            @Nullable String reason,
            @Nullable String note) {
        return transactions.write(
                actor,
                () -> demands.hold(id, version)
                        .unless(demand -> permissions.mayCover(actor, demand))
                        .unless(_ -> areas.isEmpty()
                                        || areas.size() > MOST_AREAS
                                        || !areas.stream().allMatch(Area::fits)
                                ? Outcome.invalid("areas", RedactionRefusal.AREAS_OUT_OF_RANGE, MOST_AREAS)
                                : Outcome.done(areas))
                        .then(demand -> Justified.of(reason, note)
                                .then(why -> shown(demand, file)
                                        .map(picture -> covered(actor, demand, picture, areas, why)))));
    }

    private Outcome<Files.Content> shown(Demand demand, UUID file) {
        return Stream.of(file)
                .filter(each -> originals.isOnCase(demand.id().value(), each))
                .flatMap(each -> files.open(each).stream())
                .filter(Files.Content::isImage)
                .findFirst()
                .<Outcome<Files.Content>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("fileId", RedactionRefusal.PHOTO_UNKNOWN));
    }

    private Covered covered(Actor actor, Demand demand, Files.Content shown, List<Area> areas, Justified why) {
        UUID subject = demand.id().value();
        Instant now = Time.now(clock);
        Photo before = originals.photo(subject, shown.id()).orElse(null);
        UUID original = before == null ? shown.id() : before.id();
        byte[] content = before == null ? shown.bytes().array() : before.content();
        List<Area> all = new ArrayList<>(standing(redactions.ofCase(subject), original));
        all.addAll(areas);
        var made = why.redaction(Ids.next(), demand, original, areas, areas.size(), actor, now);
        int next = demands.tell(
                actor,
                demand,
                DemandVerb.REDACT,
                "遮盖了一张照片的 " + areas.size() + " 处。" + why.inRecords(),
                "一张照片有 " + areas.size() + " 处不再显示，原因：" + why.reason().inRecords());
        UUID instead = covers.draw(shown.id(), Ids.next(), content, shown.mediaType(), all);
        if (before == null) {
            originals.sealPhoto(subject, made.region(), original, instead, shown.mediaType(), content);
        }
        originals.hang(subject, shown.id(), instead);
        covers.remove(shown.id());
        redactions.add(actor, made);
        originals.forgetIfEnded(subject);
        audit.record(
                actor,
                "redaction.cover",
                DemandId.SUBJECT,
                subject,
                made.region(),
                null,
                Map.of("redaction", made.id(), "kind", "photo", "places", made.places()),
                why.reason().code());
        return new Covered(made.id(), next, instead);
    }

    /** What is still covered of a picture. */
    static List<Area> standing(List<Redaction> all, UUID photo) {
        return all.stream()
                .filter(each -> photo.equals(each.photo()) && each.restoredAt() == null)
                .flatMap(each -> each.areas().stream())
                .toList();
    }
}
