package org.gongzhi.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** This node among those that run the installation: takes over new keys, gives old ones up, and tells what it holds. */
@Component
class KeyNode {

    /** The keys that rotate: those of contacts, secrets of endpoints and sheets. */
    static final String NAME = "contact";

    private static final Logger LOG = LoggerFactory.getLogger(KeyNode.class);

    private final UUID node = UUID.randomUUID();
    private final KeyRotations rotations;
    private final Keys keys;
    private final Sealing sealing;
    private final Transactions transactions;

    KeyNode(KeyRotations rotations, Keys keys, Sealing sealing, Transactions transactions) {
        this.rotations = rotations;
        this.keys = keys;
        this.sealing = sealing;
        this.transactions = transactions;
    }

    /** Every few seconds on each node. */
    void keepUp() {
        transactions.asWorker("keys", () -> {
            for (KeyRotations.Handover handover : rotations.handovers()) {
                adopt(handover);
            }
            tell();
            return node;
        });
    }

    /** Tells at once, inside the caller's transaction. */
    void tell() {
        List<String> held = keys.lookAgain(NAME);
        rotations.holds(node, name(), held);
    }

    private void adopt(KeyRotations.Handover handover) {
        try {
            keys.adopt(NAME, sealing.open(handover.sealed(), place(handover.fingerprint())));
        } catch (IllegalStateException notOpened) {
            LOG.error("The new key {} cannot be taken over; copy its file by hand", handover.fingerprint(), notOpened);
        }
    }

    static String place(String fingerprint) {
        return "key/" + fingerprint;
    }

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
