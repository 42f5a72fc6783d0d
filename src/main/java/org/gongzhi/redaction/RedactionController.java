package org.gongzhi.redaction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.RowVersion;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 遮盖: what is covered in a case, and who looked at it all the same. */
@RestController
class RedactionController {

    private static final int VISIBLE_FOR_SECONDS = 300;

    private final RedactWords words;
    private final RedactPhoto photo;
    private final RestoreOriginal restore;
    private final LookAtOriginal look;
    private final RedactionPermissions permissions;
    private final Redactions redactions;
    private final DemandLookup.Joint demands;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;

    RedactionController(
            RedactWords words,
            RedactPhoto photo,
            RestoreOriginal restore,
            LookAtOriginal look,
            RedactionPermissions permissions,
            Redactions redactions,
            DemandLookup.Joint demands,
            Transactions transactions,
            Commands commands,
            Answers answers) {
        this.words = words;
        this.photo = photo;
        this.restore = restore;
        this.look = look;
        this.permissions = permissions;
        this.redactions = redactions;
        this.demands = demands;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
    }

    /** @param file the original picture; null for words */
    record Item(
            UUID id,
            @Nullable UUID file,
            int places,

            @OneOf({"privacy", "number", "minor", "unproven", "abuse", "secret", "other"})
            String reason,

            @Nullable String note,
            String maker,
            Instant madeAt,
            @Nullable String restorer,
            @Nullable Instant restoredAt,
            @Nullable String restoreNote) {}

    record LookRow(
            Instant at,
            UUID redactionId,
            String looker,

            @OneOf({"verification", "legal", "restore", "other"})
            String purpose,

            @Nullable String words) {}

    record Page(boolean mayCover, boolean mayOpen, List<Item> items, List<LookRow> looks) {}

    record WordsRequest(
            @NotNull @Size(max = 2000) String words,
            @NotNull String reason,
            @Nullable @Size(max = 2000) String note) {}

    /** In shares of the picture's width and height from its upper left corner. */
    record AreaRequest(
            @NotNull Double left,
            @NotNull Double top,
            @NotNull Double width,
            @NotNull Double height) {

        private Area area() {
            return new Area(left, top, width, height);
        }
    }

    record PhotoRequest(
            @NotNull UUID fileId,
            @NotNull @Size(max = 100) List<@Valid AreaRequest> areas,
            @NotNull String reason,
            @Nullable @Size(max = 2000) String note) {}

    record LookRequest(
            @Nullable String purpose,
            @Nullable @Size(max = 2000) String words) {}

    record RestoreRequest(@NotNull @Size(max = 2000) String note) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Opened(
            @Nullable String words,
            List<String> texts,
            byte @Nullable [] photo,
            @Nullable String mediaType,
            int visibleForSeconds) {}

    @GetMapping("/api/demands/{id}/redactions")
    Answer<Page> ofCase(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(transactions.read(
                actor, () -> demands.find(new DemandId(id)).map(called -> page(actor, called.demand()))));
    }

    private Page page(Actor actor, Demand demand) {
        UUID id = demand.id().value();
        return new Page(
                permissions.mayCover(actor, demand).isDone(),
                permissions.mayOpen(actor, demand).isDone(),
                redactions.ofCase(id).reversed().stream()
                        .map(each -> new Item(
                                each.id(),
                                each.photo(),
                                each.places(),
                                each.reason(),
                                each.note(),
                                each.maker(),
                                each.madeAt(),
                                each.restorer(),
                                each.restoredAt(),
                                each.restoreNote()))
                        .toList(),
                redactions.looks(id).stream()
                        .map(each ->
                                new LookRow(each.at(), each.redaction(), each.looker(), each.purpose(), each.words()))
                        .toList());
    }

    @PostMapping("/api/demands/{id}/redactions/words")
    Answer.Created<RedactWords.Covered> coverWords(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody WordsRequest body) {
        return commands.created(
                actor,
                request,
                body,
                () -> words.cover(actor, new DemandId(id), version, body.words(), body.reason(), body.note()));
    }

    @PostMapping("/api/demands/{id}/redactions/photos")
    Answer.Created<RedactPhoto.Covered> coverPhoto(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody PhotoRequest body) {
        return commands.created(
                actor,
                request,
                body,
                () -> photo.cover(
                        actor,
                        new DemandId(id),
                        version,
                        body.fileId(),
                        body.areas().stream().map(AreaRequest::area).toList(),
                        body.reason(),
                        body.note()));
    }

    /** Not stored under an idempotency key: the answer is the one thing that must not lie in the database in the clear. */
    @PostMapping("/api/redactions/{id}/look")
    Answer<Opened> look(@CurrentActor Actor actor, @PathVariable UUID id, @Valid @RequestBody LookRequest body) {
        return answers.of(look.look(actor, id, body.purpose(), body.words())
                .map(opened -> new Opened(
                        opened.words(), opened.texts(), opened.photo(), opened.mediaType(), VISIBLE_FOR_SECONDS)));
    }

    @PostMapping("/api/redactions/{id}/restoration")
    Answer.Changed<RestoreOriginal.Restored> restore(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @Valid @RequestBody RestoreRequest body) {
        return commands.run(actor, request, body, () -> restore.restore(actor, id, version, body.note()));
    }
}
