package org.gongzhi.callout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.callout.CalloutChanges.Receipt;
import org.gongzhi.demand.DemandId;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.RowVersion;
import org.gongzhi.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people do with calls. Every mutation takes {@code Idempotency-Key}; {@code If-Match} is the demand's version for a whistle, the call's own after it. */
@RestController
class CalloutController {

    record BodyRequest(
            @Nullable UUID departmentId,
            @Nullable String name,
            boolean lead,
            @Nullable String words,
            @Nullable Instant dueAt) {}

    record CallRequest(
            @Nullable String reason,
            @Nullable String words,
            @Nullable List<BodyRequest> bodies) {}

    record WordsRequest(
            @Nullable String words,
            @Nullable String publicWords,
            @Nullable List<UUID> fileIds) {}

    record RefuseRequest(@Nullable String reason, @Nullable String words) {}

    record RuleRequest(boolean stands, @Nullable String words) {}

    record GradeRequest(@Nullable String grade, @Nullable String words) {}

    private final Commands commands;
    private final BlowWhistle whistle;
    private final AnswerCall answer;
    private final DecideOnCall decide;
    private final GradeCall grade;

    CalloutController(Commands commands, BlowWhistle whistle, AnswerCall answer, DecideOnCall decide, GradeCall grade) {
        this.commands = commands;
        this.whistle = whistle;
        this.answer = answer;
        this.decide = decide;
        this.grade = grade;
    }

    @PostMapping("/api/demands/{id}/callouts")
    Answer.Created<BlowWhistle.Blown> call(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody CallRequest body) {
        List<BlowWhistle.Body> bodies = body.bodies() == null
                ? List.of()
                : body.bodies().stream()
                        .map(one -> new BlowWhistle.Body(
                                one.departmentId(), one.name(), one.lead(), one.words(), one.dueAt()))
                        .toList();
        return commands.created(
                actor,
                request,
                body,
                () -> whistle.call(
                        actor,
                        new DemandId(id),
                        version,
                        body.reason() == null ? "" : body.reason(),
                        body.words(),
                        bodies));
    }

    @PostMapping("/api/callouts/{id}/arrival")
    Answer.Changed<Receipt> arrive(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(actor, request, body, () -> answer.arrive(actor, new CalloutId(id), version, body.words()));
    }

    @PostMapping("/api/callouts/{id}/refusal")
    Answer.Changed<Receipt> refuse(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody RefuseRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> answer.refuse(
                        actor, new CalloutId(id), version, body.reason() == null ? "" : body.reason(), body.words()));
    }

    @PostMapping("/api/callouts/{id}/ruling")
    Answer.Changed<Receipt> rule(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody RuleRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> decide.rule(actor, new CalloutId(id), version, body.stands(), body.words()));
    }

    @PostMapping("/api/callouts/{id}/progress")
    Answer.Changed<Receipt> noteProgress(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> answer.noteProgress(actor, new CalloutId(id), body.words(), files(body.fileIds())));
    }

    @PostMapping("/api/callouts/{id}/result")
    Answer.Changed<Receipt> finish(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor,
                request,
                body,
                () -> answer.finish(
                        actor, new CalloutId(id), version, body.words(), body.publicWords(), files(body.fileIds())));
    }

    @PostMapping("/api/callouts/{id}/withdrawal")
    Answer.Changed<Receipt> withdraw(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor, request, body, () -> decide.withdraw(actor, new CalloutId(id), version, body.words()));
    }

    @PostMapping("/api/callouts/{id}/supervision")
    Answer.Changed<Receipt> supervise(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(
                actor, request, body, () -> decide.supervise(actor, new CalloutId(id), version, body.words()));
    }

    @PostMapping("/api/callouts/{id}/grade")
    Answer.Changed<Receipt> grade(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody GradeRequest body) {
        return commands.run(
                actor, request, body, () -> grade.grade(actor, new CalloutId(id), version, body.grade(), body.words()));
    }

    @PostMapping("/api/callouts/{id}/answer")
    Answer.Changed<Receipt> answer(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @RowVersion int version,
            @PathVariable UUID id,
            @RequestBody WordsRequest body) {
        return commands.run(actor, request, body, () -> grade.answer(actor, new CalloutId(id), version, body.words()));
    }

    private static List<UUID> files(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }
}
