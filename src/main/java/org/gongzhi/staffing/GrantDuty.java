package org.gongzhi.staffing;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gives somebody a duty: at a node, for a line, from a day on. What reaches far is only proposed, and waits for the security administrator. */
@Component
class GrantDuty {

    private final StaffingPermissions permissions;
    private final StaffQueries staff;
    private final DutyProposals proposals;
    private final Accounts accounts;
    private final AccountLookup lookup;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final MessageSource messages;
    private final Clock clock;

    GrantDuty(
            StaffingPermissions permissions,
            StaffQueries staff,
            DutyProposals proposals,
            Accounts accounts,
            AccountLookup lookup,
            DemandDictionary dictionary,
            RegionLookup regions,
            Transactions transactions,
            Audit audit,
            MessageSource messages,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.proposals = proposals;
        this.accounts = accounts;
        this.lookup = lookup;
        this.dictionary = dictionary;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** Exactly one of the two. */
    record Granted(@Nullable UUID dutyId, @Nullable UUID proposalId) {}

    Outcome<Granted> grant(Actor actor, Accounts.Grant grant, @Nullable String typedReason) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayKeepPeople(actor)
                        .then(_ -> staff.find(grant.account())
                                .<Outcome<StaffQueries.Person>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(StaffingRefusal.ACCOUNT_UNKNOWN)))
                        .then(person -> permissions.mayChange(actor, person))
                        .unless(person -> person.isActive()
                                ? Outcome.done(person)
                                : Outcome.refused(StaffingRefusal.ACCOUNT_DISABLED))
                        .then(_ -> regions.find(grant.node())
                                .<Outcome<Region>>map(Outcome::done)
                                .orElseGet(() -> Outcome.invalid("regionCode", StaffingRefusal.REGION_UNKNOWN)))
                        .unless(node -> permissions.within(actor, node.code()))
                        .unless(node -> check(grant, node))
                        .then(node -> DutyPolicy.needsASecondPerson(grant.kind(), node)
                                ? propose(actor, grant, Words.tidy(typedReason))
                                : give(actor, grant)));
    }

    private Outcome<Accounts.Grant> check(Accounts.Grant grant, Region node) {
        return DutyPolicy.check(grant, node, nameOf(grant), Time.today(clock))
                .unless(_ -> isDepartmentHere(grant)
                        ? Outcome.done(grant)
                        : Outcome.invalid("departmentId", StaffingRefusal.DEPARTMENT_NOT_HERE, node.name()))
                .unless(_ -> areKnown(grant.kinds())
                        ? Outcome.done(grant)
                        : Outcome.invalid("kinds", StaffingRefusal.LINE_UNKNOWN))
                .unless(_ -> isOtherAdministrator(grant)
                        ? Outcome.refused(StaffingRefusal.OTHER_ADMINISTRATOR_DUTY)
                        : Outcome.done(grant));
    }

    private boolean isDepartmentHere(Accounts.Grant grant) {
        UUID id = grant.department();
        return id == null
                || lookup.department(id)
                        .filter(department -> department.node().equals(grant.node()))
                        .isPresent();
    }

    private boolean areKnown(@Nullable List<String> kinds) {
        return kinds == null || Set.copyOf(dictionary.kindNames().keySet()).containsAll(kinds);
    }

    /** What lies outside this territory the database's own constraint knows. */
    private boolean isOtherAdministrator(Accounts.Grant grant) {
        return grant.kind().isAdministrator()
                && staff.dutiesOf(List.of(grant.account()), Time.today(clock)).stream()
                        .anyMatch(
                                held -> held.kind().isAdministrator() && held.kind() != grant.kind() && !held.isOver());
    }

    private Outcome<Granted> propose(Actor actor, Accounts.Grant grant, String reason) {
        if (reason.isEmpty() || reason.length() > 200) {
            return Outcome.invalid("reason", StaffingRefusal.REASON_MISSING, nameOf(grant));
        }
        UUID id = Ids.next();
        boolean isNew = proposals.add(id, grant, reason, actor.account(), Time.now(clock));
        if (!isNew) {
            return Outcome.refused(StaffingRefusal.PROPOSED_ALREADY);
        }
        audit.record(actor, "duty.propose", "account", grant.account(), grant.node(), null, grant, reason);
        return Outcome.done(new Granted(null, id));
    }

    private Outcome<Granted> give(Actor actor, Accounts.Grant grant) {
        return accounts.grant(grant, actor.account())
                .<Outcome<Granted>>map(id -> {
                    audit.record(actor, "duty.grant", "account", grant.account(), grant.node(), null, grant, null);
                    return Outcome.done(new Granted(id, null));
                })
                .orElseGet(() -> Outcome.refused(StaffingRefusal.DUTY_HELD_ALREADY));
    }

    private String nameOf(Accounts.Grant grant) {
        String code = "identity.duty." + grant.kind().name().toLowerCase(Locale.ROOT);
        return messages.getMessage(code, null, LocaleContextHolder.getLocale());
    }
}
