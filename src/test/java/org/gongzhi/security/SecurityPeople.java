package org.gongzhi.security;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.QuickPassword;
import org.gongzhi.support.RegionFixtures;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Somebody new with a password, and the duty they act in. */
final class SecurityPeople {

    static final String PASSWORD = "huaishu-kaihua-2026";

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        SecurityPeople securityPeople(
                Accounts accounts, AccountLookup lookup, Transactions transactions, DataSource database) {
            RegionFixtures.plant(database);
            return new SecurityPeople(accounts, QuickPassword.hash(PASSWORD), lookup, transactions);
        }
    }

    record Somebody(Actor actor, String login) {}

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Accounts accounts;
    private final String hash;
    private final AccountLookup lookup;
    final Transactions transactions;

    private SecurityPeople(Accounts accounts, String hash, AccountLookup lookup, Transactions transactions) {
        this.accounts = accounts;
        this.hash = hash;
        this.lookup = lookup;
        this.transactions = transactions;
    }

    Somebody holding(DutyKind kind, RegionCode node) {
        String login = "guard" + NUMBERS.incrementAndGet() + "x"
                + ProcessHandle.current().pid();
        record Made(UUID account, UUID duty) {}
        Made made = transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create(login, "职员" + login, hash, false, false);
                    UUID department = kind == DutyKind.DEPARTMENT_HANDLER
                            ? accounts.addDepartment(node, "科室" + login, "office")
                            : null;
                    return Outcome.done(new Made(account, accounts.grantDuty(account, kind, node, department, null)));
                })
                .orThrow();
        return new Somebody(
                transactions
                        .asWorker("job", () -> lookup.actorFor(made.account(), made.duty()))
                        .orElseThrow(),
                login);
    }
}
