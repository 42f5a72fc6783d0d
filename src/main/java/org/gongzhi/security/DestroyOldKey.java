package org.gongzhi.security;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** Destroys the key before the last change, once nothing needs it: one person asks, another does it. Backups from before then open nowhere. */
@Component
class DestroyOldKey {

    private final SecurityPermissions permissions;
    private final KeyRotations rotations;
    private final CarryOutKeyRotation carryOut;
    private final Keys keys;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    DestroyOldKey(
            SecurityPermissions permissions,
            KeyRotations rotations,
            CarryOutKeyRotation carryOut,
            Keys keys,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.rotations = rotations;
        this.carryOut = carryOut;
        this.keys = keys;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param isDestroyed false when it was only asked for */
    record Result(UUID id, boolean isDestroyed) {}

    /** @param left seals of other keys than the one that seals, counted before: {@link #left(String)} */
    Outcome<Result> destroy(Actor actor, UUID id, long left) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayConfirmKeys(actor)
                        .then(_ -> rotations
                                .lock(id)
                                .<Outcome<KeyRotation>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(SecurityRefusal.ROTATION_UNKNOWN)))
                        .unless(rotation -> rotation.mayLoseItsOldKey(Time.now(clock), left))
                        .then(rotation -> askedOrDone(actor, rotation)));
    }

    /** Counted by workers, so not inside a person's transaction. */
    long left(String sealing) {
        return carryOut.left(sealing);
    }

    private Outcome<Result> askedOrDone(Actor actor, KeyRotation rotation) {
        KeyRotation.Person asker = rotation.destructionAskedBy();
        if (asker == null) {
            rotations.askForDestruction(rotation.id(), actor.account());
            note(actor, "key.ask-destruction", rotation);
            return Outcome.done(new Result(rotation.id(), false));
        }
        if (asker.account().equals(actor.account())) {
            return Outcome.refused(SecurityRefusal.NEEDS_A_SECOND_PERSON);
        }
        keys.giveUp(KeyNode.NAME, rotation.from());
        rotations.destroyed(rotation.id(), actor.account());
        note(actor, "key.destroy", rotation);
        return Outcome.done(new Result(rotation.id(), true));
    }

    private void note(Actor actor, String action, KeyRotation rotation) {
        audit.record(
                actor,
                action,
                "key_rotation",
                rotation.id(),
                actor.node(),
                Map.of("fingerprint", rotation.from()),
                null,
                null);
    }
}
