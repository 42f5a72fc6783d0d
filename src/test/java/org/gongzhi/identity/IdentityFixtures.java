package org.gongzhi.identity;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.RegionFixtures;
import org.springframework.jdbc.core.JdbcTemplate;

/** People with duties, each new, so that test classes can share a database. */
final class IdentityFixtures {

    static final String PASSWORD = "huaishu-kaihua-2026";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static String hash = "";

    private final Accounts accounts;
    private final Transactions transactions;
    private final JdbcTemplate jdbc;
    private final Sql sql;

    IdentityFixtures(Accounts accounts, Transactions transactions, DataSource dataSource) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.jdbc = new JdbcTemplate(dataSource);
        this.sql = new Sql(dataSource);
        RegionFixtures.plant(dataSource);
    }

    record Someone(UUID id, String login, UUID duty) {}

    Someone someoneAt(RegionCode node, DutyKind kind) {
        return someone(node, kind, false);
    }

    Someone someoneNew(RegionCode node, DutyKind kind) {
        return someone(node, kind, true);
    }

    private Someone someone(RegionCode node, DutyKind kind, boolean mustChange) {
        String login = "someone" + NUMBERS.incrementAndGet() + "x"
                + ProcessHandle.current().pid();
        return asLoader(() -> {
            UUID id = accounts.create(login, "某人" + NUMBERS.get(), hash(), mustChange, false);
            return new Someone(id, login, accounts.grantDuty(id, kind, node));
        });
    }

    UUID alsoAt(Someone someone, RegionCode node, DutyKind kind) {
        return asLoader(() -> accounts.grantDuty(someone.id(), kind, node));
    }

    void disable(Someone someone) {
        jdbc.update("update account set status = 'disabled' where id = ?", someone.id());
    }

    void endDuty(UUID duty) {
        asLoader(() -> {
            jdbc.update("update duty set valid = daterange(lower(valid) - 1, current_date) where id = ?", duty);
            return true;
        });
    }

    void letSessionsIdleFor(Someone someone, java.time.Duration duration) {
        jdbc.update(
                "update spring_session set last_access_time = last_access_time - ?, expiry_time = expiry_time - ? where principal_name = ?",
                duration.toMillis(),
                duration.toMillis(),
                someone.id().toString());
    }

    int audited(Someone someone, String action) {
        return transactions.read(
                Actor.worker("test"),
                () -> sql.of("select count(*) as n from audit_entry where subject_id = :id and action = :action")
                        .bind("id", someone.id())
                        .bind("action", action)
                        .one(row -> row.whole("n")));
    }

    <T> T asLoader(Supplier<T> work) {
        return transactions
                .write(Actor.worker("test"), () -> {
                    // Whose transaction it is travels with the first statement through the house's own door.
                    sql.of("select 1 as n").one(row -> row.whole("n"));
                    return Outcome.done(work.get());
                })
                .orThrow();
    }

    private synchronized String hash() {
        if (hash.isEmpty()) {
            hash = accounts.hash(PASSWORD);
        }
        return hash;
    }
}
