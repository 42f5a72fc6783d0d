package org.gongzhi.token;

import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** Closes the door to a machine, at once and for good. The security administrator may, too: whoever sees a leak must be able to stop it. */
@Component
class RevokeToken {

    record Revoked(UUID id) {}

    private final Tokens tokens;
    private final Transactions transactions;
    private final Audit audit;

    RevokeToken(Tokens tokens, Transactions transactions, Audit audit) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.audit = audit;
    }

    Outcome<Revoked> revoke(Actor actor, UUID id) {
        if (!TokenPolicy.maySee(actor)) {
            return Outcome.refused(TokenRefusal.NOT_YOURS_TO_SEE);
        }
        return transactions.write(actor, () -> {
            var region = tokens.regionOf(id);
            if (region.isEmpty()) {
                return Outcome.refused(TokenRefusal.UNKNOWN);
            }
            if (!tokens.revoke(actor, id)) {
                return Outcome.refused(TokenRefusal.REVOKED_ALREADY);
            }
            audit.record(actor, "token.revoke", "machine_token", id, region.get(), null, null, null);
            return Outcome.done(new Revoked(id));
        });
    }
}
