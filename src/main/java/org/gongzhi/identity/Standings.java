package org.gongzhi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads how an account stands now. Every request asks, so an answer is good for a moment ({@code gongzhi.identity.standing-for}, 2 s): long enough for the
 * many requests of one page, too short for anyone whose duty was taken away.
 */
@Component
class Standings {

    private static final int KEPT = 20_000;

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final Duration standingFor;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    Standings(Transactions transactions, Sql sql, Clock clock, IdentityProperties properties) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.standingFor = properties.standingFor();
    }

    private record Key(UUID account, @Nullable UUID duty) {}

    private record Known(Optional<Standing> standing, Instant until) {}

    /** Empty when there is no such account or it is disabled. */
    Optional<Standing> of(UUID account, @Nullable UUID duty) {
        var key = new Key(account, duty);
        Instant now = clock.instant();
        Known found = known.get(key);
        if (found != null && now.isBefore(found.until())) {
            return found.standing();
        }
        Optional<Standing> standing = inTransaction(account, () -> read(account, duty));
        if (known.size() >= KEPT) {
            known.clear();
        }
        known.put(key, new Known(standing, now.plus(standingFor)));
        return standing;
    }

    /** After a change made here; other nodes learn within the moment. */
    void forget(UUID account) {
        known.keySet().removeIf(key -> key.account().equals(account));
    }

    /** Duties in force, highest node first. */
    List<Standing.Duty> dutiesOf(UUID account) {
        return inTransaction(
                account,
                () -> sql.of("""
                        select d.id, d.kind, d.region_code, r.code_to, r.level, r.name as region_name, d.department_id, p.name as department_name, d.kind_codes
                          from duty d
                          join region r on r.code = d.region_code
                          left join department p on p.id = d.department_id
                         where d.account_id = :account and d.valid @> :today
                         order by r.level, r.name, d.kind, d.id""")
                        .bind("account", account)
                        .bind("today", Time.today(clock))
                        .list(Standings::duty));
    }

    /** A caller inside a transaction (a worker with a job in hand) reads with what it may see; everyone else reads as the account itself. */
    private <T> T inTransaction(UUID account, java.util.function.Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? work.get()
                : transactions.read(Standing.person(account, "", ""), work);
    }

    private Optional<Standing> read(UUID account, @Nullable UUID duty) {
        return sql.of("""
                        select a.id as account_id, a.login, a.name, a.locale, a.is_demo, coalesce(s.must_change, false) as must_change,
                               d.id, d.kind, d.region_code, r.code_to, r.level, r.name as region_name, d.department_id, p.name as department_name, d.kind_codes
                          from account a
                          left join account_secret s on s.account_id = a.id
                          left join duty d on d.id = cast(:duty as uuid) and d.account_id = a.id and d.valid @> :today
                          left join region r on r.code = d.region_code
                          left join department p on p.id = d.department_id
                         where a.id = :account and a.status = 'active'""")
                .bind("account", account)
                .bind("duty", duty)
                .bind("today", Time.today(clock))
                .optional(row -> new Standing(
                        new Standing.Account(
                                row.id("account_id"),
                                row.text("login"),
                                row.text("name"),
                                row.text("locale"),
                                row.yes("is_demo")),
                        row.yes("must_change"),
                        row.idOrNull("id") == null ? null : duty(row)));
    }

    private static Standing.Duty duty(Sql.Row row) throws java.sql.SQLException {
        return new Standing.Duty(
                row.id("id"),
                DutyKind.of(row.text("kind")),
                row.region("region_code"),
                row.number("code_to"),
                row.whole("level"),
                row.text("region_name"),
                row.idOrNull("department_id"),
                row.textOrNull("department_name"),
                row.textsOrNull("kind_codes"));
    }
}
