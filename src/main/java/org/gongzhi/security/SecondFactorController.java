package org.gongzhi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 第二因素 of a territory: who has one, which duties demand one. */
@RestController
@RequestMapping("/api/security")
class SecondFactorController {

    private static final int MOST = 100;

    private final SecurityPermissions permissions;
    private final SecondFactorQueries queries;
    private final ResetSecondFactor resetSecondFactor;
    private final DemandSecondFactor demandSecondFactor;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Problems problems;
    private final Clock clock;

    SecondFactorController(
            SecurityPermissions permissions,
            SecondFactorQueries queries,
            ResetSecondFactor resetSecondFactor,
            DemandSecondFactor demandSecondFactor,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Problems problems,
            Clock clock) {
        this.permissions = permissions;
        this.queries = queries;
        this.resetSecondFactor = resetSecondFactor;
        this.demandSecondFactor = demandSecondFactor;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    record PersonRow(
            UUID accountId,
            String login,
            String name,
            String home,
            @Nullable Instant since,
            boolean isDemanded,
            boolean isOwn) {}

    /** @param isAdvised the three administrators', who keep the house */
    record DemandRow(
            String duty,
            String name,
            boolean isDemanded,
            boolean isDemandedAbove,
            boolean isAdvised,
            int holders,
            int without) {}

    record ResetRequest(
            @Nullable @Size(max = 200, message = "{security.reason-too-long}")
            String reason) {}

    record DemandRequest(@NotNull Boolean isDemanded) {}

    @GetMapping("/second-factors")
    Answer<Page<PersonRow>> people(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @OneOf({"on", "off", "owing"}) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        return answers.of(permissions
                .maySecure(actor)
                .map(reader -> transactions.read(
                        reader,
                        () -> queries.people(
                                regions.get(actor.node()),
                                Words.tidyOrNull(q),
                                Words.tidyOrNull(state),
                                after,
                                Time.today(clock),
                                Math.clamp(limit, 1, MOST))))
                .map(page -> new Page<>(
                        page.items().stream()
                                .map(person -> new PersonRow(
                                        person.accountId(),
                                        person.login(),
                                        person.name(),
                                        person.home() == null ? "" : regions.pathText(person.home()),
                                        person.since(),
                                        person.isDemanded(),
                                        actor.standsFor(person.accountId())))
                                .toList(),
                        page.next(),
                        null)));
    }

    /** Sent twice it does no harm: the second time there is nothing to take away. */
    @PostMapping("/second-factors/{account}/reset")
    Answer<ResetSecondFactor.Reset> reset(
            @CurrentActor Actor actor, @PathVariable UUID account, @Valid @RequestBody ResetRequest body) {
        return answers.of(resetSecondFactor.reset(actor, account, body.reason()));
    }

    @GetMapping("/second-factor-demands")
    Answer<Items<DemandRow>> demands(@CurrentActor Actor actor) {
        return answers.of(permissions
                .maySecure(actor)
                .map(reader -> new Items<>(
                        transactions
                                .read(reader, () -> queries.demands(regions.get(actor.node()), Time.today(clock)))
                                .stream()
                                .map(demand -> new DemandRow(
                                        demand.kind().code(),
                                        problems.word(
                                                "identity.duty." + demand.kind().code()),
                                        demand.isDemanded(),
                                        demand.isDemandedAbove(),
                                        demand.kind().isAdministrator(),
                                        demand.holders(),
                                        demand.without()))
                                .toList())));
    }

    @PutMapping("/second-factor-demands/{duty}")
    Answer.Changed<DemandSecondFactor.Demanded> demand(
            @CurrentActor Actor actor,
            @PathVariable String duty,
            @Valid @RequestBody DemandRequest body,
            HttpServletRequest request) {
        Actor guard = permissions.reaching(actor);
        return commands.run(
                guard,
                request,
                body,
                () -> kind(guard, duty).then(kind -> demandSecondFactor.set(guard, kind, body.isDemanded())));
    }

    private Outcome<DutyKind> kind(Actor guard, String duty) {
        return permissions
                .maySecure(guard)
                .then(_ -> PermissionTable.DUTIES.stream()
                        .filter(kind -> kind.code().equals(duty))
                        .findFirst()
                        .<Outcome<DutyKind>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(SecurityRefusal.DUTY_KIND_UNKNOWN)));
    }
}
