package org.gongzhi.demand;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.RowVersion;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.privacy.Contacts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a demand comes in and whose it becomes. Every mutation takes {@code Idempotency-Key} and, once there is a demand, {@code If-Match}. */
@RestController
@RequestMapping("/api/demands")
class DemandController {

    record RegisterRequest(
            String regionCode,
            String kind,
            String channel,
            String words,
            @Nullable String title,
            @Nullable String place,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean anonymous,
            @Nullable String name,
            @Nullable String phone,
            @Nullable List<UUID> fileIds,
            @Nullable Map<String, List<String>> answers) {}

    record AcceptRequest(
            @Nullable Boolean publish, @Nullable String publicTitle) {}

    record ReasonRequest(@Nullable String reason, @Nullable String words) {
        String reasonOrNone() {
            return reason == null ? "" : reason;
        }
    }

    record AssignRequest(
            @Nullable UUID departmentId,
            @Nullable UUID accountId,
            @Nullable String words) {}

    record SendDownRequest(String nodeCode, @Nullable String words) {}

    record MergeRequest(UUID intoId) {}

    record LookRequest(@Nullable String purpose, @Nullable String words) {}

    record Opened(@Nullable String name, @Nullable String phone, int visibleForSeconds) {}

    private static final int VISIBLE_FOR_SECONDS = 300;

    private final Commands commands;
    private final Answers answers;
    private final RaiseDemand raise;
    private final AcceptDemand accept;
    private final AssignDemand assign;
    private final TransferDemand transfer;
    private final PressDemand press;
    private final JoinDemand join;
    private final LookAtContact look;

    DemandController(
            Commands commands,
            Answers answers,
            RaiseDemand raise,
            AcceptDemand accept,
            AssignDemand assign,
            TransferDemand transfer,
            PressDemand press,
            JoinDemand join,
            LookAtContact look) {
        this.commands = commands;
        this.answers = answers;
        this.raise = raise;
        this.accept = accept;
        this.assign = assign;
        this.transfer = transfer;
        this.press = press;
        this.join = join;
        this.look = look;
    }

    @PostMapping
    Answer.Created<RaiseDemand.Heard> register(
            @CurrentActor Actor actor, HttpServletRequest request, @RequestBody RegisterRequest body) {
        return commands.created(
                actor,
                request,
                body,
                () -> region(body.regionCode(), "regionCode")
                        .then(region -> raise.register(
                                actor,
                                new RaiseDemand.Said(
                                        region,
                                        body.kind(),
                                        body.channel(),
                                        body.words(),
                                        body.title(),
                                        body.place(),
                                        body.lng(),
                                        body.lat(),
                                        body.anonymous(),
                                        body.name(),
                                        body.phone(),
                                        files(body.fileIds()),
                                        body.answers() == null ? Map.of() : body.answers()))));
    }

    @PostMapping("/{id}/acceptance")
    Answer.Changed<Receipt> accept(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody AcceptRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> accept.accept(actor, new DemandId(id), version, body.publish(), body.publicTitle()));
    }

    @PostMapping("/{id}/return")
    Answer.Changed<Receipt> giveBack(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> accept.giveBack(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    @PostMapping("/{id}/decline")
    Answer.Changed<Receipt> decline(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> accept.decline(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    @PostMapping("/{id}/assignment")
    Answer.Changed<Receipt> assign(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody AssignRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> assign.assign(
                        actor, new DemandId(id), version, body.departmentId(), body.accountId(), body.words()));
    }

    @PostMapping("/{id}/pass-up")
    Answer.Changed<Receipt> passUp(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> transfer.passUp(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    @PostMapping("/{id}/send-down")
    Answer.Changed<Receipt> sendDown(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody SendDownRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> region(body.nodeCode(), "nodeCode")
                        .then(node -> transfer.sendDown(actor, new DemandId(id), version, node, body.words())));
    }

    @PostMapping("/{id}/receipt")
    Answer.Changed<Receipt> receive(
            @CurrentActor Actor actor, HttpServletRequest request, @RowVersion int version, @PathVariable UUID id) {
        return commands.run(actor, request, null, () -> transfer.receive(actor, new DemandId(id), version));
    }

    @PostMapping("/{id}/transfer-return")
    Answer.Changed<Receipt> returnTransfer(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody HandlingController.WordsRequest body) {
        return commands.run(
                actor, request, body, () -> transfer.giveBack(actor, new DemandId(id), version, body.words()));
    }

    @PostMapping("/{id}/merge")
    Answer.Changed<Receipt> merge(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody MergeRequest body) {
        return commands.run(actor, request, body, () -> join.merge(actor, new DemandId(id), version, body.intoId()));
    }

    @PostMapping("/{id}/unmerge")
    Answer.Changed<Receipt> unmerge(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody HandlingController.WordsRequest body) {
        return commands.run(actor, request, body, () -> join.unmerge(actor, new DemandId(id), version, body.words()));
    }

    @PostMapping("/{id}/supervision")
    Answer.Changed<Receipt> supervise(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody HandlingController.WordsRequest body) {
        return commands.run(
                actor, request, body, () -> press.supervise(actor, new DemandId(id), version, body.words()));
    }

    @PostMapping("/{id}/urge")
    Answer.Changed<Receipt> urge(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> press.urge(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    /** Not stored under an idempotency key: the answer is the one thing that must not lie in the database in the clear. */
    @PostMapping("/{id}/contact-look")
    Answer<Opened> lookAtContact(@CurrentActor Actor actor, @PathVariable UUID id, @RequestBody LookRequest body) {
        return answers.of(look.look(actor, new DemandId(id), body.purpose() == null ? "" : body.purpose(), body.words())
                .map(plain -> new Opened(plain.name(), plain.phone(), VISIBLE_FOR_SECONDS)));
    }

    @GetMapping("/{id}/contact-looks")
    Answer<Items<Contacts.Look>> contactLooks(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(look.looks(actor, new DemandId(id)).map(Items::new));
    }

    private static List<UUID> files(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    private static Outcome<RegionCode> region(@Nullable String code, String field) {
        return RegionCode.parse(code == null ? "" : code)
                .<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid(field, DemandRefusal.REGION_NOT_WORKING));
    }
}
