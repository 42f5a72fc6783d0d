package org.gongzhi.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who people are and who stands where: the questions other modules ask inside their own transaction. */
@Component
public class AccountLookup {

    private final Sql sql;
    private final Standings standings;
    private final RegionLookup regions;
    private final Clock clock;

    AccountLookup(Sql sql, Standings standings, RegionLookup regions, Clock clock) {
        this.sql = sql;
        this.standings = standings;
        this.regions = regions;
        this.clock = clock;
    }

    /** Someone who holds a duty at a node today. */
    public record Colleague(UUID accountId, String name, DutyKind duty, RegionCode node) {}

    /** A line within a node; kind {@code office} 科室 or {@code service} 公共服务企业. */
    public record Department(UUID id, String name, RegionCode node, String kind) {}

    /** Someone in a duty in force, wherever it stands. */
    public record Holder(
            UUID accountId,
            String name,
            DutyKind kind,
            RegionCode node,
            @Nullable UUID departmentId,
            @Nullable String departmentName,
            @Nullable List<String> kinds) {

        /** What this duty lets them see; the same that is asked at every request. */
        public Scope scope(RegionLookup regions) {
            Region region = regions.get(node);
            return new Standing.Duty(
                            accountId,
                            kind,
                            node,
                            region.to(),
                            region.level(),
                            region.name(),
                            departmentId,
                            departmentName,
                            kinds,
                            null)
                    .scope();
        }
    }

    /** Everybody whose duty stands at this node or above it, nearest first, then by duty and name: in a transaction that may see all of them. */
    public List<Holder> holdersAbove(RegionCode node) {
        List<RegionCode> path = new ArrayList<>();
        // With the levels nobody speaks of: a duty may stand there all the same.
        for (RegionCode code = node; code != null; code = regions.get(code).parent()) {
            path.add(code);
        }
        return sql
                .of("""
                        select a.id, a.name || coalesce(' 代 ' || q.name, '') as name, d.kind, d.region_code, d.department_id, p.name as department_name, d.kind_codes
                          from duty d join account a on a.id = d.account_id left join department p on p.id = d.department_id
                          left join account q on q.id = d.deputy_for
                         where d.region_code = any (:path) and d.valid @> :today and a.status = 'active' and (q.id is null or q.status = 'active')
                         order by d.kind, p.name, a.name, a.id""")
                .bindLongs("path", path.stream().map(RegionCode::value).toList())
                .bind("today", Time.today(clock))
                .list(row -> new Holder(
                        row.id("id"),
                        row.text("name"),
                        DutyKind.of(row.text("kind")),
                        row.region("region_code"),
                        row.idOrNull("department_id"),
                        row.textOrNull("department_name"),
                        row.textsOrNull("kind_codes")))
                .stream()
                .sorted(Comparator.comparingInt(holder -> path.indexOf(holder.node())))
                .toList();
    }

    public Optional<String> name(UUID account) {
        return sql.of("select name from account where id = :id")
                .bind("id", account)
                .optional(row -> row.text("name"));
    }

    /** Those who can be given work at exactly this node, by name; department handlers, observers and administrators are left out. Deputies too: what is
     * given to the one they stand for waits for them as well. */
    public List<Colleague> colleaguesAt(RegionCode node) {
        return sql.of("""
                        select a.id, a.name, d.kind, d.region_code
                          from duty d join account a on a.id = d.account_id
                         where d.region_code = :node and d.valid @> :today and a.status = 'active' and d.is_own
                           and d.kind not in ('department_handler', 'observer', 'system_administrator', 'security_administrator', 'audit_administrator')
                         order by a.name, a.id, d.kind""")
                .bind("node", node)
                .bind("today", Time.today(clock))
                .list(row -> new Colleague(
                        row.id("id"), row.text("name"), DutyKind.of(row.text("kind")), row.region("region_code")));
    }

    /** Departments work can be given to from this node: its own and those of its ancestors down from the district, nearest first. */
    public List<Department> departmentsFor(RegionCode node) {
        List<RegionCode> path = regions.path(node).stream()
                .filter(each -> each.level() >= Region.DISTRICT)
                .map(Region::code)
                .toList();
        return sql
                .of("""
                        select id, name, region_code, kind from department
                         where region_code = any (:path) and is_active order by name""")
                .bindLongs("path", path.stream().map(RegionCode::value).toList())
                .list(AccountLookup::department)
                .stream()
                .sorted(Comparator.comparingInt(department -> -path.indexOf(department.node())))
                .toList();
    }

    public Optional<Department> department(UUID id) {
        return sql.of("select id, name, region_code, kind from department where id = :id")
                .bind("id", id)
                .optional(AccountLookup::department);
    }

    /** Whether a line of this name, open or closed, stands at the node. */
    public boolean isDepartment(RegionCode node, String name) {
        return sql.of("select exists (select 1 from department where region_code = :node and name = :name) as found")
                .bind("node", node)
                .bind("name", name)
                .one(row -> row.yes("found"));
    }

    /** Whether anybody signs in here with an invented account: then what is on show is invented too. */
    public boolean isDemo() {
        return sql.of("select exists (select 1 from account where is_demo) as demo")
                .one(row -> row.yes("demo"));
    }

    /** The person in this duty as it stands today, for work done on their behalf later; empty once the account or the duty has ended. */
    public Optional<Actor> actorFor(UUID accountId, UUID dutyId) {
        return standings.of(accountId, dutyId).flatMap(standing -> standing.actor(""));
    }

    private static Department department(Sql.Row row) throws java.sql.SQLException {
        return new Department(row.id("id"), row.text("name"), row.region("region_code"), row.text("kind"));
    }
}
