package org.gongzhi.factor;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Secrets of second factors, sealed anew when the key changes. */
@Repository
class FactorSeals implements SealedPlace {

    private final Transactions transactions;
    private final Sql sql;
    private final Sealing sealing;

    FactorSeals(Transactions transactions, Sql sql, Sealing sealing) {
        this.transactions = transactions;
        this.sql = sql;
        this.sealing = sealing;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(UUID account, boolean isPending, byte[] sealed) {}

    @Override
    public String code() {
        return "factor";
    }

    @Override
    public long rows() {
        return transactions.asWorker(
                SecondFactors.WORKER,
                () -> sql.of("select count(*) from second_factor_secret").count());
    }

    @Override
    public long left(String fingerprint) {
        return transactions.asWorker(
                SecondFactors.WORKER,
                () -> sql.of(
                                "select count(*) from second_factor_secret where substring(sealed from 2 for 4) <> decode(:fingerprint, 'hex')")
                        .bind("fingerprint", fingerprint)
                        .count());
    }

    /** By account: the secret in use and the one just shown go together. */
    @Override
    public Walked walk(@Nullable UUID after, int most) {
        return transactions.asWorker(SecondFactors.WORKER, () -> {
            List<Row> rows = sql.of("""
                            select account_id, is_pending, sealed from second_factor_secret
                             where account_id in (select distinct account_id from second_factor_secret
                                                   where (:after::uuid is null or account_id > :after) order by account_id limit :most)
                             order by account_id, is_pending for update""")
                    .bind("after", after)
                    .bind("most", most)
                    .list(row -> new Row(row.id("account_id"), row.yes("is_pending"), row.bytes("sealed")));
            int changed = 0;
            for (Row row : rows) {
                byte[] anew = sealing.anew(row.sealed(), SecondFactors.place(row.account()));
                if (anew != null && !Arrays.equals(anew, row.sealed())) {
                    changed += sql.of(
                                    "update second_factor_secret set sealed = :sealed where account_id = :account and is_pending = :pending")
                            .bind("sealed", anew)
                            .bind("account", row.account())
                            .bind("pending", row.isPending())
                            .update();
                }
            }
            return new Walked(rows.isEmpty() ? null : rows.getLast().account(), rows.size(), changed);
        });
    }
}
