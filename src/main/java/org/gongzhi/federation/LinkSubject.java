package org.gongzhi.federation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** Who one is at the provider is said by oneself, once: signed in here with one's password, and there with whatever it asks. */
@Component
class LinkSubject {

    private final IdentityProvider provider;
    private final AccountSubjects subjects;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    LinkSubject(
            IdentityProvider provider, AccountSubjects subjects, Transactions transactions, Audit audit, Clock clock) {
        this.provider = provider;
        this.subjects = subjects;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<Instant> since(Actor person) {
        return transactions.read(person, () -> subjects.linkedAt(person.account(), provider.issuer()));
    }

    Outcome<Instant> link(Actor person, Journey journey, String code) {
        return provider.subjectOf(journey, code)
                .then(subject -> transactions.write(person, () -> {
                    Instant now = Time.now(clock);
                    if (subjects.linkedAt(person.account(), provider.issuer()).isPresent()) {
                        return Outcome.refused(FederationRefusal.LINKED_ALREADY);
                    }
                    if (!subjects.add(provider.issuer(), subject, person.account(), now)) {
                        return Outcome.refused(FederationRefusal.LINKED_TO_ANOTHER);
                    }
                    note(person, "account.link");
                    return Outcome.done(now);
                }));
    }

    Outcome<Boolean> unlink(Actor person) {
        return transactions.write(person, () -> {
            if (!subjects.remove(person.account(), provider.issuer())) {
                return Outcome.refused(FederationRefusal.NOT_LINKED);
            }
            note(person, "account.unlink");
            return Outcome.done(true);
        });
    }

    private void note(Actor person, String action) {
        audit.record(person, action, "account", person.account(), person.node(), null, null, null);
    }
}
