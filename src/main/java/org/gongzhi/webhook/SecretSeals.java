package org.gongzhi.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Secrets of endpoints, sealed anew when the key changes. */
@Repository
class SecretSeals implements SealedPlace {

    private final Transactions transactions;
    private final Sql sql;
    private final Sealing sealing;

    SecretSeals(Transactions transactions, Sql sql, Sealing sealing) {
        this.transactions = transactions;
        this.sql = sql;
        this.sealing = sealing;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(UUID id, byte[] secret) {}

    @Override
    public String code() {
        return "webhook";
    }

    @Override
    public long rows() {
        return transactions.asWorker(
                "webhook", () -> sql.of("select count(*) from webhook_endpoint").count());
    }

    @Override
    public long left(String fingerprint) {
        return transactions.asWorker(
                "webhook",
                () -> sql.of(
                                "select count(*) from webhook_endpoint where substring(secret from 2 for 4) <> decode(:fingerprint, 'hex')")
                        .bind("fingerprint", fingerprint)
                        .count());
    }

    @Override
    public Walked walk(@Nullable UUID after, int most) {
        return transactions.asWorker("webhook", () -> {
            List<Row> rows = sql.of("""
                            select id, secret from webhook_endpoint where (:after::uuid is null or id > :after) order by id limit :most for update""")
                    .bind("after", after)
                    .bind("most", most)
                    .list(row -> new Row(row.id("id"), row.bytes("secret")));
            int changed = 0;
            for (Row row : rows) {
                byte[] anew = sealing.anew(row.secret(), "webhook/" + row.id());
                if (anew != null && !Arrays.equals(anew, row.secret())) {
                    changed += sql.of("update webhook_endpoint set secret = :secret where id = :id")
                            .bind("secret", anew)
                            .bind("id", row.id())
                            .update();
                }
            }
            return new Walked(rows.isEmpty() ? null : rows.getLast().id(), rows.size(), changed);
        });
    }
}
