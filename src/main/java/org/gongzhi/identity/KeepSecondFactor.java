package org.gongzhi.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.factor.Enrolment;
import org.gongzhi.factor.SecondFactors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One's own second factor: into an authenticator, onto another, off again. Whoever has one shows it before it is changed, so that a desk left open is not enough.
 */
@Component
class KeepSecondFactor {

    private final PasswordProof proof;
    private final SecondFactors factors;
    private final DutyQueries duties;
    private final Standings standings;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    KeepSecondFactor(
            PasswordProof proof,
            SecondFactors factors,
            DutyQueries duties,
            Standings standings,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.proof = proof;
        this.factors = factors;
        this.duties = duties;
        this.standings = standings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param isDemanded by a duty they hold */
    record Own(boolean isOn, @Nullable Instant since, int recoveryCodes, boolean isDemanded) {}

    /** Told once. */
    record Recovery(List<String> codes) {}

    Own own(Actor actor) {
        return transactions.read(actor, () -> {
            SecondFactors.State state = factors.state(actor.account());
            return new Own(state.since() != null, state.since(), state.recoveryCodes(), isDemanded(actor.account()));
        });
    }

    /** Shows a new secret; the present one, if there is any, stays until a code of the new one has come. */
    Outcome<Enrolment> begin(Actor actor, String login, @Nullable String code) {
        return proof.proveCode(login, actor, code)
                .then(_ -> transactions.write(
                        actor, () -> Outcome.done(factors.begin(actor.account(), login, Time.now(clock)))));
    }

    Outcome<Recovery> activate(Actor actor, String code) {
        Instant now = Time.now(clock);
        return transactions.write(actor, () -> {
            if (!factors.isBegun(actor.account(), now)) {
                return Outcome.refused(IdentityRefusal.SECOND_FACTOR_NOT_BEGUN);
            }
            return factors.activate(actor.account(), code, now)
                    .<Outcome<Recovery>>map(codes -> {
                        standings.forgetAfterwards(actor.account());
                        note(actor, "factor.enrol");
                        return Outcome.done(new Recovery(codes));
                    })
                    .orElseGet(() -> Outcome.invalid("code", IdentityRefusal.SECOND_FACTOR_NOT_THIS));
        });
    }

    Outcome<Recovery> renew(Actor actor, String login, String code) {
        return shown(actor, login, code)
                .then(_ -> transactions.write(actor, () -> {
                    note(actor, "factor.renew");
                    return Outcome.done(new Recovery(factors.renew(actor.account())));
                }));
    }

    Outcome<Own> remove(Actor actor, String login, String code) {
        if (transactions.read(actor, () -> isDemanded(actor.account()))) {
            return Outcome.refused(IdentityRefusal.SECOND_FACTOR_DEMANDED);
        }
        return shown(actor, login, code)
                .then(_ -> transactions.write(actor, () -> {
                    factors.remove(actor.account());
                    standings.forgetAfterwards(actor.account());
                    note(actor, "factor.remove");
                    return Outcome.done(new Own(false, null, 0, false));
                }));
    }

    private Outcome<SecondFactors.Proof> shown(Actor actor, String login, String code) {
        return proof.proveCode(login, actor, code)
                .unless(found -> found == SecondFactors.Proof.NOT_ASKED
                        ? Outcome.refused(IdentityRefusal.SECOND_FACTOR_NOT_BEGUN)
                        : Outcome.done(found));
    }

    private boolean isDemanded(UUID account) {
        return duties.demandsFactor(account, Time.today(clock));
    }

    private void note(Actor actor, String action) {
        audit.record(actor, action, "account", actor.account(), actor.node(), null, Map.of("own", true), null);
    }
}
