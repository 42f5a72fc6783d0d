package org.gongzhi.privacy;

import java.time.Clock;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;

/** Seals, made by hand: for tests that need no Spring. */
public final class SealFixtures {

    private SealFixtures() {}

    public static Sealing sealing(Keys keys) {
        return new Sealing(new FieldCipher(keys, "sm4"));
    }

    public static Contacts contacts(Keys keys, Transactions transactions, Sql sql, Audit audit, Clock clock) {
        return new Contacts(transactions, sql, new FieldCipher(keys, "sm4"), audit, clock);
    }

    public static SealedPlace ofContacts(Keys keys, Transactions transactions, Sql sql) {
        return new ContactSeals(transactions, sql, sealing(keys));
    }

    /** From now on a new key seals; its fingerprint. */
    public static String newKey(Keys keys, Transactions transactions) {
        String fingerprint = keys.prepare("contact");
        transactions.asWorker("keys", () -> keys.begin("contact", fingerprint));
        keys.lookAgain("contact");
        return fingerprint;
    }
}
