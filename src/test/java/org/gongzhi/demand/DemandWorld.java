package org.gongzhi.demand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongzhi.demand.DemandChanges.Receipt;
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
import org.gongzhi.privacy.Digests;
import org.gongzhi.region.RegionLookup;
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

/**
 * The people of the small tree at work on a database of its own: every component of the module and below it, without the web. It is Tuesday, 24 November 2026,
 * 10:00, until a test says otherwise.
 */
final class DemandWorld implements AutoCloseable {

    static final Instant NOW =
            java.time.LocalDateTime.parse("2026-11-24T10:00").atZone(Time.ZONE).toInstant();

    static final RegionCode COMMUNITY = RegionFixtures.YONGANLI;
    static final RegionCode GRID = RegionFixtures.YONGANLI_GRID_1;
    static final RegionCode OTHER_GRID = RegionFixtures.YONGANLI_GRID_2;
    static final RegionCode STREET = RegionFixtures.JIANWAI;
    static final RegionCode DISTRICT = RegionFixtures.CHAOYANG;

    final TestDatabase database = TestDatabase.fresh();
    final MovableClock clock = new MovableClock(NOW);
    final JdbcClient owner = JdbcClient.create(database.owner());
    final List<DemandEvent> events = new CopyOnWriteArrayList<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    final Actor secretary;
    final Actor clerk;
    final Actor otherClerk;
    final Actor gridWorker;
    final Actor otherGridWorker;
    final Actor streetOfficer;
    final Actor streetLeader;
    final Actor districtOfficer;
    final Actor districtLeader;
    final Actor heating;
    final Actor colleagueAtHeating;
    final Actor sanitation;
    final Actor neighbour;
    final Actor observer;
    final Actor administrator;

