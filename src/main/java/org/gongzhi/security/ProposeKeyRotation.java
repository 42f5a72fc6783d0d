package org.gongzhi.security;

import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.privacy.Sealing;
import org.springframework.stereotype.Component;

/** Asks for a new key. Nothing changes before a second person has confirmed it. */
@Component
class ProposeKeyRotation {

    private static final int LONGEST = 200;

    private final SecurityPermissions permissions;
    private final KeyRotations rotations;
    private final Sealing sealing;
    private final Transactions transactions;
    private final Audit audit;

    ProposeKeyRotation(
            SecurityPermissions permissions,
            KeyRotations rotations,
            Sealing sealing,
            Transactions transactions,
            Audit audit) {
        this.permissions = permissions;
        this.rotations = rotations;
        this.sealing = sealing;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Proposed(UUID id) {}

    /** @param isByHand the old key may be known to somebody, so the new one is not handed over under it */
    Outcome<Proposed> propose(Actor actor, String typedReason, boolean isByHand) {
        String reason = Words.tidy(typedReason);
        return transactions.write(
                actor,
                () -> permissions
                        .mayChangeKeys(actor)
                        .unless(_ -> reason.isEmpty() || reason.length() > LONGEST
                                ? Outcome.invalid("reason", SecurityRefusal.REASON_MISSING, LONGEST)
                                : Outcome.done(reason))
                        .then(_ -> {
                            UUID id = Ids.next();
                            if (!rotations.propose(id, sealing.fingerprint(), isByHand, reason, actor.account())) {
                                return Outcome.refused(SecurityRefusal.ROTATION_UNDER_WAY);
                            }
                            audit.record(
                                    actor,
                                    "key.propose",
                                    "key_rotation",
                                    id,
                                    actor.node(),
                                    null,
                                    Map.of("fingerprint", sealing.fingerprint(), "isByHand", isByHand),
                                    reason);
                            return Outcome.done(new Proposed(id));
                        }));
    }

    /** Whoever proposed it thinks better of it. */
    Outcome<Proposed> withdraw(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayChangeKeys(actor)
                        .then(_ -> rotations
                                .lock(id)
                                .<Outcome<KeyRotation>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(SecurityRefusal.ROTATION_UNKNOWN)))
                        .unless(rotation ->
                                rotation.state() == KeyRotation.State.PROPOSED && rotation.isProposedBy(actor.account())
                                        ? Outcome.done(rotation)
                                        : Outcome.refused(SecurityRefusal.ROTATION_DECIDED))
                        .map(rotation -> {
                            rotations.decide(id, KeyRotation.State.WITHDRAWN, actor.account(), null);
                            audit.record(actor, "key.withdraw", "key_rotation", id, actor.node(), null, null, null);
                            return new Proposed(id);
                        }));
    }
}
