package org.gongzhi.staffing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 职责: given, ended, and for those that reach far proposed and confirmed. */
@RestController
class DutyController {

    private static final int MOST = 100;

    private final DutyProposals proposals;
    private final GrantDuty grantDuty;
    private final EndDuty endDuty;
    private final DecideProposal decideProposal;
    private final StaffingPermissions permissions;
    private final StaffNames names;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    DutyController(
            DutyProposals proposals,
            GrantDuty grantDuty,
            EndDuty endDuty,
            DecideProposal decideProposal,
            StaffingPermissions permissions,
            StaffNames names,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Clock clock) {
        this.proposals = proposals;
        this.grantDuty = grantDuty;
        this.endDuty = endDuty;
        this.decideProposal = decideProposal;
        this.permissions = permissions;
        this.names = names;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param levels of the tree at which it can be held */
    record Kind(
            String code, String name, List<Integer> levels, boolean needsDepartment, boolean mayNeedASecondPerson) {}

    record GrantRequest(
            @NotNull String kind,
            @NotNull String regionCode,
            @Nullable UUID departmentId,
            @Nullable List<String> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(max = 2000) String reason) {}

    record EndRequest(@Nullable LocalDate lastDay) {}

    record DeclineRequest(@NotNull @Size(max = 2000) String words) {}

    record ProposalRow(
            UUID id,
            UUID accountId,
            String login,
            String name,
            String kind,
            String kindName,
            String place,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            String proposer,
            Instant proposedAt,

            @OneOf({"confirmed", "declined", "withdrawn"}) @Nullable
            String decision,

            @Nullable String decider,
            @Nullable Instant decidedAt,
            @Nullable String words,
            boolean mayDecide) {}

    @GetMapping("/api/duty-kinds")
    Items<Kind> kinds() {
        return new Items<>(StaffNames.KINDS.stream()
                .map(kind -> new Kind(
                        kind.code(),
                        names.duty(kind),
                        StaffNames.levels(kind),
                        kind == DutyKind.DEPARTMENT_HANDLER,
                        kind == DutyKind.OBSERVER
                                || kind.isAdministrator()
                                || StaffNames.levels(kind).equals(List.of(Region.DISTRICT))))
                .toList());
    }

    @PostMapping("/api/accounts/{id}/duties")
    Answer.Created<GrantDuty.Granted> grant(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @Valid @RequestBody GrantRequest body,
            HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.created(
                keeper,
                request,
                body,
                () -> read(id, body).then(grant -> grantDuty.grant(keeper, grant, body.reason())));
    }

    private Outcome<Accounts.Grant> read(UUID account, GrantRequest body) {
        DutyKind kind = StaffNames.kind(body.kind()).orElse(null);
        RegionCode node = RegionCode.parse(body.regionCode()).orElse(null);
        if (kind == null) {
            return Outcome.invalid("kind", StaffingRefusal.DUTY_KIND_UNKNOWN);
        }
        if (node == null) {
            return Outcome.invalid("regionCode", StaffingRefusal.REGION_UNKNOWN);
        }
        List<String> kinds = body.kinds();
        return Outcome.done(new Accounts.Grant(
                account,
                kind,
                node,
                body.departmentId(),
                kinds == null || kinds.isEmpty() ? null : kinds,
                body.from() == null ? Time.today(clock) : body.from(),
                body.until()));
    }

    @PostMapping("/api/accounts/{id}/duties/{duty}/end")
    Answer.Changed<EndDuty.Ended> end(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID duty,
            @Valid @RequestBody EndRequest body,
            HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, body, () -> endDuty.end(keeper, id, duty, body.lastDay()));
    }

    /** Latest first. */
    @GetMapping("/api/duty-proposals")
    Answer<Page<ProposalRow>> proposals(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        Actor reader = permissions.reaching(actor);
        return answers.of(permissions
                .mayLook(actor)
                .map(_ -> transactions.read(reader, () -> proposals.page(open, after, Math.clamp(limit, 1, MOST))))
                .map(page -> new Page<>(
                        page.items().stream().map(each -> row(actor, each)).toList(), page.next(), null)));
    }

    private ProposalRow row(Actor actor, DutyProposals.Proposal proposal) {
        return new ProposalRow(
                proposal.id(),
                proposal.account(),
                proposal.login(),
                proposal.name(),
                proposal.kind().code(),
                names.duty(proposal.kind()),
                names.place(proposal.region()),
                proposal.from(),
                proposal.until(),
                proposal.reason(),
                proposal.proposer(),
                proposal.proposedAt(),
                proposal.decision(),
                proposal.decider(),
                proposal.decidedAt(),
                proposal.words(),
                proposal.decision() == null
                        && actor.duty() == DutyKind.SECURITY_ADMINISTRATOR
                        && !actor.standsFor(proposal.proposedBy())
                        && !actor.standsFor(proposal.account()));
    }

    @PostMapping("/api/duty-proposals/{id}/confirmation")
    Answer.Changed<DecideProposal.Decided> confirm(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor decider = permissions.reaching(actor);
        return commands.run(decider, request, null, () -> decideProposal.confirm(decider, id));
    }

    @PostMapping("/api/duty-proposals/{id}/refusal")
    Answer.Changed<DecideProposal.Decided> decline(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @Valid @RequestBody DeclineRequest body,
            HttpServletRequest request) {
        Actor decider = permissions.reaching(actor);
        return commands.run(decider, request, body, () -> decideProposal.decline(decider, id, body.words()));
    }

    @PostMapping("/api/duty-proposals/{id}/withdrawal")
    Answer.Changed<DecideProposal.Decided> withdraw(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, null, () -> decideProposal.withdraw(keeper, id));
    }
}
