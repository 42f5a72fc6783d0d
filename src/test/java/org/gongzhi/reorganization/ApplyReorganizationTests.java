package org.gongzhi.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.reorganization.ReorganizationFixtures.asked;
import static org.gongzhi.reorganization.ReorganizationFixtures.ofDepartments;
import static org.gongzhi.reorganization.ReorganizationFixtures.on;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.reorganization.Asked.Kind;
import org.gongzhi.reorganization.Asked.Part;
import org.gongzhi.support.GongzhiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@GongzhiTest
class ApplyReorganizationTests {

    private final PlanReorganization plans;
    private final ApplyReorganization apply;
    private final CarryOutReorganization work;
    private final Reorganizations reorganizations;
    private final Transactions transactions;
    private final RegionLookup regions;
    private final Clock clock;
    private final ReorganizationFixtures town;
    private final DriverManagerDataSource database;

    ApplyReorganizationTests(
            @Autowired PlanReorganization plans,
            @Autowired ApplyReorganization apply,
            @Autowired CarryOutReorganization work,
            @Autowired Reorganizations reorganizations,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired Transactions transactions,
            @Autowired RegionLookup regions,
            @Autowired Clock clock,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.plans = plans;
        this.apply = apply;
        this.work = work;
        this.reorganizations = reorganizations;
        this.transactions = transactions;
        this.regions = regions;
        this.clock = clock;
        this.database = new DriverManagerDataSource(url, user, password);
        JdbcClient owner = JdbcClient.create(database);
        this.town = new ReorganizationFixtures(owner, accounts, lookup, transactions, regions);
    }

    private UUID planned(Asked asked) {
        return plans.plan(town.administrator, on(asked, Time.today(clock)), null)
                .orThrow()
                .id();
    }

    private Reorganization found(UUID id) {
        return transactions.read(
                town.administrator, () -> reorganizations.find(id).orElseThrow());
    }