    DemandWorld() {
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
                "kernel", "region", "identity", "audit", "privacy", "file", "trail", "todo", "question", "demand")) {
            scanner.scan("org.gongzhi." + module);
        }
        context.refresh();
        UUID heatingAt = department("区热力集团建外所", "service");
        UUID sanitationAt = department("环卫中心", "office");
        secretary = hire("周敏", DutyKind.COMMUNITY_SECRETARY, COMMUNITY, null, null);
        clerk = hire("吴倩", DutyKind.COMMUNITY_CLERK, COMMUNITY, null, null);
        otherClerk = hire("郑洁", DutyKind.COMMUNITY_CLERK, COMMUNITY, null, null);
        gridWorker = hire("孙海", DutyKind.GRID_WORKER, GRID, null, null);
        otherGridWorker = hire("李桂", DutyKind.GRID_WORKER, OTHER_GRID, null, null);
        streetOfficer = hire("陈立", DutyKind.STREET_OFFICER, STREET, null, null);
        streetLeader = hire("何静", DutyKind.STREET_LEADER, STREET, null, null);
        districtOfficer = hire("沈岩", DutyKind.DISTRICT_OFFICER, DISTRICT, null, null);
        districtLeader = hire("韩松", DutyKind.DISTRICT_LEADER, DISTRICT, null, null);
        heating = hire("刘工", DutyKind.DEPARTMENT_HANDLER, STREET, heatingAt, null);
        colleagueAtHeating = hire("马工", DutyKind.DEPARTMENT_HANDLER, STREET, heatingAt, null);
        sanitation = hire("高洋", DutyKind.DEPARTMENT_HANDLER, STREET, sanitationAt, null);
        neighbour = hire("冯华", DutyKind.COMMUNITY_SECRETARY, RegionFixtures.GUANGHUALI, null, null);
        observer = hire("市级观察员", DutyKind.OBSERVER, DISTRICT, null, null);
        administrator = hire("系统管理员", DutyKind.SYSTEM_ADMINISTRATOR, DISTRICT, null, null);
    }

    List<Actor> staff() {
        return List.of(
                secretary,
                clerk,
                otherClerk,
                gridWorker,
                otherGridWorker,
                streetOfficer,
                streetLeader,
                districtOfficer,
                districtLeader,
                heating,
                colleagueAtHeating,
                sanitation,
                neighbour,
                observer,
                administrator);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Transactions transactions() {
        return bean(Transactions.class);
    }

    // ── people ──

    Actor hire(String name, DutyKind kind, RegionCode node, @Nullable UUID department, @Nullable List<String> kinds) {
        return transactions()
                .write(Actor.worker("test"), () -> {
                    Accounts accounts = bean(Accounts.class);
                    UUID account = accounts.create("p" + Ids.next(), name, "none", false, false);
                    UUID duty = accounts.grantDuty(account, kind, node, department, kinds);
                    return Outcome.done(
                            bean(AccountLookup.class).actorFor(account, duty).orElseThrow());
                })
                .orThrow();
    }

    private UUID department(String name, String kind) {
        return transactions()
                .write(
                        Actor.worker("test"),
                        () -> Outcome.done(bean(Accounts.class).addDepartment(STREET, name, kind)))
                .orThrow();
    }

    Actor residentOf(RegionCode community) {
        return Actor.resident(community, bean(RegionLookup.class).get(community).subtree());
    }

    // ── what is said ──

    static RaiseDemand.Said said(RegionCode region, String channel) {
        return new RaiseDemand.Said(
                region,
                "heating",
                channel,
                "12号楼501室暖气不热，家里有老人",
                null,
                "12号楼501室",
                null,
                null,
                false,
                "刘淑珍",
                "13800005521",
                List.of(),
                Map.of());
    }

    byte[] code(String code) {
        return bean(Digests.class).codeDigest(code);
    }

    /** A resident's demand at this place, waiting to be accepted. */
    DemandId raisedIn(RegionCode region) {
        RegionCode community = region.value() % 1000 == 0 ? region : COMMUNITY;
        return new DemandId(bean(RaiseDemand.class)
                .raise(
                        residentOf(community),
                        said(region, "online"),
                        code(Ids.next().toString()))
                .orThrow()
                .id());
    }

    DemandId acceptedIn(RegionCode region) {
        DemandId id = raisedIn(region);
        bean(AcceptDemand.class).accept(secretary, id, version(id), null, null).orThrow();
        return id;
    }

    DemandId assignedTo(Actor handler) {
        DemandId id = acceptedIn(GRID);
        assign(secretary, id, handler).orThrow();
        return id;
    }

    DemandId handledBy(Actor handler) {
        DemandId id = assignedTo(handler);
        if (now(id).in(DemandStatus.ASSIGNED)) {
            bean(HandleDemand.class).takeUp(handler, id, version(id)).orThrow();
        }
        return id;
    }

    DemandId toBeVerified() {
        DemandId id = handledBy(heating);
        bean(HandleDemand.class)
                .askVerification(heating, id, version(id), "阀门已更换", null, List.of())
                .orThrow();
        return id;
    }

    DemandId verified() {
        DemandId id = toBeVerified();
        bean(VerifyDemand.class).verify(secretary, id, version(id), true, null).orThrow();
        return id;
    }

    DemandId closed() {
        DemandId id = verified();
        bean(VerifyDemand.class)
                .close(secretary, id, version(id), null, "换了阀门，已经热了")
                .orThrow();
        return id;
    }

    DemandId settled() {
        DemandId id = closed();
        bean(CallBackDemand.class)
                .callBack(secretary, id, version(id), answer(true))
                .orThrow();
        return id;
    }

    DemandId declined() {
        DemandId id = raisedIn(GRID);
        bean(AcceptDemand.class)
                .decline(secretary, id, version(id), "in_court", "")
                .orThrow();
        return id;
    }

    DemandId suspended() {
        DemandId id = handledBy(clerk);
        bean(SuspendDemand.class)
                .suspend(secretary, id, version(id), "season", "等供暖结束后改管", today().plusDays(30))
                .orThrow();
        return id;
    }

    DemandId offeredUp() {
        DemandId id = handledBy(clerk);
        bean(TransferDemand.class)
                .passUp(secretary, id, version(id), "beyond_power", "需要街道协调")
                .orThrow();
        return id;
    }

    /** With the street, which received it. */
    DemandId atTheStreet() {
        DemandId id = offeredUp();
        bean(TransferDemand.class).receive(streetOfficer, id, version(id)).orThrow();
        return id;
    }

    DemandId askedToExtend() {
        DemandId id = handledBy(heating);
        bean(ExtendDemand.class)
                .ask(heating, id, version(id), now(id).clock().dueAt().plus(Duration.ofDays(3)), "parts", "配件在路上")
                .orThrow();
        return id;
    }

    Outcome<Receipt> assign(Actor by, DemandId id, Actor to) {
        return bean(AssignDemand.class)
                .assign(
                        by,
                        id,
                        version(id),
                        to.departmentId(),
                        to.departmentId() == null ? to.accountId() : null,
                        "请尽快上门");
    }

    static CallBackDemand.Answer answer(boolean isSolved) {
        return new CallBackDemand.Answer(true, true, isSolved, isSolved ? "satisfied" : "unsatisfied", "");
    }

    // ── what is there ──

    java.time.LocalDate today() {
        return java.time.LocalDate.ofInstant(clock.instant(), Time.ZONE);
    }

    Demand now(DemandId id) {
        return transactions()
                .read(Actor.worker("test"), () -> bean(Demands.class).find(id).orElseThrow());
    }

    int version(DemandId id) {
        return now(id).version();
    }

    DemandLookup.Situation situation(DemandId id) {
        return transactions()
                .read(
                        Actor.worker("test"),
                        () -> bean(DemandChanges.class)
                                .situation(bean(Demands.class).find(id).orElseThrow()));
    }

    record Step(
            String verb,
            @Nullable String from,
            String to,
            @Nullable UUID account,
            String actor,
            @Nullable String toName,
            @Nullable String reason,
            String words,
            @Nullable String publicWords) {}

    List<Step> steps(DemandId id) {
        return owner.sql("""
                        select verb, from_status, to_status, account_id, actor, to_name, reason_code, words, public_words
                        from demand_step where demand_id = :id order by at, id""")
                .param("id", id.value())
                .query((row, _) -> new Step(
                        text(row, "verb"),
                        row.getString("from_status"),
                        text(row, "to_status"),
                        (UUID) row.getObject("account_id"),
                        text(row, "actor"),
                        row.getString("to_name"),
                        row.getString("reason_code"),
                        text(row, "words"),
                        row.getString("public_words")))
                .list();
    }

    Step lastStep(DemandId id) {
        return steps(id).getLast();
    }

    record Waiting(
            String step,
            RegionCode node,
            @Nullable UUID department,
            @Nullable UUID account,
            String note,
            Instant dueAt,
            boolean isPaused) {}

    /** The open to-dos, by step. */
    List<Waiting> waiting(DemandId id) {
        return owner.sql("""
                        select step, node_code, department_id, account_id, note, due_at, paused_at from todo
                        where subject_id = :id and closed_at is null order by step, node_code""")
                .param("id", id.value())
                .query((row, _) -> new Waiting(
                        text(row, "step"),
                        new RegionCode(row.getLong("node_code")),
                        (UUID) row.getObject("department_id"),
                        (UUID) row.getObject("account_id"),
                        text(row, "note"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("paused_at") != null))
                .list();
    }

    List<String> waitingSteps(DemandId id) {
        return waiting(id).stream().map(Waiting::step).toList();
    }

    Waiting waitingFor(DemandId id, String step) {
        return waiting(id).stream()
                .filter(todo -> todo.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    List<String> audited(DemandId id) {
        return owner.sql("select action from audit_entry where subject_id = :id order by at, id")
                .param("id", id.value())
                .query((row, _) -> text(row, "action"))
                .list();
    }

    /** Everything kept about demands, counted: equal before and after means that nothing was left behind. */
    String traces() {
        StringBuilder traces = new StringBuilder();
        for (String table : List.of(
                "demand_step",
                "demand_transfer",
                "demand_extension",
                "demand_call_back",
                "demand_joiner",
                "demand_code",
                "demand_file",
                "contact",
                "contact_look",
                "trail_edge",
                "audit_entry")) {
            traces.append(table).append('=').append(count(table)).append(' ');
        }
        traces.append(digest("demand")).append(digest("todo")).append(digest("demand_number"));
        return traces.append(" events=").append(events.size()).toString();
    }

    private long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    private String digest(String table) {
        return owner.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t")
                .query(String.class)
                .single();
    }

    /** Refused with this, and nothing is left of the attempt. */
    Outcome.Refused<?> refused(Refusal expected, Function<DemandWorld, Outcome<?>> attempt) {
        return Refusals.refused(expected.code(), this::traces, () -> attempt.apply(this));
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

    /** Everything the module announces. */
    static final class Heard {
        private final List<DemandEvent> events;

        Heard(List<DemandEvent> events) {
            this.events = events;
        }

        @EventListener
        void on(DemandEvent event) {
            events.add(event);
        }
    }
}
