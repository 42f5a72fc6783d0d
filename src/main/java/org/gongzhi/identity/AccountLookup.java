package org.gongzhi.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.springframework.stereotype.Component;

/** Who people are and who stands where: the questions other modules ask inside their own transaction. */
@Component
public class AccountLookup {

    private final Sql sql;
    private final Standings standings;
    private final Clock clock;

    AccountLookup(Sql sql, Standings standings, Clock clock) {
        this.sql = sql;
        this.standings = standings;
        this.clock = clock;
    }

    /** Someone who holds a duty at a node today. */
    public record Colleague(UUID accountId, String name, DutyKind duty, RegionCode node) {}

    /** A line within a node; kind {@code office} 科室 or {@code service} 公共服务企业. */
    public record Department(UUID id, String name, RegionCode node, String kind) {}

    public Optional<String> name(UUID account) {
        return sql.of("select name from account where id = :id")
                .bind("id", account)
                .optional(row -> row.text("name"));
    }

    /** Those who can be given work at exactly this node, by name; department handlers, observers and administrators are left out. */
    public List<Colleague> colleaguesAt(RegionCode node) {
        return sql.of("""
                        select a.id, a.name, d.kind, d.region_code
                          from duty d join account a on a.id = d.account_id
                         where d.region_code = :node and d.valid @> :today and a.status = 'active'
                           and d.kind not in ('department_handler', 'observer', 'system_administrator', 'security_administrator', 'audit_administrator')
                         order by a.name, a.id, d.kind""")
                .bind("node", node)
                .bind("today", Time.today(clock))
                .list(row -> new Colleague(
                        row.id("id"), row.text("name"), DutyKind.of(row.text("kind")), row.region("region_code")));
    }

    /** Departments work can be given to from this node: its own and those of its ancestors down from the district, nearest first. */
    public List<Department> departmentsFor(RegionCode node) {
        return sql.of("""
                        with recursive path as (
                            select code, parent_code, level from region where code = :node
                            union all
                            select r.code, r.parent_code, r.level from path p join region r on r.code = p.parent_code)
                        select d.id, d.name, d.region_code, d.kind
                          from path p join department d on d.region_code = p.code
                         where p.level >= 3 and d.is_active
                         order by p.level desc, d.name""").bind("node", node).list(AccountLookup::department);
    }

    public Optional<Department> department(UUID id) {
        return sql.of("select id, name, region_code, kind from department where id = :id")
                .bind("id", id)
                .optional(AccountLookup::department);
    }

    /** The person in this duty as it stands today, for work done on their behalf later; empty once the account or the duty has ended. */
    public Optional<Actor> actorFor(UUID accountId, UUID dutyId) {
        return standings.of(accountId, dutyId).flatMap(standing -> standing.actor(""));
    }

    private static Department department(Sql.Row row) throws java.sql.SQLException {
        return new Department(row.id("id"), row.text("name"), row.region("region_code"), row.text("kind"));
    }
}
