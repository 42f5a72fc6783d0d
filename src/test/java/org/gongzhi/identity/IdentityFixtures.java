package org.gongzhi.identity;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
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

    IdentityFixtures(Accounts accounts, Transactions transactions, DataSource dataSource) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.jdbc = new JdbcTemplate(dataSource);
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
        Integer found = transactions.read(
                Actor.worker("test"),
                () -> jdbc.queryForObject(
                        "select count(*) from audit_entry where subject_id = ? and action = ?",
                        Integer.class,
                        someone.id(),
                        action));
        return found == null ? 0 : found;
    }

    <T> T asLoader(Supplier<T> work) {
        return transactions
                .write(Actor.worker("test"), () -> Outcome.done(work.get()))
                .orThrow();
    }

    private synchronized String hash() {
        if (hash.isEmpty()) {
            hash = accounts.hash(PASSWORD);
        }
        return hash;
    }
}
