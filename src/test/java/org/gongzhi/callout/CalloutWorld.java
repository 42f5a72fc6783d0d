package org.gongzhi.callout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongzhi.callout.BlowWhistle.Blown;
import org.gongzhi.callout.BlowWhistle.Body;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.Refusals;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.event.EventListener;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A street, its departments and the district above it, on a database of its own. It is Tuesday, 24 November 2026, 10:00, until a test says otherwise. */
final class CalloutWorld implements AutoCloseable {

    static final Instant NOW =
            java.time.LocalDateTime.parse("2026-11-24T10:00").atZone(Time.ZONE).toInstant();
    static final RegionCode GRID = RegionFixtures.YONGANLI_GRID_1;
    static final RegionCode COMMUNITY = RegionFixtures.YONGANLI;
    static final RegionCode STREET = RegionFixtures.JIANWAI;
    static final RegionCode DISTRICT = RegionFixtures.CHAOYANG;

    final TestDatabase database = TestDatabase.fresh();
    final MovableClock clock = new MovableClock(NOW);
    final JdbcClient owner = JdbcClient.create(database.owner());
    final List<CalloutEvent> events = new CopyOnWriteArrayList<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    final Actor secretary;
    final Actor officer;
    final Actor leader;
    final Actor districtOfficer;
    final Actor enforcement;
    final Actor market;
    final Actor sanitation;
    final Actor observer;
    final Actor administrator;

