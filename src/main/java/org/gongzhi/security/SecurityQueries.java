package org.gongzhi.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions and lock-outs of the accounts that a territory keeps; keys of the installation. */
@Component
class SecurityQueries {

    private final Sql sql;

    SecurityQueries(Sql sql) {
        this.sql = sql;
    }

    /** @param id key of the session's row, which opens nothing */
    record LiveSession(
            UUID id,
            UUID accountId,
            String login,
            String name,
            @Nullable RegionCode home,
            Instant signedInAt,
            Instant lastSeenAt,
            String address,
            String browser) {}

    record LockedOut(
            String login,
            @Nullable UUID accountId,
            @Nullable String name,
            String address,
            int tries,
            Instant lockedUntil,
            Instant lastTryAt,
            boolean isLocked) {}

    record KeyState(String name, String fingerprint, Instant since, boolean isSealing) {}

    /** Latest sign-in first. The tables are the session library's: times in milliseconds, ids and the ticket as text. */
    Page<LiveSession> sessions(
            Region territory, @Nullable String words, @Nullable String after, Instant now, int limit) {
        Cursor cursor = Cursor.decode(after).orElse(null);
        List<LiveSession> rows = sql.of("""
                        select s.primary_id, a.id, a.login, a.name, a.home_code, to_timestamp(s.creation_time / 1000.0) as created_at,
                               to_timestamp(s.last_access_time / 1000.0) as seen_at, split_part(t.line, chr(10), 4) as address,
                               split_part(t.line, chr(10), 5) as browser
                          from spring_session s
                          join account a on a.id = s.principal_name::uuid
                          join lateral (select convert_from(b.attribute_bytes, 'UTF8') as line from spring_session_attributes b
                                         where b.session_primary_id = s.primary_id and b.attribute_name = 'ticket') t on true
                         where s.principal_name is not null and s.expiry_time > :now
                           and (a.home_code >= :from and a.home_code < :to or (a.home_code is null and :isNation))
                           and (:words::text is null or position(:words in a.name) > 0 or starts_with(a.login, lower(:words)))
                           and (:cursorAt::bigint is null or (s.creation_time, s.primary_id) < (:cursorAt, :cursorId))
                         order by s.creation_time desc, s.primary_id desc limit :limit""")
                .bind("now", now.toEpochMilli())
                .bind("from", territory.code())
                .bind("to", territory.to())
                .bind("isNation", territory.code().equals(RegionCode.NATION))
                .bind("words", words)
                .bind("cursorAt", cursor == null ? null : cursor.at().toEpochMilli())
                .bind("cursorId", cursor == null ? null : cursor.id().toString())
                .bind("limit", limit + 1)
                .list(row -> new LiveSession(
                        UUID.fromString(row.text("primary_id")),
                        row.id("id"),
                        row.text("login"),
                        row.text("name"),
                        row.regionOrNull("home_code"),
                        row.at("created_at"),
                        row.at("seen_at"),
                        row.text("address"),
                        row.text("browser")));
        return Page.cut(rows, limit, row -> new Cursor(row.signedInAt(), row.id()));
    }

    /** Whose session; empty outside the territory. */
    Optional<UUID> ownerOf(UUID session, Region territory) {
        return sql.of("""
                        select a.id from spring_session s join account a on a.id = s.principal_name::uuid
                         where s.primary_id = :id and (a.home_code >= :from and a.home_code < :to or (a.home_code is null and :isNation))""")
                .bind("id", session.toString())
                .bind("from", territory.code())
                .bind("to", territory.to())
                .bind("isNation", territory.code().equals(RegionCode.NATION))
                .optional(row -> row.id("id"));
    }

    /** Logins with failed tries, latest first; unknown ones are shown to the nation alone. What people mistype may be a password, so an unknown login is masked. */
    List<LockedOut> lockOuts(Region territory, Instant now) {
        return sql.of("""
                        select case when a.id is null then left(f.login, 2) || '＊＊＊' else f.login end as login, a.id, a.name, f.address, f.failures,
                               f.locked_until, f.updated_at, f.locked_until > :now as is_locked
                          from sign_in_failure f left join account a on a.login = f.login
                         where f.failures > 0
                           and (a.home_code >= :from and a.home_code < :to or (a.home_code is null and :isNation))
                         order by f.updated_at desc, f.login, f.address limit 200""")
                .bind("now", now)
                .bind("from", territory.code())
                .bind("to", territory.to())
                .bind("isNation", territory.code().equals(RegionCode.NATION))
                .list(row -> new LockedOut(
                        row.text("login"),
                        row.idOrNull("id"),
                        row.textOrNull("name"),
                        row.text("address"),
                        row.whole("failures"),
                        row.at("locked_until"),
                        row.at("updated_at"),
                        row.yes("is_locked")));
    }

    /** The login of an account of the territory. */
    Optional<String> login(UUID account, Region territory) {
        return sql.of("""
                        select login from account
                         where id = :id and (home_code >= :from and home_code < :to or (home_code is null and :isNation))""")
                .bind("id", account)
                .bind("from", territory.code())
                .bind("to", territory.to())
                .bind("isNation", territory.code().equals(RegionCode.NATION))
                .optional(row -> row.text("login"));
    }

    /** Of the whole installation; the latest of each name seals, the others only open. */
    List<KeyState> keys() {
        return sql.of("""
                        select name, fingerprint, created_at, row_number() over (partition by name order by created_at desc, fingerprint) = 1 as is_sealing
                          from installation_key order by name, created_at desc, fingerprint""")
                .list(row -> new KeyState(
                        row.text("name"), row.text("fingerprint"), row.at("created_at"), row.yes("is_sealing")));
    }
}
