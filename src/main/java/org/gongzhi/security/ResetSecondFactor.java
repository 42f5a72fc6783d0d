package org.gongzhi.security;

import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.factor.SecondFactors;
import org.gongzhi.identity.AccountAccess;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a lost second factor away, so that its owner enters with the password and adds another. The password is the system administrator's to replace: neither of the
 * two gets into somebody's account alone.
 */
@Component
class ResetSecondFactor {

    private static final int LONGEST_REASON = 200;

    private final SecurityPermissions permissions;
    private final SecondFactorQueries queries;
    private final AccountAccess access;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;

    ResetSecondFactor(
            SecurityPermissions permissions,
            SecondFactorQueries queries,
            AccountAccess access,
            RegionLookup regions,
            Transactions transactions,
            Audit audit) {
        this.permissions = permissions;
        this.queries = queries;
        this.access = access;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Reset(UUID accountId, int endedSessions) {}

    /** Whoever was in meanwhile is out: the one who found the telephone as well. */
    Outcome<Reset> reset(Actor actor, UUID account, @Nullable String typedReason) {
        String reason = Words.tidy(typedReason);
        return permissions
                .maySecure(actor)
                .unless(_ ->
                        actor.standsFor(account) ? Outcome.refused(SecurityRefusal.NOT_ONESELF) : Outcome.done(account))
                .unless(_ -> reason.isEmpty() || reason.length() > LONGEST_REASON
                        ? Outcome.invalid("reason", SecurityRefusal.RESET_REASON_MISSING, LONGEST_REASON)
                        : Outcome.done(reason))
                .then(guard -> transactions
                        .read(guard, () -> queries.homeOf(account, regions.get(guard.node())))
                        .<Outcome<RegionCode>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(SecurityRefusal.NO_SECOND_FACTOR)))
                .map(home -> transactions.asWorker(SecondFactors.WORKER, () -> {
                    access.removeSecondFactor(account);
                    int ended = access.endSessions(account);
                    audit.record(
                            actor,
                            "factor.reset",
                            "account",
                            account,
                            home,
                            null,
                            Map.of("endedSessions", ended),
                            reason);
                    return new Reset(account, ended);
                }));
    }
}
