package org.gongzhi.scope;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Random;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.RandomTree;
import org.gongzhi.support.Walking;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Lives a random territory through four months, once for all tests of this package. {@code -Dgongzhi.test.seed} repeats a failure or tries another. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Walking.class)
class ScopeWorld {

    @Bean
    @Lazy
    Territory livedTerritory(
            WebApplicationContext context,
            Accounts accounts,
            AccountLookup lookup,
            Transactions transactions,
            MovableClock clock,
            Map<String, RecurringTask<?>> tasks,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password,
            @Value("${gongzhi.test.events:1000}") int events) {
        HikariDataSource tables = tables(url, user, password);
        JdbcClient owner = JdbcClient.create(tables);
        long seed = Long.getLong("gongzhi.test.seed", 20261124L);
        Random random = new Random(seed);
        RandomTree tree = new RandomTree(owner, random);
        Staff staff = new Staff(tree, random, accounts, lookup, transactions, owner);
        LivedWorld lived = new LivedWorld(
                random, tree, staff, MockMvcBuilders.webAppContextSetup(context).build(), owner, clock, tasks);
        lived.live(events);
        owner.sql("analyze").update();
        return new Territory(seed, tree, staff, lived, owner, tables, Truth.read(owner));
    }

    /** Asked tens of thousands of times: connections are kept. Not a bean, or the application would work as the owner of its tables. */
    private static HikariDataSource tables(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
