package org.gongzhi.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Sheets as they were sent, sealed anew when the key changes. Lines that were judged hold seals of their own; they last until they are applied. */
@Repository
class SheetSeals implements SealedPlace {

    private final Transactions transactions;
    private final Sql sql;
    private final Sealing sealing;

    SheetSeals(Transactions transactions, Sql sql, Sealing sealing) {
        this.transactions = transactions;
        this.sql = sql;
        this.sealing = sealing;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(UUID id, byte[] content, byte @Nullable [] sample) {}

    @Override
    public String code() {
        return "sheet";
    }

    @Override
    public long rows() {
        return transactions.asWorker(
                "keys",
                () -> sql.of("select count(*) from sheet_import where content is not null")
                        .count());
    }

    @Override
    public long left(String fingerprint) {
        return transactions.asWorker(
                "keys", () -> sql.of("""
                        select count(*) filter (where substring(content from 2 for 4) <> decode(:fingerprint, 'hex'))
                               + count(*) filter (where substring(sample from 2 for 4) <> decode(:fingerprint, 'hex'))
                        from sheet_import where content is not null""").bind("fingerprint", fingerprint).count());
    }

    /** A seal as text begins with the mark of its cipher, 01 or 02, and the fingerprint of its key. */
    @Override
    public long passing(String fingerprint) {
        return transactions.asWorker(
                "keys", () -> sql.of("""
                        select count(*) from sheet_row r join sheet_import i on i.id = r.import_id
                        where i.state in ('checking', 'checked', 'applying')
                          and exists (select from unnest(r.kept) seal where seal ~ '^0[12][0-9a-f]{40}' and substring(seal from 3 for 8) <> :fingerprint)""").bind("fingerprint", fingerprint).count());
    }

    @Override
    public Walked walk(@Nullable UUID after, int most) {
        return transactions.asWorker("keys", () -> {
            // One at a time: a sheet is as large as a file may be.
            List<Row> rows = sql.of("""
                            select id, content, sample from sheet_import
                            where content is not null and (:after::uuid is null or id > :after) order by id limit 1 for update""")
                    .bind("after", after)
                    .list(row -> new Row(row.id("id"), row.bytes("content"), row.bytesOrNull("sample")));
            int changed = 0;
            for (Row row : rows) {
                byte[] content = sealing.anew(row.content(), SheetImports.place(row.id()));
                byte[] before = row.sample();
                byte[] sample = before == null ? null : sealing.anew(before, SheetImports.samplePlace(row.id()));
                if (content != null && !Arrays.equals(content, row.content())) {
                    sql.of(
                                    "update sheet_import set content = :content, sample = coalesce(:sample, sample) where id = :id")
                            .bind("content", content)
                            .bind("sample", sample)
                            .bind("id", row.id())
                            .update();
                    changed += 2;
                }
            }
            return new Walked(rows.isEmpty() ? null : rows.getLast().id(), rows.size(), changed);
        });
    }
}
