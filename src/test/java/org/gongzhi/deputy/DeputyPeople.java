package org.gongzhi.deputy;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.QuickPassword;
import org.gongzhi.support.RegionFixtures;

/** People with a duty each, new in every test. */
final class DeputyPeople {

    static final String PASSWORD = "huaishu-kaihua-2026";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static String hash = "";

    private final Accounts accounts;
    private final AccountLookup lookup;
    private final Transactions transactions;
    private final Sql sql;

    DeputyPeople(Accounts accounts, AccountLookup lookup, Transactions transactions, DataSource database) {
        this.accounts = accounts;
        this.lookup = lookup;
        this.transactions = transactions;
        this.sql = new Sql(database);
        RegionFixtures.plant(database);
    }

    record Somebody(Actor actor, String login) {

        UUID account() {
            return actor.account();
        }

        UUID duty() {
            return java.util.Objects.requireNonNull(actor.dutyId());
        }
    }

    Somebody holding(DutyKind kind, RegionCode node) {
        String login = "stand" + NUMBERS.incrementAndGet() + "x"
                + ProcessHandle.current().pid();
        record Made(UUID account, UUID duty) {}
        Made made = transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create(login, "替班" + login, hash(), false, false);
                    return Outcome.done(new Made(account, accounts.grantDuty(account, kind, node)));
                })
                .orThrow();
        return new Somebody(acting(made.account(), made.duty()), login);
    }

    Somebody also(Somebody somebody, DutyKind kind, RegionCode node) {
        UUID duty = write(() -> accounts.grantDuty(somebody.account(), kind, node));
        return new Somebody(acting(somebody.account(), duty), somebody.login());
    }

    <T> T write(Supplier<T> work) {
        return transactions
                .write(Actor.worker("test"), () -> Outcome.done(work.get()))
                .orThrow();
    }

    Actor acting(UUID account, UUID duty) {
        return transactions
                .asWorker("job", () -> lookup.actorFor(account, duty))
                .orElseThrow();
    }

    void endDuty(Somebody somebody, LocalDate before) {
        transactions
                .write(Actor.worker("test"), () -> {
                    accounts.endDuty(
                            somebody.duty(),
                            somebody.account(),
                            before,
                            somebody.account(),
                            before.atStartOfDay(org.gongzhi.kernel.Time.ZONE).toInstant());
                    return Outcome.done(true);
                })
                .orThrow();
    }

    void disable(Somebody somebody) {
        transactions
                .write(Actor.worker("test"), () -> {
                    accounts.setActive(somebody.account(), false);
                    return Outcome.done(true);
                })
                .orThrow();
    }

    int inForce(UUID duty, LocalDate day) {
        return transactions.read(
                Actor.worker("test"),
                () -> sql.of("select count(*) as n from duty where id = :id and valid @> :day")
                        .bind("id", duty)
                        .bind("day", day)
                        .one(row -> row.whole("n")));
    }

    String actorInTrail(UUID subject, String action) {
        return transactions.read(
                Actor.worker("test"),
                () -> sql.of(
                                "select actor from audit_entry where subject_id = :id and action = :action order by at desc limit 1")
                        .bind("id", subject)
                        .bind("action", action)
                        .optional(row -> row.text("actor"))
                        .orElse(""));
    }

    private String hash() {
        synchronized (NUMBERS) {
            if (hash.isEmpty()) {
                hash = QuickPassword.hash(PASSWORD);
            }
            return hash;
        }
    }
}
