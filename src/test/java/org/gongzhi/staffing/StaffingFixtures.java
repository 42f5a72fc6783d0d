package org.gongzhi.staffing;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.support.RegionFixtures;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Administrators and people of a territory, each new. */
final class StaffingFixtures {

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        StaffingFixtures staffingFixtures(
                Accounts accounts,
                AccountLookup lookup,
                RegionLookup regions,
                Transactions transactions,
                DataSource database) {
            return new StaffingFixtures(accounts, lookup, regions, transactions, database);
        }
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final Accounts accounts;
    final Transactions transactions;
    private final AccountLookup lookup;
    private final RegionLookup regions;
    private final JdbcTemplate jdbc;
    private final Sql sql;

    private StaffingFixtures(
            Accounts accounts,
            AccountLookup lookup,
            RegionLookup regions,
            Transactions transactions,
            DataSource database) {
        this.accounts = accounts;
        this.lookup = lookup;
        this.regions = regions;
        this.transactions = transactions;
        this.jdbc = new JdbcTemplate(database);
        this.sql = new Sql(database);
        RegionFixtures.plant(database);
    }

    static String newLogin() {
        return "staff" + NUMBERS.incrementAndGet() + "x"
                + ProcessHandle.current().pid();
    }

    /** Acting in that duty; an administrator reaches the territory, as the controllers let them. */
    Actor holding(DutyKind kind, RegionCode node) {
        UUID account = account(node);
        UUID duty = asLoader(() -> accounts.grantDuty(account, kind, node));
        Actor actor = transactions
                .asWorker("job", () -> lookup.actorFor(account, duty))
                .orElseThrow();
        return kind.isAdministrator() ? actor.seeing(regions.subtree(node)) : actor;
    }

    UUID account(RegionCode home) {
        String login = newLogin();
        return asLoader(() -> accounts.open(login, "职员" + login, home).orElseThrow());
    }

    void route(UUID department, RegionCode place, LocalDate from) {
        asLoader(() -> sql.of("""
                        insert into demand_route (id, kind_code, region_code, department_id, valid, version, source)
                        values (gen_random_uuid(), 'policy', :place, :department, daterange(:from, null), 1, '派单办法')""")
                .bind("place", place)
                .bind("department", department)
                .bind("from", from)
                .update());
    }

    void endRoutes(UUID department) {
        asLoader(() -> sql.of("update demand_route set valid = 'empty' where department_id = :department")
                .bind("department", department)
                .update());
    }

    UUID department(RegionCode node) {
        return asLoader(() -> accounts.addDepartment(node, "科室" + NUMBERS.incrementAndGet(), "office"));
    }

    static Accounts.Grant grant(UUID account, DutyKind kind, RegionCode node, LocalDate from) {
        return new Accounts.Grant(account, kind, node, null, null, from, null);
    }

    String status(UUID account) {
        return asLoader(() ->
                jdbc.queryForObject("select status || ' ' || name from account where id = ?", String.class, account));
    }

    int inForce(UUID account, LocalDate day) {
        Integer found = asLoader(() -> jdbc.queryForObject(
                "select count(*) from duty where account_id = ? and valid @> ?", Integer.class, account, day));
        return found == null ? 0 : found;
    }

    int audited(UUID account, String action) {
        Integer found = asLoader(() -> jdbc.queryForObject(
                "select count(*) from audit_entry where subject_id = ? and action = ?",
                Integer.class,
                account,
                action));
        return found == null ? 0 : found;
    }

    <T> T asLoader(Supplier<T> work) {
        return transactions
                .write(Actor.worker("test"), () -> {
                    // Whose transaction it is travels with the first statement through the house's own door.
                    sql.of("select 1 as n").one(row -> row.whole("n"));
                    return Outcome.done(work.get());
                })
                .orThrow();
    }
}