    CalloutWorld() {
        org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.SIMPLIFIED_CHINESE);
        RegionFixtures.plant(database.owner());
        Kernel kernel = Kernel.on(database);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Sql.class, kernel::sql);
        context.registerBean(Transactions.class, kernel::transactions);
        context.registerBean(org.gongzhi.kernel.Keys.class, kernel::keys);
        context.register(Settings.class);
        context.registerBean(ObjectMapper.class, () -> JsonMapper.builder().build());
        context.registerBean("heard", Heard.class, () -> new Heard(events));
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile(".*(Controller|Configuration|Tasks|Filter|LoadRegions|AtStart|Tests.*)")));
        for (String module : List.of(
                "kernel",
                "region",
                "identity",
                "audit",
                "privacy",
                "file",
                "trail",
                "todo",
                "question",
                "demand",
                "callout")) {
            scanner.scan("org.gongzhi." + module);
        }
        var words = new ClassPathBeanDefinitionScanner(context, false);
        words.addIncludeFilter(
                new RegexPatternTypeFilter(Pattern.compile("org\\.gongzhi\\.http\\.(Problems|Messages)")));
        words.scan("org.gongzhi.http");
        context.refresh();
        secretary = hire("周敏", DutyKind.COMMUNITY_SECRETARY, COMMUNITY, null);
        officer = hire("陈立", DutyKind.STREET_OFFICER, STREET, null);
        leader = hire("何静", DutyKind.STREET_LEADER, STREET, null);
        districtOfficer = hire("沈岩", DutyKind.DISTRICT_OFFICER, DISTRICT, null);
        enforcement = hire("李队", DutyKind.DEPARTMENT_HANDLER, STREET, department(STREET, "综合执法队"));
        market = hire("王所", DutyKind.DEPARTMENT_HANDLER, DISTRICT, department(DISTRICT, "区市场监管局"));
        sanitation = hire("高洋", DutyKind.DEPARTMENT_HANDLER, STREET, department(STREET, "环卫中心"));
        observer = hire("市级观察员", DutyKind.OBSERVER, DISTRICT, null);
        administrator = hire("系统管理员", DutyKind.SYSTEM_ADMINISTRATOR, DISTRICT, null);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void announce(Object event) {
        context.publishEvent(event);
    }

    Transactions transactions() {
        return bean(Transactions.class);
    }

    private Actor hire(String name, DutyKind kind, RegionCode node, @Nullable UUID department) {
        return transactions()
                .write(Actor.worker("test"), () -> {
                    Accounts accounts = bean(Accounts.class);
                    UUID account = accounts.create("p" + Ids.next(), name, "none", false, false);
                    UUID duty = accounts.grantDuty(account, kind, node, department, null);
                    return Outcome.done(
                            bean(AccountLookup.class).actorFor(account, duty).orElseThrow());
                })
                .orThrow();
    }

    private UUID department(RegionCode node, String name) {
        return transactions()
                .write(
                        Actor.worker("test"),
                        () -> Outcome.done(bean(Accounts.class).addDepartment(node, name, "office")))
                .orThrow();
    }

    // ── matters ──

    /** In the street's hands, given to nobody yet. */
    DemandId atTheStreet() {
        return demand("kitchen_fumes", "accepted", STREET);
    }

    DemandId demand(String kind, String status, RegionCode node) {
        UUID id = Ids.next();
        owner.sql("""
                        insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, node_code,
                            first_node_code, accepted_at, clock_rule_id, due_at, warn_at, handler_id)
                        values (:id, :number, :region, '餐馆油烟扰民', '楼下餐馆油烟大', :kind, 'phone', true, :now, :status, :now, :node, :region, :now,
                            (select id from clock_rule where subject = 'demand' and step = 'settle' limit 1), :due, :due, :handler)""")
                .param("id", id)
                .param("number", id.toString())
                .param("region", GRID.value())
                .param("kind", kind)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("due", clock.instant().plus(Duration.ofDays(7)).atOffset(java.time.ZoneOffset.UTC))
                .param("status", status)
                .param("node", node.value())
                .param("handler", status.equals("handling") ? officer.account() : null)
                .update();
        return new DemandId(id);
    }

    // ── calls ──

    static Body lead(Actor department) {
        return new Body(department.departmentId(), null, true, null, null);
    }

    static Body joint(Actor department) {
        return new Body(department.departmentId(), null, false, "请派人到现场", null);
    }

    Outcome<Blown> call(Actor by, DemandId demand, Body... bodies) {
        return bean(BlowWhistle.class)
                .call(by, demand, version(demand), "call_enforcement", "餐馆屡次反复，需要联合执法", List.of(bodies));
    }

    /** Enforcement leads, the market office helps. */
    List<CalloutId> called(DemandId demand) {
        return call(officer, demand, lead(enforcement), joint(market)).orThrow().callouts().stream()
                .map(CalloutId::new)
                .toList();
    }

    CalloutId called() {
        return called(atTheStreet()).getFirst();
    }

    CalloutId arrived() {
        CalloutId id = called();
        bean(AnswerCall.class).arrive(enforcement, id, version(id), null).orThrow();
        return id;
    }

    CalloutId refused() {
        CalloutId id = called();
        bean(AnswerCall.class)
                .refuse(enforcement, id, version(id), "call_not_ours", "油烟归生态环境局管")
                .orThrow();
        return id;
    }

    CalloutId finished() {
        CalloutId id = arrived();
        bean(AnswerCall.class)
                .finish(enforcement, id, version(id), "已责令整改", "餐馆已装净化器", List.of())
                .orThrow();
        return id;
    }

    CalloutId graded() {
        CalloutId id = finished();
        bean(GradeCall.class).grade(officer, id, version(id), "mostly", "来晚了").orThrow();
        return id;
    }

    Callout now(CalloutId id) {
        return transactions()
                .read(Actor.worker("test"), () -> bean(Callouts.class).find(id).orElseThrow());
    }

    DemandLookup.Called now(DemandId id) {
        return transactions()
                .read(
                        Actor.worker("test"),
                        () -> bean(DemandLookup.Joint.class).find(id).orThrow());
    }

    int version(CalloutId id) {
        return now(id).version();
    }

    int version(DemandId id) {
        return now(id).demand().version();
    }

    int openCalls(DemandId id) {
        return now(id).demand().marks().openCalls();
    }

    record Waiting(
            String step, RegionCode node, @Nullable UUID department, String note, Instant dueAt, boolean isPaused) {}

    List<Waiting> waiting(CalloutId id) {
        return waiting(id.value());
    }

    List<Waiting> waiting(UUID subject) {
        return owner.sql("""
                        select step, node_code, department_id, note, due_at, paused_at from todo
                        where subject_id = :id and closed_at is null order by step, node_code""")
                .param("id", subject)
                .query((row, _) -> new Waiting(
                        text(row, "step"),
                        new RegionCode(row.getLong("node_code")),
                        (UUID) row.getObject("department_id"),
                        text(row, "note"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("paused_at") != null))
                .list();
    }

    List<String> waitingSteps(CalloutId id) {
        return waiting(id).stream().map(Waiting::step).toList();
    }

    /** What the history of the case says, oldest first: verb and words. */
    List<String> history(DemandId demand) {
        return owner.sql("select verb, words from demand_step where demand_id = :id order by at, id")
                .param("id", demand.value())
                .query((row, _) -> text(row, "verb") + " " + text(row, "words"))
                .list();
    }

    List<String> audited(CalloutId id) {
        return owner.sql("select action from audit_entry where subject_id = :id order by at, id")
                .param("id", id.value())
                .query((row, _) -> text(row, "action"))
                .list();
    }

    private String traces() {
        StringBuilder traces = new StringBuilder();
        for (String table : List.of("demand", "todo", "callout")) {
            traces.append(owner.sql(
                            "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t")
                    .query(String.class)
                    .single());
        }
        for (String table : List.of("callout_whistle", "callout_note", "demand_step", "trail_edge", "audit_entry")) {
            traces.append(owner.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .append(' ');
        }
        return traces.append(events.size()).toString();
    }

    /** Refused with this, and nothing is left of the attempt. */
    Outcome.Refused<?> refused(Refusal expected, Function<CalloutWorld, Outcome<?>> attempt) {
        return refused(expected.code(), attempt);
    }

    Outcome.Refused<?> refused(String expected, Function<CalloutWorld, Outcome<?>> attempt) {
        return Refusals.refused(expected, this::traces, () -> attempt.apply(this));
    }

    private static String text(java.sql.ResultSet row, String column) throws java.sql.SQLException {
        return java.util.Objects.requireNonNull(row.getString(column), column);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @ConfigurationPropertiesScan("org.gongzhi.identity")
    static final class Settings {}

    static final class Heard {
        private final List<CalloutEvent> events;

        Heard(List<CalloutEvent> events) {
            this.events = events;
        }

        @EventListener
        void on(CalloutEvent event) {
            events.add(event);
        }
    }
}
