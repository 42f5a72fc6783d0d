package org.gongzhi.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.ReadReplica;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The module on a database of its own with the small tree planted, at a time that tests set. */
final class InsightFixtures implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static final Instant NOW = TODAY.atTime(10, 0).atZone(Time.ZONE).toInstant();

    private final @Nullable TestDatabase own;
    final MovableClock clock = new MovableClock(NOW);
    final JdbcClient owner;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    InsightFixtures() {
        this(TestDatabase.fresh());
    }

    private InsightFixtures(TestDatabase own) {
        this(own.application(), own.owner(), ReadReplica.none(), own);
        RegionFixtures.plant(own.owner());
    }

    /** On a database whose tree is planted and that others close. */
    InsightFixtures(DataSource application, DataSource owner, ReadReplica replica) {
        this(application, owner, replica, null);
    }

    private InsightFixtures(DataSource application, DataSource owner, ReadReplica replica, @Nullable TestDatabase own) {
        this.own = own;
        this.owner = JdbcClient.create(owner);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Sql.class, () -> new Sql(application));
        context.registerBean(
                Transactions.class,
                () -> new Transactions(new DataSourceTransactionManager(application), application, replica));
        context.registerBean(ObjectMapper.class, () -> JsonMapper.builder().build());
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(
                new RegexPatternTypeFilter(
                        Pattern.compile(
                                "org\\.gongzhi\\.(http\\.(Problems|Messages)|region\\.Region(Lookup|Queries)|insight\\.[A-Z][A-Za-z]*(?<!Controller|Configuration))")));
        scanner.addExcludeFilter(
                (reader, _) -> !reader.getAnnotationMetadata().hasAnnotation("org.springframework.stereotype.Component")
                        && !reader.getAnnotationMetadata().hasAnnotation("org.springframework.stereotype.Repository")
                        && !reader.getClassMetadata().getClassName().endsWith("http.Messages"));
        scanner.scan("org.gongzhi.http", "org.gongzhi.region", "org.gongzhi.insight");
        context.refresh();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Transactions transactions() {
        return bean(Transactions.class);
    }

    Region region(org.gongzhi.kernel.RegionCode code) {
        return bean(RegionLookup.class).get(code);
    }

    /** A leader of the node. */
    Actor leaderOf(org.gongzhi.kernel.RegionCode code) {
        return actor(DutyKind.DISTRICT_LEADER, code, null);
    }

    Actor actor(DutyKind duty, org.gongzhi.kernel.RegionCode code, @Nullable List<String> kinds) {
        Region node = region(code);
        var scope = new org.gongzhi.kernel.Scope(node.subtree().ranges(), null, kinds);
        return new Actor(
                UUID.randomUUID(), "沈岩", duty, UUID.randomUUID(), code, node.level(), node.name(), null, scope, "");
    }

    Cockpit cockpit(org.gongzhi.kernel.RegionCode code, Period.Choice choice) {
        return cockpit(code, choice, null, null);
    }

    Cockpit cockpit(
            org.gongzhi.kernel.RegionCode code,
            Period.Choice choice,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return bean(ShowCockpit.class)
                .show(leaderOf(code), new ShowCockpit.Asked(code, choice, from, to, false))
                .orThrow();
    }

    /** All figures as they stand, for comparing. */
    List<String> figuresStored() {
        return owner.sql(
                        "select concat_ws('|', region_code, metric, grain, dimension, period, value, n, total) from rollup_node order by 1")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    long waiting() {
        return owner.sql("select count(*) from rollup_delta").query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
        if (own != null) {
            own.close();
        }
    }
}
