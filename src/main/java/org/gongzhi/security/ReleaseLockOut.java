package org.gongzhi.security;

import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.AccountAccess;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Lets somebody try again at once who locked themselves out, from every address. */
@Component
class ReleaseLockOut {

    private final SecurityPermissions permissions;
    private final SecurityQueries queries;
    private final AccountAccess access;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;

    ReleaseLockOut(
            SecurityPermissions permissions,
            SecurityQueries queries,
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

    record Released(UUID accountId) {}

    Outcome<Released> release(Actor actor, UUID account) {
        return transactions.write(
                actor,
                () -> permissions
                        .maySecure(actor)
                        .then(_ -> queries.login(account, regions.get(actor.node()))
                                .filter(access::release)
                                .<Outcome<Released>>map(_ -> {
                                    audit.record(
                                            actor,
                                            "session.release",
                                            "account",
                                            account,
                                            actor.node(),
                                            null,
                                            null,
                                            null);
                                    return Outcome.done(new Released(account));
                                })
                                .orElseGet(() -> Outcome.refused(SecurityRefusal.LOCK_OUT_UNKNOWN))));
    }
}