    private Reorganization ended(UUID id) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> found(id), change -> !change.isUnderWay());
    }

    private Reorganization applied(Asked asked) {
        UUID id = planned(asked);
        apply.apply(town.administrator, id).orThrow();
        Reorganization change = ended(id);
        assertThat(change.state()).isEqualTo(Reorganization.State.APPLIED);
        return change;
    }

    private Reorganization undone(UUID id) {
        apply.undo(town.administrator, id).orThrow();
        Reorganization change = ended(id);
        assertThat(change.state()).isEqualTo(Reorganization.State.UNDONE);
        return change;
    }

    private static void refused(Outcome<?> outcome, ReorganizationRefusal why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(why));
    }

    @Test
    void aMovedCommunityTakesItsCasesAndPeopleAlongAndTheOldCodeSaysWhereItWent() {
        UUID demand = town.demand(town.spring, null, "accepted");
        Actor clerk = town.hire("王芳", DutyKind.COMMUNITY_CLERK, town.spring);
        Reorganization change = applied(asked(Kind.MOVE, List.of(town.spring), town.west, null, null));
        RegionCode moved = town.placeOf(demand);
        assertThat(regions.isWithin(moved, town.west)).isTrue();
        assertThat(regions.get(town.spring).open()).isFalse();
        assertThat(regions.successors(town.spring))
                .extracting(next -> next.code())
                .containsExactly(moved);
        assertThat(town.owner
                        .sql("select region_code from duty where id = :id")
                        .param("id", clerk.dutyId())
                        .query(Long.class)
                        .single())
                .isEqualTo(moved.value());
        assertThat(regions.children(town.east)).extracting(node -> node.name()).containsExactly("夏社区");
        assertThat(change.rowsMoved()).isGreaterThanOrEqualTo(2);

        undone(change.id());
        assertThat(town.placeOf(demand)).isEqualTo(town.spring);
        assertThat(regions.get(town.spring).open()).isTrue();
        assertThat(regions.children(town.west)).extracting(node -> node.name()).containsExactly("秋社区");
    }

    @Test
    void whoeverHoldsTheSameDutyAtBothKeepsOne() {
        Actor clerk = town.hire("赵敏", DutyKind.COMMUNITY_CLERK, town.spring);
        town.owner
                .sql("""
                        insert into duty (id, account_id, kind, region_code, valid) values (gen_random_uuid(), :account, 'community_clerk', :region, daterange('2026-01-01', null))
                        """)
                .param("account", clerk.account())
                .param("region", town.summer.value())
                .update();
        Reorganization change = applied(asked(Kind.MERGE, List.of(town.spring), null, town.summer, null));
        assertThat(inForce(clerk)).isEqualTo(1);
        undone(change.id());
        assertThat(inForce(clerk)).isEqualTo(2);
    }

    @Test
    void mappingsAndProposalsOfAMergedNodeGoAlongAndComeBack() {
        Actor one = town.hire("钱进", DutyKind.COMMUNITY_CLERK, town.spring);
        Actor two = town.hire("孙立", DutyKind.COMMUNITY_CLERK, town.spring);
        for (RegionCode place : List.of(town.spring, town.summer)) {
            mapping(place, "月表");
            proposed(one, place);
        }
        mapping(town.spring, "周表");
        proposed(two, town.spring);
        Reorganization change = applied(asked(Kind.MERGE, List.of(town.spring), null, town.summer, null));
        assertThat(at(town.summer, "select name from sheet_mapping where region_code = :place"))
                .containsExactlyInAnyOrder("周表", "月表", "月表（春社区）");
        assertThat(at(town.summer, "select account_id::text from duty_proposal where region_code = :place"))
                .as("the same is proposed once")
                .containsExactlyInAnyOrder(
                        one.account().toString(), two.account().toString());
        assertThat(at(town.spring, "select account_id::text from duty_proposal where region_code = :place"))
                .containsExactly(one.account().toString());

        undone(change.id());
        assertThat(at(town.spring, "select name from sheet_mapping where region_code = :place"))
                .containsExactlyInAnyOrder("周表", "月表");
        assertThat(at(town.spring, "select account_id::text from duty_proposal where region_code = :place"))
                .hasSize(2);
        assertThat(at(town.summer, "select name from sheet_mapping where region_code = :place"))
                .containsExactly("月表");
    }

    private void mapping(RegionCode place, String name) {
        town.owner
                .sql("insert into sheet_mapping values (gen_random_uuid(), :place, 'hotline', :name, '{}', :account)")
                .param("place", place.value())
                .param("name", name)
                .param("account", town.administrator.account())
                .update();
    }

    private void proposed(Actor person, RegionCode place) {
        town.owner
                .sql("""
                        insert into duty_proposal (id, account_id, kind, region_code, valid, reason, proposed_by, proposed_at)
                        values (gen_random_uuid(), :account, 'community_secretary', :place, '[2026-01-01,)', '接任', :by, now())""")
                .param("account", person.account())
                .param("place", place.value())
                .param("by", town.administrator.account())
                .update();
    }

    private List<String> at(RegionCode place, String asked) {
        return town.owner
                .sql(asked)
                .param("place", place.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long inForce(Actor person) {
        return town.owner
                .sql(
                        "select count(*) from duty where account_id = :account and not isempty(valid) and upper(valid) is null")
                .param("account", person.account())
                .query(Long.class)
                .single();
    }

    @Test
    void numbersGoOnWhereTheOldStreetsWere() {
        town.owner
                .sql("insert into demand_number values (:east, '2026-11-01', 41), (:west, '2026-11-01', 7)")
                .param("east", town.east.value())
                .param("west", town.west.value())
                .update();
        applied(asked(Kind.MERGE, List.of(town.east), null, town.west, null));
        assertThat(town.owner
                        .sql("select last from demand_number where street_code = :west and month = '2026-11-01'")
                        .param("west", town.west.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(41);
    }

    @Test
    void whatWasBeingWrittenUnderTheOldCodeIsBroughtAfter() {
        town.demand(town.spring, null, "accepted");
        applied(asked(Kind.MOVE, List.of(town.spring), town.west, null, null));
        UUID late = town.demand(town.spring, null, "accepted");
        work.sweepLately();
        assertThat(regions.isWithin(town.placeOf(late), town.west)).isTrue();
    }

    @Test
    void aPlanForAnotherTreeIsRefusedAndSoIsASecondOneAtOnce() {
        UUID first = planned(asked(Kind.RENAME, List.of(town.spring), null, null, "早春社区"));
        UUID second = planned(asked(Kind.MOVE, List.of(town.spring), town.west, null, null));
        UUID later = plans.plan(town.administrator, asked(Kind.RENAME, List.of(town.summer), null, null, "盛夏社区"), null)
                .orThrow()
                .id();
        refused(apply.apply(town.administrator, later), ReorganizationRefusal.NOT_YET);
        refused(apply.undo(town.administrator, first), ReorganizationRefusal.NOT_APPLIED);
        refused(apply.apply(town.administrator, UUID.randomUUID()), ReorganizationRefusal.UNKNOWN);
        town.owner
                .sql("update reorganization set state = 'applying' where id = :id")
                .param("id", later)
                .update();
        refused(apply.apply(town.administrator, second), ReorganizationRefusal.UNDER_WAY);
        town.owner
                .sql("update reorganization set state = 'planned' where id = :id")
                .param("id", later)
                .update();
        apply.apply(town.administrator, first).orThrow();
        assertThat(ended(first).state()).isEqualTo(Reorganization.State.APPLIED);
        refused(apply.apply(town.administrator, second), ReorganizationRefusal.TREE_CHANGED);
        refused(apply.apply(town.administrator, first), ReorganizationRefusal.NOT_PLANNED);
    }

    @Test
    void whatSomethingNewDependsOnStays() {
        UUID demand = town.demand(town.spring, null, "accepted");
        Reorganization change = applied(asked(Kind.MOVE, List.of(town.spring), town.west, null, null));
        town.demand(town.placeOf(demand), null, "accepted");
        refused(apply.undo(town.administrator, change.id()), ReorganizationRefusal.DEPENDED_ON);
        Reorganization next = applied(asked(Kind.RENAME, List.of(town.placeOf(demand)), null, null, "迁来社区"));
        refused(apply.undo(town.administrator, change.id()), ReorganizationRefusal.DEPENDED_ON);
        undone(next.id());
        assertThat(regions.get(town.placeOf(demand)).name()).isEqualTo("春社区");
    }

    @Test
    void whoeverHoldsACaseThatMovesCanFinish() throws SQLException {
        UUID demand = town.demand(town.spring, null, "accepted");
        UUID id = planned(asked(Kind.MOVE, List.of(town.spring), town.west, null, null));
        try (Connection somebody = database.getConnection();
                var working = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            int pid = somebody.unwrap(PGConnection.class).getBackendPID();
            working.execute("set local statement_timeout = '20s'");
            working.execute("select from demand where id = '" + demand + "' for update");
            apply.apply(town.administrator, id).orThrow();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> town.owner
                                    .sql(
                                            "select count(*) from pg_stat_activity where :somebody = any (pg_blocking_pids(pid))")
                                    .param("somebody", pid)
                                    .query(Long.class)
                                    .single()
                            > 0);
            // What a step, a to-do or a file of the case asks of its place.
            working.execute("select from region where code = " + town.spring.value() + " for key share");
            somebody.commit();
        }
        assertThat(ended(id).state()).isEqualTo(Reorganization.State.APPLIED);
        assertThat(regions.isWithin(town.placeOf(demand), town.west)).isTrue();
    }

    @Test
    void workThatBreaksOffLeavesThePlanAsItWas() {
        UUID demand = town.demand(town.spring, null, "accepted");
        UUID id = planned(asked(Kind.MOVE, List.of(town.spring), town.west, null, null));
        town.owner
                .sql("update reorganization set state = 'applying' where id = :id")
                .param("id", id)
                .update();
        var parameters = tools.jackson.databind.json.JsonMapper.shared().valueToTree(Map.of("id", id.toString()));
        Actor actor = town.administrator;
        try {
            work.run(actor, parameters, told(() -> {
                throw new IllegalStateException("killed");
            }));
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
        assertThat(found(id).state()).isEqualTo(Reorganization.State.PLANNED);
        assertThat(town.placeOf(demand)).isEqualTo(town.spring);
        assertThat(regions.get(town.spring).open()).isTrue();

        town.owner
                .sql("update reorganization set state = 'applying' where id = :id")
                .param("id", id)
                .update();
        work.run(actor, parameters, told(() -> {}));
        Long rows = found(id).rowsMoved();
        // An attempt that was thought dead and comes back does nothing twice.
        work.run(actor, parameters, told(() -> {}));
        assertThat(found(id).rowsMoved()).isEqualTo(rows);
        assertThat(found(id).state()).isEqualTo(Reorganization.State.APPLIED);
        assertThat(regions.isWithin(town.placeOf(demand), town.west)).isTrue();
    }

    @Test
    void whatItsJobLeftCanBeBegunAgain() {
        UUID demand = town.demand(town.spring, null, "accepted");
        UUID id = planned(asked(Kind.MOVE, List.of(town.spring), town.west, null, null));
        UUID gone = UUID.randomUUID();
        town.owner
                .sql("update reorganization set state = 'applying', job_id = :job where id = :id")
                .param("id", id)
                .param("job", gone)
                .update();
        refused(apply.apply(town.administrator, id), ReorganizationRefusal.UNDER_WAY);
        assertThat(work.stepBackAbandoned()).isOne();
        assertThat(work.stepBackAbandoned()).isZero();
        assertThat(found(id).state()).isEqualTo(Reorganization.State.PLANNED);
        assertThat(town.placeOf(demand)).isEqualTo(town.spring);
    }

    private static Progress told(Runnable each) {
        return new Progress() {
            @Override
            public void report(long done, @Nullable Long total, @Nullable String message) {
                each.run();
            }

            @Override
            public Path newFile(String ending) {
                throw new AssertionError("a change of the tree writes no file");
            }
        };
    }

    @Test
    void departmentsAreRenamedMovedMergedSplitOpenedAndClosedAndBack() {
        UUID one = town.department(town.east, "甲科");
        UUID two = town.department(town.east, "乙科");
        UUID demand = town.demand(town.summer, one, "handling");
        Reorganization merged = applied(ofDepartments(Kind.MERGE, List.of(one), null, two, null, List.of()));
        assertThat(departmentOf(demand)).isEqualTo(two);
        undone(merged.id());
        assertThat(departmentOf(demand)).isEqualTo(one);

        Reorganization split = applied(new Asked(
                Asked.Subject.DEPARTMENT,
                Kind.SPLIT,
                List.of(one.toString()),
                null,
                null,
                null,
                null,
                List.of(new Part("丙科", false, List.of()), new Part("丁科", false, List.of())),
                Map.of("cases", 1),
                LocalDate.parse("2099-01-01")));
        assertThat(nameOf(departmentOf(demand))).isEqualTo("丁科");
        undone(split.id());
        assertThat(departmentOf(demand)).isEqualTo(one);

        Reorganization moved = applied(ofDepartments(Kind.MOVE, List.of(one), town.district, null, null, List.of()));
        assertThat(regionOf(one)).isEqualTo(town.district.value());
        undone(moved.id());
        assertThat(regionOf(one)).isEqualTo(town.east.value());
        Reorganization renamed = applied(ofDepartments(Kind.RENAME, List.of(two), null, null, "新乙科", List.of()));
        assertThat(nameOf(two)).isEqualTo("新乙科");
        undone(renamed.id());
        assertThat(nameOf(two)).isEqualTo("乙科");
        Reorganization opened = applied(ofDepartments(Kind.OPEN, List.of(), town.east, null, "戊科", List.of()));
        undone(opened.id());
        Reorganization closed = applied(ofDepartments(Kind.CLOSE, List.of(two), null, null, null, List.of()));
        undone(closed.id());
        assertThat(town.owner
                        .sql("select is_active from department where id = :id")
                        .param("id", two)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        Reorganization joined = applied(ofDepartments(Kind.MERGE, List.of(one, two), null, null, "合并科", List.of()));
        assertThat(nameOf(departmentOf(demand))).isEqualTo("合并科");
        undone(joined.id());
    }

    @Test
    void closingADepartmentAsksWhatBecomesOfTheRoutesThatNameIt() {
        UUID closed = town.department(town.east, "己科");
        UUID heir = town.department(town.east, "庚科");
        for (RegionCode place : List.of(town.east, town.spring)) {
            town.owner
                    .sql("""
                            insert into demand_route (id, kind_code, region_code, department_id, valid, version, source)
                            values (gen_random_uuid(), 'heating', :region, :department, '[2026-01-01,)', 1, '派单办法')""")
                    .param("region", place.value())
                    .param("department", closed)
                    .update();
        }
        UUID plan = planned(closing(closed, Map.of()));
        Reorganization open = transactions.read(
                town.administrator, () -> reorganizations.find(plan).orElseThrow());
        assertThat(open.plan().hasOpenQuestions()).isTrue();
        assertThat(open.plan().questions()).singleElement().satisfies(question -> {
            assertThat(question.key()).isEqualTo("routes");
            assertThat(question.count()).isEqualTo(2);
            assertThat(question.options()).startsWith("从那天起停用").contains("庚科").doesNotContain("己科");
        });
        refused(apply.apply(town.administrator, plan), ReorganizationRefusal.QUESTIONS_OPEN);

        Reorganization ended = applied(closing(closed, Map.of("routes", 0)));
        assertThat(ended.plan().notes()).extracting(Plan.Note::key).contains("routes-end");
        assertThat(routesTo(closed)).hasSize(2).containsOnly("[2026-01-01," + Time.today(clock) + ")");
        undone(ended.id());
        assertThat(routesTo(closed)).hasSize(2).containsOnly("[2026-01-01,)");

        int last = open.plan().questions().getFirst().options().indexOf("庚科");
        Reorganization takenOver = applied(closing(closed, Map.of("routes", last)));
        assertThat(routesTo(closed)).isEmpty();
        assertThat(routesTo(heir)).hasSize(2).containsOnly("[2026-01-01,)");
        undone(takenOver.id());
        assertThat(routesTo(closed)).hasSize(2).containsOnly("[2026-01-01,)");
        assertThat(routesTo(heir)).isEmpty();
    }

    private static Asked closing(UUID department, Map<String, Integer> choices) {
        return new Asked(
                Asked.Subject.DEPARTMENT,
                Kind.CLOSE,
                List.of(department.toString()),
                null,
                null,
                null,
                null,
                List.of(),
                choices,
                LocalDate.parse("2099-01-01"));
    }

    private List<String> routesTo(UUID department) {
        return town.owner
                .sql("select valid::text from demand_route where department_id = :id")
                .param("id", department)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private UUID departmentOf(UUID demand) {
        return town.owner
                .sql("select department_id from demand where id = :id")
                .param("id", demand)
                .query(UUID.class)
                .single();
    }

    private String nameOf(UUID department) {
        return town.owner
                .sql("select name from department where id = :id")
                .param("id", department)
                .query(String.class)
                .single();
    }

    private long regionOf(UUID department) {
        return town.owner
                .sql("select region_code from department where id = :id")
                .param("id", department)
                .query(Long.class)
                .single();
    }
}
