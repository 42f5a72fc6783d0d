package org.gongzhi.demand;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandChanges.Receipt;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Problems;
import org.gongzhi.http.RowVersion;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done with a demand by whoever has it, until the person concerned has judged. All but progress notes take {@code If-Match}. */
@RestController
@RequestMapping("/api/demands")
class HandlingController {

    record WordsRequest(
            @Nullable String words,
            @Nullable String publicWords,
            @Nullable List<UUID> fileIds) {}

    record SuspendRequest(@Nullable String reason, @Nullable String words, LocalDate reviewOn) {}

    record ExtendRequest(
            Instant dueAt,
            @Nullable String reason,
            @Nullable String words) {}

    record DecideRequest(boolean grant, @Nullable String words) {}

    /**
     * @param close passed, and closed at one go; only then with {@code publicWords}
     */
    record VerifyRequest(
            boolean passed,
            @Nullable String words,
            @Nullable Boolean close,
            @Nullable String publicWords) {

        boolean closes() {
            return Boolean.TRUE.equals(close);
        }
    }

    record CallBackRequest(
            boolean valid,
            @Nullable Boolean contacted,
            @Nullable Boolean solved,
            @Nullable String satisfaction,
            @Nullable String words) {}

    /** @param ids of those that go under it */
    record MergeAllRequest(List<UUID> ids) {}

    /**
     * @param merged whether it went under the lead
     * @param why the sentence of the refusal; absent when it went
     */
    record Tried(
            UUID id,
            @Nullable String number,
            boolean merged,
            @Nullable String why) {}

    record MergedTogether(int merged, List<Tried> items) {}

    private final Commands commands;
    private final HandleDemand handle;
    private final SuspendDemand suspend;
    private final ExtendDemand extend;
    private final VerifyDemand verify;
    private final CallBackDemand callBack;
    private final JoinDemand join;
    private final Problems problems;

    HandlingController(
            Commands commands,
            HandleDemand handle,
            SuspendDemand suspend,
            ExtendDemand extend,
            VerifyDemand verify,
            CallBackDemand callBack,
            JoinDemand join,
            Problems problems) {
        this.commands = commands;
        this.handle = handle;
        this.suspend = suspend;
        this.extend = extend;
        this.verify = verify;
        this.callBack = callBack;
        this.join = join;
        this.problems = problems;
    }

    @PostMapping("/{id}/take-up")
    Answer.Changed<Receipt> takeUp(
            @CurrentActor Actor actor, HttpServletRequest request, @RowVersion int version, @PathVariable UUID id) {
        return commands.run(actor, request, null, () -> handle.takeUp(actor, new DemandId(id), version));
    }

    @PostMapping("/{id}/progress")
    Answer.Changed<Receipt> noteProgress(
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
    Answer.Changed<Receipt> askVerification(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> handle.askVerification(
                        actor, new DemandId(id), version, body.words(), body.publicWords(), files(body.fileIds())));
    }

    @PostMapping("/{id}/suspension")
    Answer.Changed<Receipt> suspend(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody SuspendRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> suspend.suspend(
                        actor,
                        new DemandId(id),
                        version,
                        body.reason() == null ? "" : body.reason(),
                        body.words(),
                        body.reviewOn()));
    }

    @PostMapping("/{id}/resumption")
    Answer.Changed<Receipt> resume(
            @CurrentActor Actor actor, HttpServletRequest request, @RowVersion int version, @PathVariable UUID id) {
        return commands.run(actor, request, null, () -> suspend.resume(actor, new DemandId(id), version));
    }

    @PostMapping("/{id}/extension")
    Answer.Changed<Receipt> askExtension(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody ExtendRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> extend.ask(
                        actor,
                        new DemandId(id),
                        version,
                        body.dueAt(),
                        body.reason() == null ? "" : body.reason(),
                        body.words()));
    }

    @PostMapping("/{id}/extension-decision")
    Answer.Changed<Receipt> decideExtension(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody DecideRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> extend.decide(actor, new DemandId(id), version, body.grant(), body.words()));
    }

    @PostMapping("/{id}/verification")
    Answer.Changed<Receipt> verify(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody VerifyRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> body.closes()
                        ? verify.verifyAndClose(
                                actor, new DemandId(id), version, body.passed(), body.words(), body.publicWords())
                        : verify.verify(actor, new DemandId(id), version, body.passed(), body.words()));
    }

    @PostMapping("/{id}/closing")
    Answer.Changed<Receipt> close(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> verify.close(actor, new DemandId(id), version, body.words(), body.publicWords()));
    }

    @PostMapping("/{id}/call-back")
    Answer.Changed<Receipt> callBack(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody CallBackRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> callBack.callBack(
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
    Answer.Changed<Receipt> reopen(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor, request, body, () -> callBack.reopen(actor, new DemandId(id), version, body.words()));
    }

    /** 合并几件 under the one at this address: one command; what is refused is told and holds nothing else up. */
    @PostMapping("/{id}/merged-together")
    Answer.Changed<MergedTogether> mergeAll(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody MergeAllRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> join.mergeAll(actor, new DemandId(id), files(body.ids())).map(this::told));
    }

    private MergedTogether told(List<JoinDemand.Tried> all) {
        List<Tried> items = all.stream()
                .map(each -> new Tried(
                        each.id(),
                        each.number(),
                        each.outcome().isDone(),
                        each.outcome() instanceof Outcome.Refused<?> refused
                                ? problems.sentence(refused.reason(), refused.facts())
                                : null))
                .toList();
        return new MergedTogether((int) items.stream().filter(Tried::merged).count(), items);
    }

    private static List<UUID> files(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }
}
