package org.gongzhi.identity;

import java.time.Clock;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** The person's own password, by their own hand, with the old one in it. */
@Component
class ChangePassword {

    private final PasswordProof proof;
    private final Passwords passwords;
    private final Standings standings;
    private final Transactions transactions;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    ChangePassword(
            PasswordProof proof,
            Passwords passwords,
            Standings standings,
            Transactions transactions,
            Secrets secrets,
            Audit audit,
            Clock clock) {
        this.proof = proof;
        this.passwords = passwords;
        this.standings = standings;
        this.transactions = transactions;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Done when changed; ending the other sessions is the caller's, who knows this one. */
    Outcome<Boolean> change(Actor actor, String login, String current, String next) {
        if (current.equals(next)) {
            return Outcome.invalid("next", IdentityRefusal.PASSWORD_UNCHANGED);
        }
        return PasswordRules.check(next, login, "next")
                .then(_ -> proof.prove(login, current, actor.address(), IdentityRefusal.PASSWORD_CURRENT_WRONG))
                .then(_ -> store(actor, passwords.hash(next)));
    }

    private Outcome<Boolean> store(Actor person, String hash) {
        Outcome<Boolean> outcome = transactions.write(person, () -> {
            secrets.update(person.account(), hash, Time.now(clock));
            audit.record(
                    person, "account.password-change", "account", person.account(), person.node(), null, null, null);
            return Outcome.done(true);
        });
        standings.forget(person.account());
        return outcome;
    }
}
