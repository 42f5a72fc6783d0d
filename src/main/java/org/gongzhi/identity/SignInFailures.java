package org.gongzhi.identity;

import java.time.Instant;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

@Component
class SignInFailures {

    private final Sql sql;

    SignInFailures(Sql sql) {
        this.sql = sql;
    }

    /** How this login stands from this address; the row stays locked until the transaction ends, so that simultaneous tries are counted one by one. */
    LockOut take(String login, String address, Instant now) {
        sql.of("""
                        insert into sign_in_failure (login, address, failures, locked_until, updated_at)
                        values (:login, :address, 0, :now, :now) on conflict do nothing""")
                .bind("login", login)
                .bind("address", address)
                .bind("now", now)
                .update();
        return sql.of("""
                        select case when updated_at < :forgottenBefore then 0 else failures end as failures, locked_until
                          from sign_in_failure where login = :login and address = :address for update""")
                .bind("login", login)
                .bind("address", address)
                .bind("forgottenBefore", now.minus(LockOut.FORGOTTEN_AFTER))
                .one(row -> new LockOut(row.whole("failures"), row.at("locked_until")));
    }

    void update(String login, String address, LockOut lockOut, Instant now) {
        sql.of("""
                        update sign_in_failure set failures = :failures, locked_until = :lockedUntil, updated_at = :now
                         where login = :login and address = :address""")
                .bind("login", login)
                .bind("address", address)
                .bind("failures", lockOut.failures())
                .bind("lockedUntil", lockOut.lockedUntil())
                .bind("now", now)
                .update();
    }

    /** After a sign-in: this pair starts afresh, and whatever is a day old goes with it. */
    void clear(String login, String address, Instant now) {
        sql.of("delete from sign_in_failure where login = :login and address = :address")
                .bind("login", login)
                .bind("address", address)
                .update();
        sql.of("""
                        delete from sign_in_failure
                         where (login, address) in (select login, address from sign_in_failure
                                                     where updated_at < :forgottenBefore limit 1000 for update skip locked)""").bind("forgottenBefore", now.minus(LockOut.FORGOTTEN_AFTER)).update();
    }
}
