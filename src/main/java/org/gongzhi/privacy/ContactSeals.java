package org.gongzhi.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Names and phones, sealed anew when the key changes. */
@Repository
class ContactSeals implements SealedPlace {

    private final Transactions transactions;
    private final Sql sql;
    private final Sealing sealing;

    ContactSeals(Transactions transactions, Sql sql, Sealing sealing) {
        this.transactions = transactions;
        this.sql = sql;
        this.sealing = sealing;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(UUID id, byte @Nullable [] name, byte @Nullable [] phone) {}

    @Override
    public String code() {
        return "contact";
    }

    @Override
    public long rows() {
        return transactions.asWorker(
                "keys", () -> sql.of("select count(*) from contact").count());
    }

    @Override
    public long left(String fingerprint) {
        return transactions.asWorker(
                "keys", () -> sql.of("""
                        select count(*) filter (where substring(name_sealed from 2 for 4) <> decode(:fingerprint, 'hex'))
                               + count(*) filter (where substring(phone_sealed from 2 for 4) <> decode(:fingerprint, 'hex')) from contact""").bind("fingerprint", fingerprint).count());
    }

    @Override
    public Walked walk(@Nullable UUID after, int most) {
        return transactions.asWorker("keys", () -> {
            List<Row> rows = sql.of("""
                            select id, name_sealed, phone_sealed from contact where (:after::uuid is null or id > :after) order by id limit :most for update""")
                    .bind("after", after)
                    .bind("most", most)
                    .list(row ->
                            new Row(row.id("id"), row.bytesOrNull("name_sealed"), row.bytesOrNull("phone_sealed")));
            List<UUID> ids = new ArrayList<>();
            List<@Nullable String> names = new ArrayList<>();
            List<@Nullable String> phones = new ArrayList<>();
            int changed = 0;
            for (Row row : rows) {
                byte[] name = anew(row.name(), row.id(), "name");
                byte[] phone = anew(row.phone(), row.id(), "phone");
                int seals = (Arrays.equals(name, row.name()) ? 0 : 1) + (Arrays.equals(phone, row.phone()) ? 0 : 1);
                if (seals > 0) {
                    ids.add(row.id());
                    names.add(hex(name));
                    phones.add(hex(phone));
                    changed += seals;
                }
            }
            if (!ids.isEmpty()) {
                sql.of("""
                        update contact c set name_sealed = decode(n.name, 'hex'), phone_sealed = decode(n.phone, 'hex')
                        from unnest(:ids, :names, :phones) as n (id, name, phone) where c.id = n.id""")
                        .bindIds("ids", ids)
                        .bindTexts("names", names)
                        .bindTexts("phones", phones)
                        .update();
            }
            return new Walked(rows.isEmpty() ? null : rows.getLast().id(), rows.size(), changed);
        });
    }

    /** The same array when nothing is to be done. */
    private byte @Nullable [] anew(byte @Nullable [] sealed, UUID contact, String field) {
        if (sealed == null) {
            return null;
        }
        byte[] anew = sealing.anew(sealed, Contacts.place(contact, field));
        return anew == null ? sealed : anew;
    }

    private static @Nullable String hex(byte @Nullable [] sealed) {
        return sealed == null ? null : HexFormat.of().formatHex(sealed);
    }
}
