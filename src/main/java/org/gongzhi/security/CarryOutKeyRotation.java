package org.gongzhi.security;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The work behind a rotation: waits until every node that lives holds the new key, takes it into use, and seals anew what older keys sealed, batch by batch. Where
 * it stands is in the database, so it goes on after any break, on any node; what is sealed anew twice is only sealed once more.
 */
@Component
class CarryOutKeyRotation {

    private static final int AT_ONCE = 500;

    private final KeyRotations rotations;
    private final Keys keys;
    private final Sealing sealing;
    private final List<SealedPlace> places;
    private final Transactions transactions;
    private final Audit audit;
    private final int atOnce;

    @Autowired
    CarryOutKeyRotation(
            KeyRotations rotations,
            Keys keys,
            Sealing sealing,
            List<SealedPlace> places,
            Transactions transactions,
            Audit audit) {
        this(rotations, keys, sealing, places, transactions, audit, AT_ONCE);
    }

    CarryOutKeyRotation(
            KeyRotations rotations,
            Keys keys,
            Sealing sealing,
            List<SealedPlace> places,
            Transactions transactions,
            Audit audit,
            int atOnce) {
        this.rotations = rotations;
        this.keys = keys;
        this.sealing = sealing;
        this.places =
                places.stream().sorted(Comparator.comparing(SealedPlace::code)).toList();
        this.transactions = transactions;
        this.audit = audit;
        this.atOnce = atOnce;
    }

    /** As far as it goes now. */
    void goOn() {
        while (step()) {
            // Each step commits what it did.
        }
    }

    /** One batch; false when there is nothing to do now. */
    boolean step() {
        Optional<KeyRotation> rotation = transactions.asWorker("keys", rotations::underWay);
        if (rotation.isEmpty()) {
            return false;
        }
        return switch (rotation.get().state()) {
            case WAITING ->
                transactions.asWorker(
                        "keys",
                        () -> rotations
                                .lock(rotation.get().id())
                                .filter(locked -> locked.state() == KeyRotation.State.WAITING)
                                .filter(this::start)
                                .isPresent());
            case RESEALING -> sealsWithTheNewKey(rotation.get()) && reseal(rotation.get());
            default -> false;
        };
    }

    /** Takes the new key into use if every node that lives holds it; inside the caller's transaction. */
    boolean start(KeyRotation rotation) {
        String fingerprint = Objects.requireNonNull(rotation.to());
        if (!missing(fingerprint).isEmpty()) {
            return false;
        }
        keys.begin(KeyNode.NAME, fingerprint);
        rotations.begin(rotation.id());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.live(KeyNode.NAME).sealWith(fingerprint);
            }
        });
        return true;
    }

    /** Once a day: what was sealed with an older key behind the back of the work is done after it. */
    void lookForStragglers() {
        List<KeyRotation> latest = transactions.asWorker("keys", rotations::latest);
        latest.stream()
                .filter(rotation -> rotation.state() == KeyRotation.State.DONE)
                .findFirst()
                .filter(last -> latest.stream().noneMatch(KeyRotation::isOpen))
                .filter(last -> places.stream()
                                .mapToLong(place -> place.left(Objects.requireNonNull(last.to())))
                                .sum()
                        > last.leftOver())
                .ifPresent(last -> note(() -> rotations.resume(last.id())));
    }

    /** Nodes that do not hold a key. */
    List<String> missing(String fingerprint) {
        return rotations.nodes().stream()
                .filter(node -> !node.fingerprints().contains(fingerprint))
                .map(KeyRotations.Node::name)
                .toList();
    }

    /** Seals that another key than this one made, in all places; and those that pass by themselves. */
    long left(String fingerprint) {
        return places.stream()
                .mapToLong(place -> place.left(fingerprint) + place.passing(fingerprint))
                .sum();
    }

    /** This node may not have noticed yet, or may lack the key; then the work is not its own. */
    private boolean sealsWithTheNewKey(KeyRotation rotation) {
        if (!sealing.fingerprint().equals(rotation.to())) {
            transactions.asWorker("keys", () -> keys.lookAgain(KeyNode.NAME));
        }
        return sealing.fingerprint().equals(rotation.to());
    }

    private boolean reseal(KeyRotation rotation) {
        String at = rotation.place() == null ? places.getFirst().code() : rotation.place();
        if (rotation.place() == null) {
            long total = places.stream().mapToLong(SealedPlace::rows).sum();
            note(() -> rotations.expect(rotation.id(), total));
        }
        SealedPlace place = places.stream()
                .filter(known -> known.code().equals(at))
                .findFirst()
                .orElseThrow();
        SealedPlace.Walked walked = place.walk(rotation.cursor(), atOnce);
        if (walked.last() != null) {
            note(() -> rotations.progress(rotation.id(), at, walked.last(), walked.rows(), walked.changed()));
            return true;
        }
        int next = places.indexOf(place) + 1;
        if (next < places.size()) {
            note(() -> rotations.progress(rotation.id(), places.get(next).code(), null, 0, 0));
            return true;
        }
        return finish(rotation);
    }

    /** Ends when nothing of an older key is left, or when a whole lap could do nothing about it. */
    private boolean finish(KeyRotation rotation) {
        String fingerprint = Objects.requireNonNull(rotation.to());
        long left = places.stream().mapToLong(place -> place.left(fingerprint)).sum();
        if (left > 0 && rotation.changedInLap() > 0) {
            note(() -> rotations.anotherLap(rotation.id()));
            return false;
        }
        note(() -> {
            rotations.finish(rotation.id(), left);
            audit.record(
                    Actor.worker("keys"),
                    "key.rotated",
                    "key_rotation",
                    rotation.id(),
                    RegionCode.NATION,
                    Map.of("fingerprint", rotation.from()),
                    Map.of("fingerprint", fingerprint, "sealedAnew", rotation.changed(), "leftOver", left),
                    null);
        });
        return false;
    }

    private void note(Runnable change) {
        transactions.asWorker("keys", () -> {
            change.run();
            return true;
        });
    }
}
