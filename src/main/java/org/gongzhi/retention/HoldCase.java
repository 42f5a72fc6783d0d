package org.gongzhi.retention;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.springframework.stereotype.Component;

/** Keeps a case from being anonymized while a lawsuit, a review or an inquiry needs it, and lets go of it again. */
@Component
class HoldCase {

    private static final int LONGEST = 200;

    private final RetentionPermissions permissions;
    private final Holds holds;
    private final Transactions transactions;
    private final Audit audit;

    HoldCase(RetentionPermissions permissions, Holds holds, Transactions transactions, Audit audit) {
        this.permissions = permissions;
        this.holds = holds;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Held(UUID id) {}

    Outcome<Held> hold(Actor actor, String typedNumber, String typedReason) {
        String reason = Words.tidy(typedReason);
        String number = Words.tidy(typedNumber);
        return transactions.write(
                actor,
                () -> permissions
                        .mayHold(actor)
                        .unless(_ -> reason.isEmpty() || reason.length() > LONGEST
                                ? Outcome.invalid("reason", RetentionRefusal.REASON_MISSING, LONGEST)
                                : Outcome.done(reason))
                        .then(_ -> holds.find(number)
                                .<Outcome<Holds.Case>>map(Outcome::done)
                                .orElseGet(() -> Outcome.invalid("number", RetentionRefusal.CASE_UNKNOWN, number)))
                        .unless(found -> found.isAnonymized()
                                ? Outcome.refused(RetentionRefusal.CASE_ANONYMIZED)
                                : Outcome.done(found))
                        .then(found -> {
                            UUID id = Ids.next();
                            if (!holds.add(id, found, reason, actor.account())) {
                                return Outcome.refused(RetentionRefusal.HELD_ALREADY);
                            }
                            audit.record(
                                    actor,
                                    "retention.hold",
                                    "demand",
                                    found.id(),
                                    found.region(),
                                    null,
                                    Map.of("hold", id),
                                    reason);
                            return Outcome.done(new Held(id));
                        }));
    }

    Outcome<Held> lift(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> permissions.mayHold(actor).then(_ -> {
                    Optional<Holds.Case> held = holds.lift(id, actor.account());
                    held.ifPresent(each -> audit.record(
                            actor,
                            "retention.lift",
                            "demand",
                            each.id(),
                            each.region(),
                            Map.of("hold", id),
                            null,
                            null));
                    return held.isPresent()
                            ? Outcome.done(new Held(id))
                            : Outcome.refused(RetentionRefusal.HOLD_UNKNOWN);
                }));
    }
}
