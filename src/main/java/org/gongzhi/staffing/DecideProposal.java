package org.gongzhi.staffing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The second person's word on a duty that reaches far: the security administrator confirms or declines what the system administrator proposed. */
@Component
class DecideProposal {

    private final StaffingPermissions permissions;
    private final DutyProposals proposals;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    DecideProposal(
            StaffingPermissions permissions,
            DutyProposals proposals,
            Accounts accounts,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.proposals = proposals;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Decided(UUID id, String decision) {}

    Outcome<Decided> confirm(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayDecide(actor)
                        .then(_ -> waiting(id))
                        .unless(proposal -> secondPerson(actor, proposal))
                        .unless(proposal -> accounts.grant(granted(proposal), proposal.proposedBy())
                                .<Outcome<UUID>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(
                                        proposal.kind().isAdministrator()
                                                ? StaffingRefusal.OTHER_ADMINISTRATOR_DUTY
                                                : StaffingRefusal.DUTY_HELD_ALREADY)))
                        .map(proposal -> decide(actor, proposal, "confirmed", null)));
    }

    Outcome<Decided> decline(Actor actor, UUID id, String typedWords) {
        String words = Words.tidy(typedWords);
        return transactions.write(
                actor,
                () -> permissions
                        .mayDecide(actor)
                        .then(_ -> waiting(id))
                        .unless(_ -> words.isEmpty() || words.length() > 200
                                ? Outcome.invalid("words", StaffingRefusal.REASON_MISSING, "")
                                : Outcome.done(words))
                        .unless(proposal -> secondPerson(actor, proposal))
                        .map(proposal -> decide(actor, proposal, "declined", words)));
    }

    /** Whoever proposed it thinks better of it. */
    Outcome<Decided> withdraw(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayKeepPeople(actor)
                        .then(_ -> waiting(id))
                        .map(proposal -> decide(actor, proposal, "withdrawn", null)));
    }

    private Outcome<DutyProposals.Proposal> waiting(UUID id) {
        return proposals
                .take(id)
                .<Outcome<DutyProposals.Proposal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(StaffingRefusal.PROPOSAL_UNKNOWN))
                .unless(proposal -> proposal.decision() == null
                        ? Outcome.done(proposal)
                        : Outcome.refused(
                                StaffingRefusal.PROPOSAL_DECIDED,
                                proposal.decider() == null ? "" : proposal.decider()));
    }

    private static Outcome<UUID> secondPerson(Actor actor, DutyProposals.Proposal proposal) {
        return actor.standsFor(proposal.proposedBy()) || actor.standsFor(proposal.account())
                ? Outcome.refused(StaffingRefusal.NEEDS_A_SECOND_PERSON)
                : Outcome.done(proposal.id());
    }

    /** What was to begin on a day that has passed begins when it is confirmed. */
    private Accounts.Grant granted(DutyProposals.Proposal proposal) {
        LocalDate today = Time.today(clock);
        LocalDate from = proposal.from().isBefore(today) ? today : proposal.from();
        LocalDate until = proposal.until();
        return new Accounts.Grant(
                proposal.account(),
                proposal.kind(),
                proposal.region(),
                null,
                proposal.kinds(),
                from,
                until == null || !until.isBefore(from) ? until : from);
    }

    private Decided decide(Actor actor, DutyProposals.Proposal proposal, String decision, @Nullable String words) {
        proposals.decide(proposal.id(), decision, actor.account(), words, Time.now(clock));
        audit.record(
                actor,
                "duty."
                        + (decision.equals("confirmed")
                                ? "confirm"
                                : decision.equals("declined") ? "decline" : "withdraw"),
                "account",
                proposal.account(),
                proposal.region(),
                null,
                proposal,
                words);
        return new Decided(proposal.id(), decision);
    }
}
