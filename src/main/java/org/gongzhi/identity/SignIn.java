package org.gongzhi.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens, changes and closes a session: what the browser is given to show at its next request. */
@Component
class SignIn {

    private final PasswordProof proof;
    private final Standings standings;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    SignIn(PasswordProof proof, Standings standings, Transactions transactions, Audit audit, Clock clock) {
        this.proof = proof;
        this.standings = standings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param code of the second factor; null when none was asked for yet */
    Outcome<Ticket> signIn(String login, String password, @Nullable String code, String address, String browser) {
        return proof.proveBoth(normal(login), password, code, address)
                .then(account -> open(account, "session.open", address, browser));
    }

    /** Whom the identity provider vouches for: no password, and all the rest as at any sign-in. */
    Outcome<Ticket> enter(UUID account, @Nullable String code, String address, String browser) {
        return proof.proveVouched(account, code, address)
                .then(known -> open(known, "session.open-by-provider", address, browser));
    }

    private Outcome<Ticket> open(Secrets.Holder account, String action, String address, String browser) {
        if (!account.isActive()) {
            return Outcome.refused(IdentityRefusal.ACCOUNT_DISABLED);
        }
        standings.forget(account.account());
        Standing.Duty duty =
                standings.dutiesOf(account.account()).stream().findFirst().orElse(null);
        Actor person = Standing.person(account.account(), account.name(), address);
        return transactions.write(person, () -> {
            note(person, action, duty);
            return Outcome.done(
                    new Ticket(account.account(), duty == null ? null : duty.id(), Time.now(clock), address, browser));
        });
    }

    /** Everything that follows is done as the other duty; only own duties in force can be chosen. */
    Outcome<Ticket> actAs(Standing standing, Ticket ticket, UUID dutyId, String address) {
        List<Standing.Duty> duties = standings.dutiesOf(standing.account().id());
        return duties.stream()
                .filter(each -> each.id().equals(dutyId))
                .findFirst()
                .<Outcome<Ticket>>map(duty -> {
                    Actor person = standing.themselves(address);
                    return transactions.write(person, () -> {
                        note(person, "session.act-as", duty);
                        return Outcome.done(ticket.under(dutyId));
                    });
                })
                .orElseGet(() -> Outcome.refused(IdentityRefusal.DUTY_NOT_YOURS));
    }

    void signOut(Standing standing, String address) {
        Actor person = standing.themselves(address);
        transactions.write(person, () -> {
            note(person, "session.close", null);
            return Outcome.done(true);
        });
    }

    private void note(Actor person, String action, Standing.@Nullable Duty duty) {
        audit.record(
                person,
                action,
                "account",
                person.account(),
                duty == null ? person.node() : duty.region(),
                null,
                duty == null
                        ? null
                        : Map.of(
                                "duty",
                                duty.kind().code(),
                                "region",
                                duty.region().toString()),
                null);
    }

    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
