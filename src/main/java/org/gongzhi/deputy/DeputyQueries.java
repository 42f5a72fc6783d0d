package org.gongzhi.deputy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose deputy somebody is, and who could be: each by an account or a duty that the asker was asked for. */
@Component
class DeputyQueries {

    private static final int MOST = 20;

    private final Sql sql;

    DeputyQueries(Sql sql) {
        this.sql = sql;
    }

    record Person(
            UUID id, String name, String login, @Nullable RegionCode home) {}

    /** @param until the last day; null for no end */
    record Held(
            UUID id,
            UUID account,
            DutyKind kind,
            RegionCode region,
            @Nullable UUID departmentId,
            @Nullable String departmentName,
            boolean isOwn,
            @Nullable LocalDate until) {}

    record Lent(
            UUID id,
            DutyKind kind,
            RegionCode region,
            @Nullable String departmentName,
            UUID principal,
            String principalName,
            UUID deputy,
            String deputyName,
            LocalDate from,
            LocalDate until) {}

    record Candidate(
            UUID id,
            String name,
            DutyKind kind,
            RegionCode region,
            @Nullable String departmentName) {}

    Optional<Person> person(UUID account) {
        return sql.of("select id, name, login, home_code from account where id = :id and status = 'active'")
                .bind("id", account)
                .optional(row ->
                        new Person(row.id("id"), row.text("name"), row.text("login"), row.regionOrNull("home_code")));
    }

    /** In force today, or later. */
    List<Held> dutiesOf(UUID account, LocalDate today) {
        return sql.of("""
                        select d.id, d.account_id, d.kind, d.region_code, d.department_id, p.name as department_name, d.is_own, upper(d.valid) - 1 as until
                          from duty d left join department p on p.id = d.department_id
                         where d.account_id = :account and d.is_own and not isempty(d.valid) and coalesce(upper(d.valid) > :today, true)
                         order by d.region_code, d.kind, d.id""").bind("account", account).bind("today", today).list(DeputyQueries::held);
    }

    Optional<Held> duty(UUID id, LocalDate today) {
        return sql.of("""
                        select d.id, d.account_id, d.kind, d.region_code, d.department_id, p.name as department_name, d.is_own, upper(d.valid) - 1 as until
                          from duty d left join department p on p.id = d.department_id
                         where d.id = :id and not isempty(d.valid) and coalesce(upper(d.valid) > :today, true)""").bind("id", id).bind("today", today).optional(DeputyQueries::held);
    }

    private static Held held(Sql.Row row) throws java.sql.SQLException {
        return new Held(
                row.id("id"),
                row.id("account_id"),
                DutyKind.of(row.text("kind")),
                row.region("region_code"),
                row.idOrNull("department_id"),
                row.textOrNull("department_name"),
                row.yes("is_own"),
                row.onOrNull("until"));
    }

    /** What they lent and what was lent to them, the latest first: what ended is told for a quarter. */
    List<Lent> lent(UUID account, LocalDate today) {
        return sql.of("""
                        select d.id, d.kind, d.region_code, p.name as department_name, d.deputy_for, q.name as principal, d.account_id, a.name as deputy,
                               lower(d.valid) as from_day, upper(d.valid) - 1 as until
                          from duty d join account q on q.id = d.deputy_for join account a on a.id = d.account_id left join department p on p.id = d.department_id
                         where (d.deputy_for = :account or d.account_id = :account) and not isempty(d.valid) and upper(d.valid) > :today - 92
                         order by lower(d.valid) desc, d.id desc limit 200""").bind("account", account).bind("today", today).list(DeputyQueries::lent);
    }

    Optional<Lent> lentDuty(UUID id) {
        return sql.of("""
                        select d.id, d.kind, d.region_code, p.name as department_name, d.deputy_for, q.name as principal, d.account_id, a.name as deputy,
                               lower(d.valid) as from_day, upper(d.valid) - 1 as until
                          from duty d join account q on q.id = d.deputy_for join account a on a.id = d.account_id left join department p on p.id = d.department_id
                         where d.id = :id and not isempty(d.valid)""").bind("id", id).optional(DeputyQueries::lent);
    }

    private static Lent lent(Sql.Row row) throws java.sql.SQLException {
        return new Lent(
                row.id("id"),
                DutyKind.of(row.text("kind")),
                row.region("region_code"),
                row.textOrNull("department_name"),
                row.id("deputy_for"),
                row.text("principal"),
                row.id("account_id"),
                row.text("deputy"),
                row.on("from_day"),
                row.on("until"));
    }

    /** Those with a duty of their own in this territory today, by name; {@code deputy} null for all whose name or login the words fit. */
    List<Candidate> candidates(
            Region territory, UUID except, @Nullable UUID deputy, @Nullable String words, LocalDate today) {
        return sql.of("""
                        select * from (
                            select distinct on (a.id) a.id, a.name, d.kind, d.region_code, p.name as department_name
                              from account a join duty d on d.account_id = a.id left join department p on p.id = d.department_id
                             where a.status = 'active' and a.id <> :except and d.is_own and d.valid @> :today
                               and d.region_code >= :from and d.region_code < :to
                               and (:deputy::uuid is null or a.id = :deputy)
                               and (:words::text is null or position(:words in a.name) > 0 or starts_with(a.login, lower(:words)))
                             order by a.id, d.region_code) c
                         order by c.name, c.id limit :limit""")
                .bind("except", except)
                .bind("today", today)
                .bind("from", territory.code())
                .bind("to", territory.to())
                .bind("deputy", deputy)
                .bind("words", words)
                .bind("limit", MOST)
                .list(row -> new Candidate(
                        row.id("id"),
                        row.text("name"),
                        DutyKind.of(row.text("kind")),
                        row.region("region_code"),
                        row.textOrNull("department_name")));
    }
}
