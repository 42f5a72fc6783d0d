package org.gongzhi.reorganization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.reorganization.Asked.Kind;
import org.gongzhi.reorganization.Asked.Subject;
import org.gongzhi.support.QuickPassword;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Territories of their own, each with an administrator: 区 with two streets, the first with two communities, the first of which has two grids. */
final class ReorganizationFixtures {

    private static int territories;

    final RegionCode district;
    final RegionCode east;
    final RegionCode west;
    final RegionCode spring;
    final RegionCode summer;
    final RegionCode autumn;
    final Actor administrator;
    final JdbcClient owner;

    private final Accounts accounts;
    private final AccountLookup lookup;
    private final Transactions transactions;

    ReorganizationFixtures(
            JdbcClient owner,
            Accounts accounts,
            AccountLookup lookup,
            Transactions transactions,
            RegionLookup regions) {
        this.owner = owner;
        this.accounts = accounts;
        this.lookup = lookup;
        this.transactions = transactions;
        String digits = Integer.toString(640_101 + territories++);
        node("64", 1, RegionCode.NATION.value(), "某省");
        node("6401", 2, code("64").value(), "某市");
        this.district = node(digits, 3, code("6401").value(), "某区" + digits);
        this.east = node(digits + "001", 4, district.value(), "东街道");
        this.west = node(digits + "002", 4, district.value(), "西街道");
        this.spring = node(digits + "001001", 5, east.value(), "春社区");
        this.summer = node(digits + "001002", 5, east.value(), "夏社区");
        this.autumn = node(digits + "002001", 5, west.value(), "秋社区");
        node(digits + "001001001", 6, spring.value(), "第一网格");
        node(digits + "001001002", 6, spring.value(), "第二网格");
        node(digits + "001002001", 6, summer.value(), "第一网格");
        Actor worker = hire("管理员" + digits, DutyKind.SYSTEM_ADMINISTRATOR, district);
        this.administrator =
                worker.seeing(org.gongzhi.kernel.Scope.of(district.value(), district.value() + 1_000_000_000L));
    }

    static RegionCode code(String digits) {
        return RegionCode.parse(digits).orElseThrow();
    }

    private RegionCode node(String digits, int level, long parent, String name) {
        RegionCode code = code(digits);
        long span = (long) Math.pow(10, 15 - digits.length());
        owner.sql("""
                        insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_working, pinyin, initials, grams)
                        values (:code, :to, :level, :parent, :name, :short, :name, :kind, :working, 'x', 'x', array['某'])
                        on conflict (code) do nothing
                        """)
                .param("code", code.value())
                .param("to", code.value() + span)
                .param("level", level)
                .param("parent", parent)
                .param("name", name)
                .param("short", name)
                .param(
                        "kind",
                        List.of("nation", "province", "city", "district", "street", "community", "grid")
                                .get(level))
                .param("working", level >= 3)
                .update();
        return code;
    }

    Actor hire(String name, DutyKind kind, RegionCode at) {
        UUID duty = transactions
                .write(
                        Actor.worker("test"),
                        () -> Outcome.done(accounts.grantDuty(
                                accounts.create(
                                        "l" + Ids.next(), name, QuickPassword.hash("一句很长的测试口令-42"), false, false),
                                kind,
                                at,
                                null,
                                null)))
                .orThrow();
        UUID account = owner.sql("select account_id from duty where id = :id")
                .param("id", duty)
                .query(UUID.class)
                .single();
        return transactions
                .asWorker("test", () -> lookup.actorFor(account, duty))
                .orElseThrow();
    }

    UUID department(RegionCode at, String name) {
        return transactions
                .write(Actor.worker("test"), () -> Outcome.done(accounts.addDepartment(at, name, "office")))
                .orThrow();
    }

    /** A case as a row: what it says does not matter here. */
    UUID demand(RegionCode region, @Nullable UUID department, String status) {
        UUID id = Ids.next();
        owner.sql("""
                        insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, node_code, first_node_code,
                            department_id, clock_rule_id, due_at, warn_at, accepted_at, closed_at)
                        values (:id, :number, :region, '事', '事', 'noise', 'phone', true, now() - interval '40 days', :status, now(), :community, :community, :department,
                            (select id from clock_rule where step = 'settle' limit 1), now(), now(), now(), now())
                        """)
                .param("id", id)
                .param("number", "东街道2611-" + id)
                .param("region", region.value())
                .param("status", status)
                .param("community", region.community())
                .param("department", department)
                .update();
        return id;
    }

    void rule(RegionCode region) {
        owner.sql("""
                        insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, valid, version, source)
                        values (gen_random_uuid(), 'demand', 'settle', 'urgent', :region, 1, 'hour', 25, daterange('2026-01-01', null), 9, '本区规定')
                        """).param("region", region.value()).update();
    }

    RegionCode placeOf(UUID demand) {
        return new RegionCode(owner.sql("select region_code from demand where id = :id")
                .param("id", demand)
                .query(Long.class)
                .single());
    }

    static Asked asked(
            Kind kind,
            List<RegionCode> nodes,
            @Nullable RegionCode parent,
            @Nullable RegionCode into,
            @Nullable String name) {
        return new Asked(
                Subject.REGION,
                kind,
                nodes.stream().map(RegionCode::toString).toList(),
                parent == null ? null : parent.toString(),
                into == null ? null : into.toString(),
                name,
                null,
                List.of(),
                Map.of(),
                LocalDate.parse("2099-01-01"));
    }

    static Asked on(Asked asked, LocalDate day) {
        return new Asked(
                asked.subject(),
                asked.kind(),
                asked.nodes(),
                asked.parent(),
                asked.into(),
                asked.name(),
                asked.nodeKind(),
                asked.parts(),
                asked.choices(),
                day);
    }

    static Asked ofDepartments(
            Kind kind,
            List<UUID> departments,
            @Nullable RegionCode parent,
            @Nullable UUID into,
            @Nullable String name,
            List<Asked.Part> parts) {
        return new Asked(
                Subject.DEPARTMENT,
                kind,
                departments.stream().map(UUID::toString).toList(),
                parent == null ? null : parent.toString(),
                into == null ? null : into.toString(),
                name,
                kind == Kind.OPEN ? "office" : null,
                parts,
                Map.of(),
                LocalDate.parse("2099-01-01"));
    }
}
