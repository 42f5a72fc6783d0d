package org.gongzhi.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes accounts, duties and departments, for loaders and for the first start: inside the caller's write transaction, whose scope must hold the territory.
 * Checks no permission and writes no audit entry: both are the caller's.
 */
@Component
public class Accounts {

    private final Sql sql;
    private final Passwords passwords;
    private final Standings standings;

    Accounts(Sql sql, Passwords passwords, Standings standings) {
        this.sql = sql;
        this.passwords = passwords;
        this.standings = standings;
    }

    /** Whether this installation has no account yet. */
    public boolean isEmpty() {
        return sql.of("select 1 as one from account limit 1").list(row -> true).isEmpty();
    }

    /** Slow by design (about 150 ms): loaders that give many accounts one password hash it once. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Adds an active account, kept by the node of its first duty; throws if the login is taken.
     *
     * @param login lower case, 2 to 64 characters
     * @param passwordHash from {@link #hash}
     * @param mustChange whether the first thing to do is to choose an own password
     */
    public UUID create(String login, String name, String passwordHash, boolean mustChange, boolean isDemo) {
        UUID id = Ids.next();
        sql.of("insert into account (id, login, name, is_demo) values (:id, :login, :name, :demo)")
                .bind("id", id)
                .bind("login", login)
                .bind("name", name)
                .bind("demo", isDemo)
                .update();
        sql.of("insert into account_secret (account_id, password_hash, must_change) values (:id, :hash, :mustChange)")
                .bind("id", id)
                .bind("hash", passwordHash)
                .bind("mustChange", mustChange)
                .update();
        return id;
    }

