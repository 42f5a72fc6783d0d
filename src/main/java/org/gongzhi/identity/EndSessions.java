package org.gongzhi.identity;

import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** Signs a person out elsewhere: a phone left behind, a computer in the hall. */
@Component
class EndSessions {

    private final OwnSessions sessions;
    private final Transactions transactions;
    private final Audit audit;

    EndSessions(OwnSessions sessions, Transactions transactions, Audit audit) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Ended(int ended) {}

    Outcome<Ended> endOthers(Actor actor, String currentId) {
        return transactions.write(actor, () -> {
            int ended = sessions.endOthers(actor.account(), currentId);
            note(actor, ended);
            return Outcome.done(new Ended(ended));
        });
    }

    Outcome<Ended> end(Actor actor, String publicId) {
        return transactions.write(actor, () -> {
            int ended = sessions.end(actor.account(), publicId);
            if (ended == 0) {
                return Outcome.refused(IdentityRefusal.SESSION_UNKNOWN);
            }
            note(actor, ended);
            return Outcome.done(new Ended(ended));
        });
    }

    private void note(Actor actor, int ended) {
        audit.record(
                actor, "session.end", "account", actor.account(), actor.node(), null, Map.of("ended", ended), null);
    }
}
