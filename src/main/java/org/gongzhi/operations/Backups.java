package org.gongzhi.operations;

import java.time.Instant;
import java.util.List;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** That backups were made; of what is in them, nothing. */
@Component
class Backups {

    private final Transactions transactions;
    private final Sql sql;

    Backups(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * @param at when copying began
     * @param bytes of the file
     * @param seconds that it took
     */
    record Made(Instant at, String file, long bytes, int seconds) {}

    int note(Made made) {
        return transactions.asWorker(
                "backup",
                () -> sql.of("""
                        insert into backup_made (id, at, file, bytes, seconds) values (:id, :at, :file, :bytes, :seconds)""")
                        .bind("id", Ids.next())
                        .bind("at", made.at())
                        .bind("file", made.file())
                        .bind("bytes", made.bytes())
                        .bind("seconds", made.seconds())
                        .update());
    }

    /** Newest first. */
    List<Made> latest(int most) {
        return transactions.readFacts(() -> sql.of(
                        "select at, file, bytes, seconds from backup_made order by at desc limit :most")
                .bind("most", most)
                .list(row -> new Made(row.at("at"), row.text("file"), row.number("bytes"), row.whole("seconds"))));
    }
}
