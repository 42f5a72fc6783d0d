package org.gongzhi.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** Back sooner than thought. What the deputy took up is in the hands of the one whose duty it is already. */
@Component
class EndDeputy {

    private final DeputyPermissions permissions;
    private final DeputyQueries queries;
    private final DeputyRoom room;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    EndDeputy(
            DeputyPermissions permissions,
            DeputyQueries queries,
            DeputyRoom room,
            Accounts accounts,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.queries = queries;
        this.room = room;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Ended(UUID id) {}

    Outcome<Ended> end(Actor actor, UUID id) {
        LocalDate today = Time.today(clock);
        return transactions
                .read(
                        DeputyRoom.READER,
                        () -> queries.lentDuty(id)
                                .<Outcome<DeputyQueries.Lent>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(DeputyRefusal.DUTY_UNKNOWN))
                                .then(lent -> permissions.mayEnd(actor, lent))
                                .unless(lent -> lent.until().isBefore(today)
                                        ? Outcome.refused(DeputyRefusal.OVER)
                                        : Outcome.done(lent)))
                .then(lent -> transactions.write(room.at(actor, lent.region()), () -> {
                    accounts.endDuty(id, lent.deputy(), today, actor.account(), Time.now(clock));
                    audit.record(
                            actor,
                            "deputy.end",
                            "account",
                            lent.deputy(),
                            lent.region(),
                            null,
                            Map.of("for", lent.principal(), "duty", lent.kind().code()),
                            null);
                    return Outcome.done(new Ended(id));
                }));
    }
}
