package org.gongzhi.staffing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.AccountAccess;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** Another name, and whether the account may be entered at all. Disabling ends every session at once; the records keep the name. */
@Component
class ChangeAccount {

    private final StaffingPermissions permissions;
    private final StaffQueries staff;
    private final OpenWorkQueries work;
    private final Accounts accounts;
    private final AccountAccess access;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ChangeAccount(
            StaffingPermissions permissions,
            StaffQueries staff,
            OpenWorkQueries work,
            Accounts accounts,
            AccountAccess access,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.work = work;
        this.accounts = accounts;
        this.access = access;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Changed(UUID id) {}

    Outcome<Changed> rename(Actor actor, UUID account, String typedName) {
        return transactions.write(
                actor,
                () -> theirs(actor, account)
                        .then(person -> OpenAccount.name(typedName).map(name -> {
                            accounts.rename(account, name);
                            audit.record(
                                    actor,
                                    "account.rename",
                                    "account",
                                    account,
                                    person.homeOrNation(),
                                    Map.of("name", person.name()),
                                    Map.of("name", name),
                                    null);
                            return new Changed(account);
                        })));
    }

    Outcome<Changed> disable(Actor actor, UUID account) {
        return transactions.write(
                actor,
                () -> theirs(actor, account)
                        .unless(_ -> isAdministrator(account)
                                ? Outcome.refused(StaffingRefusal.HOLDS_ADMINISTRATOR_DUTY)
                                : Outcome.done(account))
                        .unless(_ -> {
                            int open = work.of(account).size();
                            return open == 0 ? Outcome.done(account) : Outcome.refused(StaffingRefusal.OPEN_WORK, open);
                        })
                        .map(person -> {
                            int ended = access.endSessions(account);
                            return turn(actor, person, false, ended);
                        }));
    }

    Outcome<Changed> enable(Actor actor, UUID account) {
        return transactions.write(actor, () -> theirs(actor, account).map(person -> turn(actor, person, true, 0)));
    }

    private Changed turn(Actor actor, StaffQueries.Person person, boolean isActive, int endedSessions) {
        accounts.setActive(person.id(), isActive);
        audit.record(
                actor,
                isActive ? "account.enable" : "account.disable",
                "account",
                person.id(),
                person.homeOrNation(),
                Map.of("active", person.isActive()),
                Map.of("active", isActive, "endedSessions", endedSessions),
                null);
        return new Changed(person.id());
    }

    private boolean isAdministrator(UUID account) {
        return staff.dutiesOf(List.of(account), Time.today(clock)).stream()
                .anyMatch(duty -> duty.kind().isAdministrator() && !duty.isOver());
    }

    private Outcome<StaffQueries.Person> theirs(Actor actor, UUID account) {
        return permissions
                .mayKeepPeople(actor)
                .then(_ -> staff.find(account)
                        .<Outcome<StaffQueries.Person>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(StaffingRefusal.ACCOUNT_UNKNOWN)))
                .then(person -> permissions.mayChange(actor, person));
    }
}
