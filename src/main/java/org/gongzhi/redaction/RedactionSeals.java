package org.gongzhi.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The originals of what is covered, sealed anew when the key changes. */
@Repository
class RedactionSeals implements SealedPlace {

    /** Pictures are large. */
    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final Sql sql;
    private final Sealing sealing;

    RedactionSeals(Transactions transactions, Sql sql, Sealing sealing) {
        this.transactions = transactions;
        this.sql = sql;
        this.sealing = sealing;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(UUID id, byte[] sealed) {}

    @Override
    public String code() {
        return "redaction";
    }

    @Override
    public long rows() {
        return transactions.asWorker(
                "keys", () -> sql.of("select count(*) from redaction_seal").count());
    }

    @Override
    public long left(String fingerprint) {
        return transactions.asWorker(
                "keys",
                () -> sql.of(
                                "select count(*) from redaction_seal where substring(sealed from 2 for 4) <> decode(:fingerprint, 'hex')")
                        .bind("fingerprint", fingerprint)
                        .count());
    }

    @Override
    public Walked walk(@Nullable UUID after, int most) {
        return transactions.asWorker("keys", () -> {
            List<Row> rows = sql.of(
                            "select id, sealed from redaction_seal where (:after::uuid is null or id > :after) order by id limit :most for update")
                    .bind("after", after)
                    .bind("most", Math.min(most, AT_ONCE))
                    .list(row -> new Row(row.id("id"), row.bytes("sealed")));
            int changed = 0;
            for (Row row : rows) {
                byte[] anew = sealing.anew(row.sealed(), Originals.place(row.id()));
                if (anew != null && !Arrays.equals(anew, row.sealed())) {
                    changed += sql.of("update redaction_seal set sealed = :sealed where id = :id")
                            .bind("sealed", anew)
                            .bind("id", row.id())
                            .update();
                }
            }
            return new Walked(rows.isEmpty() ? null : rows.getLast().id(), rows.size(), changed);
        });
    }
}
