package org.gongzhi.demand;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.privacy.Contacts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with demands. Every mutation takes {@code Idempotency-Key}; all but progress notes take {@code If-Match}. */
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
            @Nullable List<UUID> fileIds) {}

    record AcceptRequest(
            @Nullable Boolean publish, @Nullable String publicTitle) {}

    record ReasonRequest(@Nullable String reason, @Nullable String words) {
        String reasonOrNone() {
            return reason == null ? "" : reason;
        }
    }

    record WordsRequest(
            @Nullable String words,
            @Nullable String publicWords,
            @Nullable List<UUID> fileIds) {}

    record AssignRequest(
            @Nullable UUID departmentId,
            @Nullable UUID accountId,
            @Nullable String words) {}

    record SendDownRequest(String nodeCode, @Nullable String words) {}

    record SuspendRequest(@Nullable String reason, @Nullable String words, LocalDate reviewOn) {}

    record ExtendRequest(
            Instant dueAt,
            @Nullable String reason,
            @Nullable String words) {}

    record DecideRequest(boolean grant, @Nullable String words) {}

    record VerifyRequest(boolean passed, @Nullable String words) {}

    record MergeRequest(UUID intoId) {}

    record CallBackRequest(
            boolean valid,
            @Nullable Boolean contacted,
            @Nullable Boolean solved,
            @Nullable String satisfaction,
            @Nullable String words) {}

    record LookRequest(@Nullable String purpose, @Nullable String words) {}

    record Opened(@Nullable String name, @Nullable String phone, int visibleForSeconds) {}

    private static final int VISIBLE_FOR_SECONDS = 300;

    private final Commands commands;
    private final Answers answers;
    private final RaiseDemand raise;
    private final AcceptDemand accept;
    private final AssignDemand assign;
    private final HandleDemand handle;
    private final TransferDemand transfer;
    private final SuspendDemand suspend;
    private final ExtendDemand extend;
    private final PressDemand press;
    private final VerifyDemand verify;
    private final CallBackDemand callBack;
    private final JoinDemand join;
    private final LookAtContact look;

    DemandController(
            Commands commands,
            Answers answers,
            RaiseDemand raise,
            AcceptDemand accept,
            AssignDemand assign,
            HandleDemand handle,
            TransferDemand transfer,
            SuspendDemand suspend,
            ExtendDemand extend,
            PressDemand press,
            VerifyDemand verify,
            CallBackDemand callBack,
            JoinDemand join,
            LookAtContact look) {
        this.commands = commands;
        this.answers = answers;
        this.raise = raise;
        this.accept = accept;
        this.assign = assign;
        this.handle = handle;
        this.transfer = transfer;
        this.suspend = suspend;
        this.extend = extend;
        this.press = press;
        this.verify = verify;
        this.callBack = callBack;
        this.join = join;
        this.look = look;
    }

    @PostMapping
    ResponseEntity<?> register(
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
                                        files(body.fileIds())))));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<?> accept(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody AcceptRequest body) {
        return run(
                actor,
                request,
                body,
                version -> accept.accept(actor, new DemandId(id), version, body.publish(), body.publicTitle()));
    }

    @PostMapping("/{id}/return")
    ResponseEntity<?> giveBack(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return run(
                actor,
                request,
                body,
                version -> accept.giveBack(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    @PostMapping("/{id}/decline")
    ResponseEntity<?> decline(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return run(
                actor,
                request,
                body,
                version -> accept.decline(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    @PostMapping("/{id}/assignment")
    ResponseEntity<?> assign(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody AssignRequest body) {
        return run(
                actor,
                request,
                body,
                version -> assign.assign(
                        actor, new DemandId(id), version, body.departmentId(), body.accountId(), body.words()));
    }

    @PostMapping("/{id}/take-up")
    ResponseEntity<?> takeUp(@CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return run(actor, request, null, version -> handle.takeUp(actor, new DemandId(id), version));
    }

    @PostMapping("/{id}/progress")
    ResponseEntity<?> noteProgress(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> handle.noteProgress(
                        actor, new DemandId(id), body.words(), body.publicWords(), files(body.fileIds())));
    }

    @PostMapping("/{id}/verification-request")
    ResponseEntity<?> askVerification(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return run(
                actor,
                request,
                body,
                version -> handle.askVerification(
                        actor, new DemandId(id), version, body.words(), body.publicWords(), files(body.fileIds())));
    }

    @PostMapping("/{id}/pass-up")
    ResponseEntity<?> passUp(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return run(
                actor,
                request,
                body,
                version -> transfer.passUp(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    @PostMapping("/{id}/send-down")
    ResponseEntity<?> sendDown(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody SendDownRequest body) {
        return run(
                actor,
                request,
                body,
                version -> region(body.nodeCode(), "nodeCode")
                        .then(node -> transfer.sendDown(actor, new DemandId(id), version, node, body.words())));
    }

    @PostMapping("/{id}/receipt")
    ResponseEntity<?> receive(@CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return run(actor, request, null, version -> transfer.receive(actor, new DemandId(id), version));
    }

    @PostMapping("/{id}/transfer-return")
    ResponseEntity<?> returnTransfer(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return run(actor, request, body, version -> transfer.giveBack(actor, new DemandId(id), version, body.words()));
    }

    @PostMapping("/{id}/suspension")
    ResponseEntity<?> suspend(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody SuspendRequest body) {
        return run(
                actor,
                request,
                body,
                version -> suspend.suspend(
                        actor,
                        new DemandId(id),
                        version,
                        body.reason() == null ? "" : body.reason(),
                        body.words(),
                        body.reviewOn()));
    }

    @PostMapping("/{id}/resumption")
    ResponseEntity<?> resume(@CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return run(actor, request, null, version -> suspend.resume(actor, new DemandId(id), version));
    }

    @PostMapping("/{id}/extension")
    ResponseEntity<?> askExtension(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody ExtendRequest body) {
        return run(
                actor,
                request,
                body,
                version -> extend.ask(
                        actor,
                        new DemandId(id),
                        version,
                        body.dueAt(),
                        body.reason() == null ? "" : body.reason(),
                        body.words()));
    }

    @PostMapping("/{id}/extension-decision")
    ResponseEntity<?> decideExtension(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody DecideRequest body) {
        return run(
                actor,
                request,
                body,
                version -> extend.decide(actor, new DemandId(id), version, body.grant(), body.words()));
    }

    @PostMapping("/{id}/merge")
    ResponseEntity<?> merge(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody MergeRequest body) {
        return run(actor, request, body, version -> join.merge(actor, new DemandId(id), version, body.intoId()));
    }

    @PostMapping("/{id}/supervision")
    ResponseEntity<?> supervise(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return run(actor, request, body, version -> press.supervise(actor, new DemandId(id), version, body.words()));
    }

    @PostMapping("/{id}/urge")
    ResponseEntity<?> urge(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody ReasonRequest body) {
        return run(
                actor,
                request,
                body,
                version -> press.urge(actor, new DemandId(id), version, body.reasonOrNone(), body.words()));
    }

    @PostMapping("/{id}/verification")
    ResponseEntity<?> verify(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody VerifyRequest body) {
        return run(
                actor,
                request,
                body,
                version -> verify.verify(actor, new DemandId(id), version, body.passed(), body.words()));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<?> close(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return run(
                actor,
                request,
                body,
                version -> verify.close(actor, new DemandId(id), version, body.words(), body.publicWords()));
    }

    @PostMapping("/{id}/call-back")
    ResponseEntity<?> callBack(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody CallBackRequest body) {
        return run(
                actor,
                request,
                body,
                version -> callBack.callBack(
                        actor,
                        new DemandId(id),
                        version,
                        new CallBackDemand.Answer(
                                body.valid(),
                                body.contacted(),
                                body.solved(),
                                body.satisfaction(),
                                body.words() == null ? "" : body.words())));
    }

    @PostMapping("/{id}/reopening")
    ResponseEntity<?> reopen(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return run(actor, request, body, version -> callBack.reopen(actor, new DemandId(id), version, body.words()));
    }

    /** Not stored under an idempotency key: the answer is the one thing that must not lie in the database in the clear. */
    @PostMapping("/{id}/contact-look")
    ResponseEntity<?> lookAtContact(@CurrentActor Actor actor, @PathVariable UUID id, @RequestBody LookRequest body) {
        return answers.of(look.look(actor, new DemandId(id), body.purpose() == null ? "" : body.purpose(), body.words())
                .map(plain -> new Opened(plain.name(), plain.phone(), VISIBLE_FOR_SECONDS)));
    }

    record Looks(List<Contacts.Look> items) {}

    @GetMapping("/{id}/contact-looks")
    ResponseEntity<?> contactLooks(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(look.looks(actor, new DemandId(id)).map(Looks::new));
    }

    @FunctionalInterface
    private interface Versioned {
        Outcome<Receipt> at(int version);
    }

    private ResponseEntity<?> run(Actor actor, HttpServletRequest request, @Nullable Object body, Versioned work) {
        int version = Commands.version(request);
        return commands.run(actor, request, body, () -> work.at(version));
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
