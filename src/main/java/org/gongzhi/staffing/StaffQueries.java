package org.gongzhi.staffing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People and their duties as an administrator reads them, within the territory that row-level security was told of. */
@Component
class StaffQueries {

    private final Sql sql;

    StaffQueries(Sql sql) {
        this.sql = sql;
    }

    /** @param home the node that keeps the account; null for one that has never been given a duty */
    record Person(
            UUID id,
            String login,
            String name,
            boolean isActive,
            @Nullable RegionCode home,
            boolean isDemo) {

        /** What nobody keeps is kept by the nation. */
        RegionCode homeOrNation() {
            return home == null ? RegionCode.NATION : home;
        }
    }

    /**
     * @param until the last day; null for no end
     * @param deputyFor whose it is; null for their own
     * @param deputy who has it as well now
     * @param deputyUntil the last day of that
     */
    record HeldDuty(
            UUID id,
            UUID account,
            DutyKind kind,
            RegionCode region,
            @Nullable UUID departmentId,
            @Nullable String departmentName,
            @Nullable List<String> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean isCurrent,
            boolean isOver,
            @Nullable String grantedBy,
            Instant grantedAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String deputyFor,
            @Nullable String deputy,
            @Nullable LocalDate deputyUntil) {}

    record DepartmentRow(UUID id, RegionCode node, String name, String kind, boolean isActive, long handlers) {}

    /** Null: not filtered by it. */
    record Filter(
            @Nullable String words,
            @Nullable Region node,
            @Nullable DutyKind duty,
            @Nullable String status) {}

    /** By login: whoever is kept in the territory, or holds a duty there. */
    Page<Person> page(Region territory, Filter filter, @Nullable String after, LocalDate today, int limit) {
        Region node = filter.node() == null ? territory : filter.node();
        List<Person> rows = sql.of("""
                        select a.id, a.login, a.name, a.status, a.home_code, a.is_demo
                          from account a
                         where (a.home_code >= :from and a.home_code < :to
                                or (a.home_code is null and :isNation)
                                or exists (select from duty d where d.account_id = a.id and d.region_code >= :from and d.region_code < :to and d.valid @> :today))
                           and (:after::text is null or a.login > :after)
                           and (:status::text is null or a.status = :status)
                           and (:duty::text is null
                                or exists (select from duty d where d.account_id = a.id and d.kind = :duty and d.region_code >= :from and d.region_code < :to
                                                                and d.valid @> :today))
                           and (:words::text is null or position(:words in a.name) > 0 or starts_with(a.login, lower(:words))
                                or exists (select from duty d left join department p on p.id = d.department_id join region r on r.code = d.region_code
                                            where d.account_id = a.id and d.valid @> :today
                                              and (position(:words in p.name) > 0 or position(:words in r.name) > 0)))
                         order by a.login limit :limit""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("isNation", node.code().equals(RegionCode.NATION))
                .bind("today", today)
                .bind("after", decoded(after))
                .bind("status", filter.status())
                .bind("duty", filter.duty() == null ? null : filter.duty().code())
                .bind("words", filter.words())
                .bind("limit", limit + 1)
                .list(StaffQueries::person);
        boolean isMore = rows.size() > limit;
        List<Person> items = isMore ? rows.subList(0, limit) : rows;
        return new Page<>(items, isMore ? encoded(items.getLast().login()) : null, null);
    }

    Optional<Person> find(UUID account) {
        return sql.of("select id, login, name, status, home_code, is_demo from account where id = :id")
                .bind("id", account)
                .optional(StaffQueries::person);
    }

    /** All they hold, held or will hold in the territory; latest first. */
    List<HeldDuty> dutiesOf(List<UUID> accounts, LocalDate today) {
        return sql.of("""
                        select d.id, d.account_id, d.kind, d.region_code, d.department_id, p.name as department_name, d.kind_codes,
                               lower(d.valid) as valid_from, upper(d.valid) - 1 as valid_until, d.valid @> :today as is_current,
                               coalesce(isempty(d.valid) or upper(d.valid) <= :today, false) as is_over,
                               g.name as granted_by, d.granted_at, e.name as ended_by, d.ended_at,
                               q.name as deputy_for, s.name as deputy, upper(l.valid) - 1 as deputy_until
                          from duty d
                          left join account q on q.id = d.deputy_for
                          left join duty l on l.deputizes = d.id and l.valid @> :today
                          left join account s on s.id = l.account_id
                          left join department p on p.id = d.department_id
                          left join account g on g.id = d.granted_by
                          left join account e on e.id = d.ended_by
                         where d.account_id = any (:accounts)
                         order by d.granted_at desc, d.id desc""")
                .bindIds("accounts", accounts)
                .bind("today", today)
                .list(row -> new HeldDuty(
                        row.id("id"),
                        row.id("account_id"),
                        DutyKind.of(row.text("kind")),
                        row.region("region_code"),
                        row.idOrNull("department_id"),
                        row.textOrNull("department_name"),
                        row.textsOrNull("kind_codes"),
                        row.onOrNull("valid_from"),
                        row.onOrNull("valid_until"),
                        row.yes("is_current"),
                        row.yes("is_over"),
                        row.textOrNull("granted_by"),
                        row.at("granted_at"),
                        row.textOrNull("ended_by"),
                        row.atOrNull("ended_at"),
                        row.textOrNull("deputy_for"),
                        row.textOrNull("deputy"),
                        row.onOrNull("deputy_until")));
    }

    /** Whether somebody else is this kind of administrator for the node, there or above. */
    boolean hasAnother(DutyKind kind, Region node, UUID account, LocalDate today) {
        return sql.of("""
                        select exists (select from duty d join account a on a.id = d.account_id join region r on r.code = d.region_code
                                        where d.kind = :kind and d.account_id <> :account and d.is_own and a.status = 'active' and d.valid @> :today
                                          and r.code <= :node and r.code_to >= :to) as found""")
                .bind("kind", kind)
                .bind("account", account)
                .bind("today", today)
                .bind("node", node.code())
                .bind("to", node.to())
                .one(row -> row.yes("found"));
    }

    /** 派遣规则 of any territory that suggest a department on that day or later. */
    long routesTo(UUID department, LocalDate from) {
        return sql.of("""
                        select count(*) from demand_route
                        where department_id = :department and not isempty(valid) and coalesce(upper(valid), 'infinity'::date) > :from""").bind("department", department).bind("from", from).count();
    }

    /** Lines of a node and of what lies below, by place and name; closed ones too. */
    List<DepartmentRow> departments(Region node, LocalDate today) {
        return sql.of("""
                        select p.id, p.region_code, p.name, p.kind, p.is_active,
                               (select count(distinct d.account_id) from duty d where d.department_id = p.id and d.valid @> :today) as handlers
                          from department p
                         where p.region_code >= :from and p.region_code < :to
                         order by p.region_code, p.name, p.id limit 1000""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("today", today)
                .list(row -> new DepartmentRow(
                        row.id("id"),
                        row.region("region_code"),
                        row.text("name"),
                        row.text("kind"),
                        row.yes("is_active"),
                        row.number("handlers")));
    }

    private static Person person(Sql.Row row) throws java.sql.SQLException {
        return new Person(
                row.id("id"),
                row.text("login"),
                row.text("name"),
                row.text("status").equals("active"),
                row.regionOrNull("home_code"),
                row.yes("is_demo"));
    }

    private static String encoded(String login) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decoded(@Nullable String after) {
        try {
            return after == null
                    ? null
                    : new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
