package org.gongzhi.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class DutyQueries {

    private final Sql sql;

    DutyQueries(Sql sql) {
        this.sql = sql;
    }

    record DutyRow(
            UUID id,
            DutyKind kind,
            RegionCode region,
            @Nullable UUID departmentId,
            @Nullable String departmentName,
            @Nullable List<String> kinds,
            Standing.@Nullable Principal principal) {}

    record StandingRow(
            Standing.Account account,
            boolean mustChangePassword,
            boolean mustEnrol,
            @Nullable DutyRow duty) {}

    /** Empty when there is no such account or it is disabled; without a duty when that one is not in force today. */
    Optional<StandingRow> standing(UUID account, @Nullable UUID duty, LocalDate today) {
        return sql.of("""
                        select a.id as account_id, a.login, a.name, a.locale, a.is_demo, coalesce(s.must_change, false) as must_change,
                               exists (select from second_factor_demand m join region r on r.code = m.region_code
                                         join duty o on o.kind = m.duty_kind and o.region_code >= r.code and o.region_code < r.code_to
                                        where o.account_id = a.id and o.valid @> :today)
                               and not exists (select from second_factor f where f.account_id = a.id) as must_enrol,
                               d.id, d.kind, d.region_code, d.department_id, p.name as department_name, d.kind_codes, d.deputy_for, q.name as principal
                          from account a
                          left join account_secret s on s.account_id = a.id
                          left join (duty d left join account q on q.id = d.deputy_for)
                                 on d.id = cast(:duty as uuid) and d.account_id = a.id and d.valid @> :today and (d.deputy_for is null or q.status = 'active')
                          left join department p on p.id = d.department_id
                         where a.id = :account and a.status = 'active'""")
                .bind("account", account)
                .bind("duty", duty)
                .bind("today", today)
                .optional(row -> new StandingRow(
                        new Standing.Account(
                                row.id("account_id"),
                                row.text("login"),
                                row.text("name"),
                                row.text("locale"),
                                row.yes("is_demo")),
                        row.yes("must_change"),
                        row.yes("must_enrol"),
                        row.idOrNull("id") == null ? null : duty(row)));
    }

    /** Whether any duty they hold today demands a second factor. */
    boolean demandsFactor(UUID account, LocalDate today) {
        return sql.of("""
                        select exists (select from second_factor_demand m join region r on r.code = m.region_code
                                         join duty o on o.kind = m.duty_kind and o.region_code >= r.code and o.region_code < r.code_to
                                        where o.account_id = :account and o.valid @> :today) as demanded""").bind("account", account).bind("today", today).one(row -> row.yes("demanded"));
    }

    List<DutyRow> dutiesOf(UUID account, LocalDate today) {
        return sql.of("""
                        select d.id, d.kind, d.region_code, d.department_id, p.name as department_name, d.kind_codes, d.deputy_for, q.name as principal
                          from duty d left join department p on p.id = d.department_id left join account q on q.id = d.deputy_for
                         where d.account_id = :account and d.valid @> :today and (d.deputy_for is null or q.status = 'active')
                         order by d.kind, d.id""").bind("account", account).bind("today", today).list(DutyQueries::duty);
    }

    private static DutyRow duty(Sql.Row row) throws java.sql.SQLException {
        return new DutyRow(
                row.id("id"),
                DutyKind.of(row.text("kind")),
                row.region("region_code"),
                row.idOrNull("department_id"),
                row.textOrNull("department_name"),
                row.textsOrNull("kind_codes"),
                row.idOrNull("deputy_for") == null
                        ? null
                        : new Standing.Principal(row.id("deputy_for"), row.text("principal")));
    }
}
