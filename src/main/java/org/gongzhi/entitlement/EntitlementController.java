package org.gongzhi.entitlement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.redaction.SealedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 个人信息请求 for the staff: to read, with what would be shown, and to answer. */
@RestController
class EntitlementController {

    private final AnswerEntitlement answering;
    private final Entitlements entitlements;
    private final EntitlementPermissions permissions;
    private final PersonalRecords records;
    private final DemandLookup demands;
    private final DemandLookup.Joint cases;
    private final SealedTexts texts;
    private final Transactions transactions;
    private final Clock clock;
    private final Commands commands;
    private final Answers answers;

    EntitlementController(
            AnswerEntitlement answering,
            Entitlements entitlements,
            EntitlementPermissions permissions,
            PersonalRecords records,
            DemandLookup demands,
            DemandLookup.Joint cases,
            SealedTexts texts,
            Transactions transactions,
            Clock clock,
            Commands commands,
            Answers answers) {
        this.answering = answering;
        this.entitlements = entitlements;
        this.permissions = permissions;
        this.records = records;
        this.demands = demands;
        this.cases = cases;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
        this.commands = commands;
        this.answers = answers;
    }

    /**
     * One request.
     *
     * @param words of whoever asked
     * @param granted null while it waits
     * @param isOpen whether the case, or the one it was merged into, is under way: then it is not deleted
     * @param record what is stored of whoever asked
     */
    record Page(
            UUID id,
            UUID demandId,
            @OneOf(codes = EntitlementKind.class) String kind,
            Instant askedAt,
            Instant dueAt,
            Instant warnAt,
            @Nullable String words,
            @Nullable Boolean granted,

            @OneOf(codes = EntitlementGround.class) @Nullable
            String ground,

            @Nullable Instant answeredAt,
            @Nullable String answerer,
            @Nullable String answer,
            boolean mayAnswer,
            boolean isOpen,
            PersonalRecord record) {}

    /** @param granted null while it waits */
    record ListRow(
            UUID id,
            @OneOf(codes = EntitlementKind.class) String kind,
            Instant askedAt,
            Instant dueAt,
            Instant warnAt,
            @Nullable Boolean granted,

            @OneOf(codes = EntitlementGround.class) @Nullable
            String ground,

            @Nullable Instant answeredAt,
            @Nullable String answerer) {}

    record ListPage(List<ListRow> items) {}

    record AnswerRequest(
            @NotNull Boolean granted,
            @Nullable String ground,
            @Nullable @Size(max = 2000) String words,
            @Nullable @Valid CorrectionRequest correction) {}

    record CorrectionRequest(
            @Nullable @Size(max = 200) String title,
            @Nullable @Size(max = 4000) String words,
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 100) String phone) {}

    record Answered(UUID id, boolean granted) {}

    /** Latest first; at most a hundred. Nobody who may not read them is told whether there are any. */
    @GetMapping("/api/demands/{id}/entitlements")
    Answer<ListPage> ofCase(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(transactions.read(
                actor,
                () -> cases.find(new DemandId(id))
                        .map(_ -> new ListPage(
                                permissions.mayRead(actor)
                                        ? entitlements.ofCase(id).stream()
                                                .map(EntitlementController::row)
                                                .toList()
                                        : List.of()))));
    }

    private static ListRow row(Entitlement asked) {
        Entitlement.Answer answer = asked.answer();
        EntitlementGround ground = answer == null ? null : answer.ground();
        return new ListRow(
                asked.id(),
                asked.kind().code(),
                asked.askedAt(),
                asked.dueAt(),
                asked.warnAt(),
                answer == null ? null : answer.isGranted(),
                ground == null ? null : ground.code(),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.by());
    }

    @GetMapping("/api/entitlements/{id}")
    Answer<Page> one(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(transactions.read(
                actor,
                () -> entitlements
                        .find(id)
                        .filter(_ -> permissions.mayRead(actor))
                        .flatMap(asked ->
                                demands.find(new DemandId(asked.demand())).map(demand -> page(actor, asked, demand)))
                        .<Outcome<Page>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(EntitlementRefusal.UNKNOWN))));
    }

    private Page page(Actor actor, Entitlement asked, Demand demand) {
        Entitlement.Answer answer = asked.answer();
        EntitlementGround ground = answer == null ? null : answer.ground();
        return new Page(
                asked.id(),
                asked.demand(),
                asked.kind().code(),
                asked.askedAt(),
                asked.dueAt(),
                asked.warnAt(),
                texts.find(AskEntitlement.ASKED, asked.id()).orElse(null),
                answer == null ? null : answer.isGranted(),
                ground == null ? null : ground.code(),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.by(),
                texts.find(AnswerEntitlement.ANSWERED, asked.id()).orElse(null),
                answer == null
                        && permissions.mayAnswer(actor, asked, Time.now(clock)).isDone(),
                !AnswerEntitlement.hasEnded(demand) || entitlements.isMergedIntoOpen(asked.demand()),
                records.of(demand));
    }

    @PostMapping("/api/entitlements/{id}/answer")
    Answer.Changed<Answered> answer(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @Valid @RequestBody AnswerRequest body) {
        CorrectionRequest right = body.correction();
        return commands.run(
                actor,
                request,
                body,
                () -> answering
                        .answer(
                                actor,
                                id,
                                body.granted(),
                                body.ground(),
                                body.words(),
                                right == null
                                        ? AnswerEntitlement.Correction.NONE
                                        : new AnswerEntitlement.Correction(
                                                right.title(), right.words(), right.name(), right.phone()))
                        .map(answered -> new Answered(answered.id(), body.granted())));
    }
}
