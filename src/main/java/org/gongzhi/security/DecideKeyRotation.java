package org.gongzhi.security;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The second person's word on a new key: it is made at once, and used as soon as every node holds it. */
@Component
class DecideKeyRotation {

    private static final int LONGEST = 200;

    private final SecurityPermissions permissions;
    private final KeyRotations rotations;
    private final CarryOutKeyRotation carryOut;
    private final KeyNode node;
    private final Keys keys;
    private final Sealing sealing;
    private final Transactions transactions;
    private final Audit audit;

    DecideKeyRotation(
            SecurityPermissions permissions,
            KeyRotations rotations,
            CarryOutKeyRotation carryOut,
            KeyNode node,
            Keys keys,
            Sealing sealing,
            Transactions transactions,
            Audit audit) {
        this.permissions = permissions;
        this.rotations = rotations;
        this.carryOut = carryOut;
        this.node = node;
        this.keys = keys;
        this.sealing = sealing;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Decided(UUID id, String state) {}

    Outcome<Decided> confirm(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> decidable(actor, id).map(rotation -> {
                    String fingerprint = keys.prepare(KeyNode.NAME);
                    rotations.await(id, actor.account(), fingerprint, handover(rotation, fingerprint));
                    node.tell();
                    KeyRotation waiting = rotations.lock(id).orElseThrow();
                    boolean isStarted = carryOut.start(waiting);
                    audit.record(
                            actor,
                            "key.confirm",
                            "key_rotation",
                            id,
                            actor.node(),
                            Map.of("fingerprint", rotation.from()),
                            Map.of("fingerprint", fingerprint),
                            rotation.reason());
                    return decided(id, isStarted ? KeyRotation.State.RESEALING : KeyRotation.State.WAITING);
                }));
    }

    Outcome<Decided> decline(Actor actor, UUID id, String typedWords) {
        String words = Words.tidy(typedWords);
        return transactions.write(
                actor,
                () -> decidable(actor, id)
                        .unless(_ -> words.isEmpty() || words.length() > LONGEST
                                ? Outcome.invalid("words", SecurityRefusal.REASON_MISSING, LONGEST)
                                : Outcome.done(words))
                        .map(rotation -> {
                            rotations.decide(id, KeyRotation.State.DECLINED, actor.account(), words);
                            audit.record(actor, "key.decline", "key_rotation", id, actor.node(), null, null, words);
                            return decided(id, KeyRotation.State.DECLINED);
                        }));
    }

    private Outcome<KeyRotation> decidable(Actor actor, UUID id) {
        return permissions
                .mayConfirmKeys(actor)
                .then(_ -> rotations
                        .lock(id)
                        .<Outcome<KeyRotation>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(SecurityRefusal.ROTATION_UNKNOWN)))
                .unless(rotation -> rotation.mayBeDecidedBy(actor.account()));
    }

    private byte @Nullable [] handover(KeyRotation rotation, String fingerprint) {
        return rotation.isByHand()
                ? null
                : sealing.seal(keys.secret(KeyNode.NAME, fingerprint), KeyNode.place(fingerprint));
    }

    private static Decided decided(UUID id, KeyRotation.State state) {
        return new Decided(id, state.name().toLowerCase(Locale.ROOT));
    }
}
