package org.gongzhi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Function;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.ResidentDemands;
import org.gongzhi.file.FileAnswer;
import org.gongzhi.file.Files;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.portal.FollowUps.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** To follow a matter by its code, add to it and judge it. The code travels in the header {@code X-Case-Code}, never in an address. */
@RestController
@RequestMapping("/public/cases")
class PublicCaseController extends HolderController {

    record Standing(@OneOf(codes = DemandStatus.class) String status) {}

    record WordsRequest(@Nullable String words) {}

    record JudgeRequest(
            @Nullable Boolean solved,
            @Nullable Boolean contacted,
            @Nullable String satisfaction,
            @Nullable String words) {}

    private final ResidentDemands demands;
    private final PublicCase cases;
    private final Commands commands;
    private final Answers answers;

    PublicCaseController(
            ResidentDemands demands,
            FollowUps followUps,
            RateLimits limits,
            PublicCase cases,
            Commands commands,
            Answers answers) {
        super(followUps, limits);
        this.demands = demands;
        this.cases = cases;
        this.commands = commands;
        this.answers = answers;
    }

    @GetMapping
    Answer<PublicCase.Page> read(
            HttpServletRequest request, @RequestHeader(name = CODE, required = false) @Nullable String code) {
        return answers.of(holder(request, code).then(cases::read));
    }

    @GetMapping("/files/{id}")
    Answer<byte[]> file(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestHeader(name = CODE, required = false) @Nullable String code) {
        Outcome<Files.Content> found = holder(request, code)
                .then(holder -> cases.file(holder, id)
                        .<Outcome<Files.Content>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(PublicRefusal.MATTER_UNKNOWN)));
        return switch (found) {
            case Outcome.Done<Files.Content>(Files.Content content) -> Answer.of(FileAnswer.of(content));
            case Outcome.Refused<Files.Content> refused -> answers.refused(refused);
        };
    }

    @PostMapping("/words")
    Answer.Changed<Standing> addWords(
            HttpServletRequest request,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestBody WordsRequest body) {
        return asRaiser(
                request,
                code,
                body,
                holder -> demands.addWords(holder.resident(), holder.opened().demand(), body.words()));
    }

    @PostMapping("/judgement")
    Answer.Changed<Standing> judge(
            HttpServletRequest request,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestBody JudgeRequest body) {
        return asRaiser(
                request,
                code,
                body,
                holder -> demands.judge(
                        holder.resident(),
                        holder.opened().demand(),
                        body.contacted(),
                        body.solved(),
                        body.satisfaction(),
                        body.words()));
    }

    private Answer.Changed<Standing> asRaiser(
            HttpServletRequest request,
            @Nullable String code,
            Object body,
            Function<Holder, Outcome<ResidentDemands.Standing>> work) {
        return switch (raiser(request, code, "public-words")) {
            case Outcome.Done<Holder>(Holder holder) ->
                commands.run(
                        holder.resident(),
                        request,
                        body,
                        () -> work.apply(holder).map(standing -> new Standing(standing.status())));
            case Outcome.Refused<Holder> refused -> commands.refused(refused);
        };
    }
}
