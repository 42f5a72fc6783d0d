package org.gongzhi.identity;

import java.util.List;
import java.util.Locale;
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

    Accounts(Sql sql, Passwords passwords) {
        this.sql = sql;
        this.passwords = passwords;
    }

    /** Slow by design (about 150 ms): loaders that give many accounts one password hash it once. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Adds an active account; throws if the login is taken.
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
                        insert into account (id, login, name, is_demo)
                        select id, login, name, :demo from unnest(:ids, :logins, :names) as n (id, login, name)""")
                .bindIds("ids", ids)
                .bindTexts("logins", newcomers.stream().map(Newcomer::login).toList())
                .bindTexts("names", newcomers.stream().map(Newcomer::name).toList())
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
