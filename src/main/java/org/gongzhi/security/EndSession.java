package org.gongzhi.security;

import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.AccountAccess;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Signs somebody out who should not be in: a device that was lost, an address that is not theirs. */
@Component
class EndSession {

    private final SecurityPermissions permissions;
    private final SecurityQueries queries;
    private final AccountAccess access;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;

    EndSession(
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

    record Ended(UUID id) {}

    Outcome<Ended> end(Actor actor, UUID session) {
        return transactions.write(
                actor,
                () -> permissions
                        .maySecure(actor)
                        .then(_ -> queries.ownerOf(session, regions.get(actor.node()))
                                .<Outcome<UUID>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(SecurityRefusal.SESSION_UNKNOWN)))
                        .unless(owner -> owner.equals(actor.account())
                                ? Outcome.refused(SecurityRefusal.NOT_ONESELF)
                                : Outcome.done(owner))
                        .map(owner -> {
                            access.endSession(owner, session.toString());
                            audit.record(
                                    actor,
                                    "session.end",
                                    "account",
                                    owner,
                                    actor.node(),
                                    null,
                                    Map.of("ended", 1),
                                    null);
                            return new Ended(session);
                        }));
    }
}
