package org.gongzhi.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class Tokens {

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    Tokens(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param digest of the token itself, hexadecimal */
    record Made(
            UUID id,
            RegionCode region,
            UUID account,
            String name,
            String digest,
            String hint,
            List<String> verbs,
            List<String> addresses,
            Instant expiresAt) {}

    /** What the gate needs to know. */
    record Known(
            UUID id,
            RegionCode region,
            UUID account,
            String name,
            List<String> verbs,
            List<String> addresses,
            Instant expiresAt,
            boolean isRevoked) {}

    record Row(
            UUID id,
            String name,
            String hint,
            RegionCode region,
            String place,

            @OneOf({"read", "register", "open311", "metrics"})
            List<String> verbs,

            List<String> addresses,
            String issuedBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            @Nullable String lastAddress) {}

    /** Without a password: nobody signs in to it. */
    UUID addAccount(UUID token, String name) {
        UUID account = Ids.next();
        sql.of("insert into account (id, login, name) values (:id, :login, :name)")
                .bind("id", account)
                .bind("login", "machine-" + token)
                .bind("name", name)
                .update();
        return account;
    }

    void add(Actor actor, Made made) {
        sql.of("""
                insert into machine_token (id, region_code, account_id, name, digest, hint, verbs, addresses, created_by, created_at, expires_at)
                values (:id, :region, :account, :name, decode(:digest, 'hex'), :hint, :verbs, cast(:addresses as text[])::cidr[], :by, :now, :expiresAt)""")
                .bind("id", made.id())
                .bind("region", made.region())
                .bind("account", made.account())
                .bind("name", made.name())
                .bind("digest", made.digest())
                .bind("hint", made.hint())
                .bindTexts("verbs", made.verbs())
                .bindTexts("addresses", made.addresses())
                .bind("by", actor.account())
                .bind("now", Time.now(clock))
                .bind("expiresAt", made.expiresAt())
                .update();
    }

    /** By the gate, which sees all of them. */
    Optional<Known> find(String digest) {
        return transactions.asWorker(
                "token",
                () -> sql.of("""
                        select id, region_code, account_id, name, verbs, addresses::text[] as addresses, expires_at, revoked_at is not null as is_revoked
                        from machine_token where digest = decode(:digest, 'hex')""")
                        .bind("digest", digest)
                        .optional(row -> new Known(
                                row.id("id"),
                                row.region("region_code"),
                                row.id("account_id"),
                                row.text("name"),
                                row.texts("verbs"),
                                row.texts("addresses"),
                                row.at("expires_at"),
                                row.yes("is_revoked"))));
    }

    /** At most once a minute each, so that a busy machine does not write at every question. */
    void used(UUID id, String address) {
        Instant now = Time.now(clock);
        transactions.asWorker(
                "token",
                () -> sql.of("""
                        update machine_token set last_used_at = :now, last_address = :address
                        where id = :id and (last_used_at is null or last_used_at < :before or last_address is distinct from :address)""")
                        .bind("id", id)
                        .bind("now", now)
                        .bind("before", now.minusSeconds(60))
                        .bind("address", address)
                        .update());
    }

    /** All under the administrator's node, newest first; those that ended too. */
    List<Row> all() {
        return sql.of("""
                        select t.id, t.name, t.hint, t.region_code, r.name as place, t.verbs, t.addresses::text[] as addresses, a.name as issued_by,
                               t.created_at, t.expires_at, t.revoked_at, t.last_used_at, t.last_address
                        from machine_token t join region r on r.code = t.region_code join account a on a.id = t.created_by
                        order by t.created_at desc, t.id desc limit 500""")
                .list(row -> new Row(
                        row.id("id"),
                        row.text("name"),
                        row.text("hint"),
                        row.region("region_code"),
                        row.text("place"),
                        row.texts("verbs"),
                        row.texts("addresses"),
                        row.text("issued_by"),
                        row.at("created_at"),
                        row.at("expires_at"),
                        row.atOrNull("revoked_at"),
                        row.atOrNull("last_used_at"),
                        row.textOrNull("last_address")));
    }

    /** False when it is revoked already. */
    boolean revoke(Actor actor, UUID id) {
        return sql.of(
                                "update machine_token set revoked_at = :now, revoked_by = :by where id = :id and revoked_at is null")
                        .bind("id", id)
                        .bind("now", Time.now(clock))
                        .bind("by", actor.account())
                        .update()
                == 1;
    }

    Optional<RegionCode> regionOf(UUID id) {
        return sql.of("select region_code from machine_token where id = :id")
                .bind("id", id)
                .optional(row -> row.region("region_code"));
    }
}