    /** Adds an active account that nobody can enter until it is given a password; empty if the login is taken. */
    public Optional<UUID> open(String login, String name, RegionCode home) {
        UUID id = Ids.next();
        int added = sql.of("""
                        insert into account (id, login, name, home_code) values (:id, :login, :name, :home)
                        on conflict do nothing""")
                .bind("id", id)
                .bind("login", login)
                .bind("name", name)
                .bind("home", home)
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    public void rename(UUID account, String name) {
        sql.of("update account set name = :name, version = version + 1 where id = :id")
                .bind("name", name)
                .bind("id", account)
                .update();
        standings.forgetAfterwards(account);
    }

    /** Disabled: whatever they ask next is refused, and so is the sign-in. */
    public void setActive(UUID account, boolean isActive) {
        sql.of("update account set status = :status, version = version + 1 where id = :id")
                .bind("status", isActive ? "active" : "disabled")
                .bind("id", account)
                .update();
        standings.forgetAfterwards(account);
    }

    /**
     * A duty as one person gives it to another.
     *
     * @param kinds codes of the kinds of demand covered; null for all
     * @param until the last day; null for no end
     */
    public record Grant(
            UUID account,
            DutyKind kind,
            RegionCode node,
            @Nullable UUID department,
            @Nullable List<String> kinds,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Empty when the same duty, or another administrator's, is held within these days. */
    public Optional<UUID> grant(Grant grant, UUID by) {
        UUID id = Ids.next();
        int added = sql.of("""
                        insert into duty (id, account_id, kind, region_code, department_id, kind_codes, valid, granted_by)
                        values (:id, :account, :kind, :node, cast(:department as uuid), cast(:kinds as text[]),
                                daterange(:from, cast(:until as date), '[]'), :by)
                        on conflict do nothing""")
                .bind("id", id)
                .bind("account", grant.account())
                .bind("kind", grant.kind())
                .bind("node", grant.node())
                .bind("department", grant.department())
                .bindTexts("kinds", grant.kinds())
                .bind("from", grant.from())
                .bind("until", grant.until())
                .bind("by", by)
                .update();
        standings.forgetAfterwards(grant.account());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /**
     * Takes a duty away; one that would begin later is never held.
     *
     * @param before the first day on which it is held no more
     */
    public void endDuty(UUID duty, UUID account, LocalDate before, UUID by, Instant now) {
        sql.of("""
                        update duty set valid = daterange(least(lower(valid), :before), :before), ended_by = :by, ended_at = :now
                         where id = :id and account_id = :account""")
                .bind("before", before)
                .bind("by", by)
                .bind("now", now)
                .bind("id", duty)
                .bind("account", account)
                .update();
        // A deputy has no more than there is.
        sql.of("""
                        update duty set valid = valid * daterange(null, :before), ended_by = :by, ended_at = :now
                         where deputizes = :id and upper(valid) > :before""")
                .bind("before", before)
                .bind("by", by)
                .bind("now", now)
                .bind("id", duty)
                .update();
        standings.forgetAfterwards(account);
    }

    /**
     * Somebody has another's duty as one more of their own, from day to day, both included. Empty when it is not held all that time or is itself a deputy's, when it
     * has a deputy then, and when the deputy holds the same or another administrator's.
     */
    public Optional<UUID> deputize(UUID duty, UUID deputy, LocalDate from, LocalDate until, UUID by) {
        UUID id = Ids.next();
        int added = sql.of("""
                        insert into duty (id, account_id, kind, region_code, department_id, kind_codes, valid, granted_by, deputizes, deputy_for)
                        select :id, :deputy, o.kind, o.region_code, o.department_id, o.kind_codes, daterange(:from, :until, '[]'), :by, o.id, o.account_id
                          from duty o
                         where o.id = :duty and o.is_own and o.account_id <> :deputy and o.valid @> daterange(:from, :until, '[]')
                        on conflict do nothing""")
                .bind("id", id)
                .bind("deputy", deputy)
                .bind("from", from)
                .bind("until", until)
                .bind("by", by)
                .bind("duty", duty)
                .update();
        standings.forgetAfterwards(deputy);
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    public UUID grantDuty(UUID account, DutyKind kind, RegionCode node) {
        return grantDuty(account, kind, node, null, null);
    }

    /**
     * From today on, without end.
     *
     * @param department for {@link DutyKind#DEPARTMENT_HANDLER}, and only for it
     * @param kinds codes of the kinds of demand covered; null for all
     */
    public UUID grantDuty(
            UUID account, DutyKind kind, RegionCode node, @Nullable UUID department, @Nullable List<String> kinds) {
        UUID id = Ids.next();
        sql.of("""
                        insert into duty (id, account_id, kind, region_code, department_id, kind_codes)
                        values (:id, :account, :kind, :node, cast(:department as uuid), cast(:kinds as text[]))""")
                .bind("id", id)
                .bind("account", account)
                .bind("kind", kind)
                .bind("node", node)
                .bind("department", department)
                .bindTexts("kinds", kinds)
                .update();
        sql.of("update account set home_code = :node where id = :account and home_code is null")
                .bind("node", node)
                .bind("account", account)
                .update();
        return id;
    }

    /** Adds a line within a node; kind {@code office} 科室 or {@code service} 公共服务企业. */
    public UUID addDepartment(RegionCode node, String name, String kind) {
        UUID id = Ids.next();
        sql.of("insert into department (id, region_code, name, kind) values (:id, :node, :name, :kind)")
                .bind("id", id)
                .bind("node", node)
                .bind("name", name)
                .bind("kind", kind)
                .update();
        return id;
    }

    /** False when a line of that name stands there already. */
    public boolean renameDepartment(UUID department, String name) {
        return sql.of("""
                        update department d set name = :name
                         where id = :id and not exists (select from department o where o.region_code = d.region_code and o.name = :name and o.id <> d.id)""").bind("name", name).bind("id", department).update() == 1;
    }

    /** A closed line is given nothing new; what it has stays with it. */
    public void setDepartmentActive(UUID department, boolean isActive) {
        sql.of("update department set is_active = :active where id = :id")
                .bind("active", isActive)
                .bind("id", department)
                .update();
    }

    /** One of many people with one duty each; see {@link #create} and {@link #grantDuty}. */
    public record Newcomer(
            UUID id,
            String login,
            String name,
            DutyKind duty,
            RegionCode node,
            @Nullable UUID department) {}

    /** Adds them all, with one password hash, in three statements: for loaders. */
    public void createAll(List<Newcomer> newcomers, String passwordHash, boolean mustChange, boolean isDemo) {
        List<UUID> ids = newcomers.stream().map(Newcomer::id).toList();
        sql.of("""
                        insert into account (id, login, name, is_demo, home_code)
                        select id, login, name, :demo, home from unnest(:ids, :logins, :names, :homes) as n (id, login, name, home)""")
                .bindIds("ids", ids)
                .bindTexts("logins", newcomers.stream().map(Newcomer::login).toList())
                .bindTexts("names", newcomers.stream().map(Newcomer::name).toList())
                .bindLongs(
                        "homes",
                        newcomers.stream().map(one -> one.node().value()).toList())
                .bind("demo", isDemo)
                .update();
        sql.of("""
                        insert into account_secret (account_id, password_hash, must_change)
                        select id, :hash, :mustChange from unnest(:ids) as n (id)""")
                .bindIds("ids", ids)
                .bind("hash", passwordHash)
                .bind("mustChange", mustChange)
                .update();
        sql.of("""
                        insert into duty (id, account_id, kind, region_code, department_id)
                        select n.id, n.account, n.kind, n.node, n.department
                        from unnest(:ids, :accounts, :kinds, :nodes, :departments) as n (id, account, kind, node, department)""")
                .bindIds("ids", newcomers.stream().map(_ -> Ids.next()).toList())
                .bindIds("accounts", ids)
                .bindTexts(
                        "kinds",
                        newcomers.stream()
                                .map(one -> one.duty().name().toLowerCase(Locale.ROOT))
                                .toList())
                .bindLongs(
                        "nodes",
                        newcomers.stream().map(one -> one.node().value()).toList())
                .bindIds(
                        "departments",
                        newcomers.stream().map(Newcomer::department).toList())
                .update();
    }
}
