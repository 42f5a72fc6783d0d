package org.gongzhi.staffing;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.AccountAccess;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/**
 * A one-time password to hand over: shown once, kept nowhere, and good for choosing an own one. Passwords are the system administrator's and second factors the
 * security administrator's, so that neither alone gets into somebody's account.
 */
@Component
class ResetPassword {

    private final StaffingPermissions permissions;
    private final StaffQueries staff;
    private final AccountAccess access;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ResetPassword(
            StaffingPermissions permissions,
            StaffQueries staff,
            AccountAccess access,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.access = access;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record OneTime(String login, String password, int endedSessions) {}

    Outcome<OneTime> reset(Actor actor, UUID account) {
        return transactions
                .read(
                        actor,
                        () -> permissions
                                .mayKeepPeople(actor)
                                .then(_ -> staff.find(account)
                                        .<Outcome<StaffQueries.Person>>map(Outcome::done)
                                        .orElseGet(() -> Outcome.refused(StaffingRefusal.ACCOUNT_UNKNOWN)))
                                .then(person -> permissions.mayChange(actor, person)))
                .then(person ->
                        person.isActive() ? Outcome.done(person) : Outcome.refused(StaffingRefusal.ACCOUNT_DISABLED))
                .map(person -> give(actor, person));
    }

    private OneTime give(Actor actor, StaffQueries.Person person) {
        String password = AccountAccess.oneTimePassword();
        String hash = access.hash(password);
        return transactions.asWorker(AccountAccess.WORKER, () -> {
            access.replacePassword(person.id(), hash, Time.now(clock));
            int ended = access.endSessions(person.id());
            audit.record(
                    actor,
                    "account.password-reset",
                    "account",
                    person.id(),
                    person.homeOrNation(),
                    null,
                    Map.of("endedSessions", ended),
                    null);
            return new OneTime(person.login(), password, ended);
        });
    }
}
