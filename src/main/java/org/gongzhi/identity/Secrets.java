package org.gongzhi.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** Logins and password hashes. Row-level security shows a hash only in a transaction of the account itself. */
@Component
class Secrets {

    private final Sql sql;

    Secrets(Sql sql) {
        this.sql = sql;
    }

    record Holder(UUID account, String name, boolean isActive) {}

    Optional<Holder> find(String login) {
        return sql.of("select id, name, status from account where login = :login")
                .bind("login", login)
                .optional(row -> new Holder(
                        row.id("id"), row.text("name"), row.text("status").equals("active")));
    }

    record Known(String login, Holder holder) {}

    Known of(UUID account) {
        return sql.of("select id, login, name, status from account where id = :id")
                .bind("id", account)
                .one(row -> new Known(
                        row.text("login"),
                        new Holder(
                                row.id("id"),
                                row.text("name"),
                                row.text("status").equals("active"))));
    }

    Optional<String> hashOf(UUID account) {
        return sql.of("select password_hash from account_secret where account_id = :account")
                .bind("account", account)
                .optional(row -> row.text("password_hash"));
    }

    /** Chosen by the person: nothing more to be changed. */
    void update(UUID account, String hash, Instant now) {
        sql.of("""
                        update account_secret set password_hash = :hash, must_change = false, changed_at = :now
                         where account_id = :account""").bind("hash", hash).bind("now", now).bind("account", account).update();
    }

    void speak(UUID account, String locale) {
        sql.of("update account set locale = :locale, version = version + 1 where id = :account")
                .bind("locale", locale)
                .bind("account", account)
                .update();
    }

    /** A password somebody else was told to hand over: it opens the way to choosing an own one and nothing else. In the worker's name. */
    void replace(UUID account, String hash, Instant now) {
        sql.of("""
                        insert into account_secret (account_id, password_hash, must_change, changed_at) values (:account, :hash, true, :now)
                        on conflict (account_id) do update set password_hash = excluded.password_hash, must_change = true, changed_at = excluded.changed_at""").bind("account", account).bind("hash", hash).bind("now", now).update();
    }
}
