package org.gongzhi.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.reorganization.ReorganizationFixtures.asked;
import static org.gongzhi.reorganization.ReorganizationFixtures.ofDepartments;
import static org.gongzhi.reorganization.ReorganizationFixtures.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.reorganization.Asked.Kind;
import org.gongzhi.reorganization.Asked.Part;
import org.gongzhi.reorganization.Asked.Subject;
import org.gongzhi.reorganization.Plan.What;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@GongzhiTest
class PlanReorganizationTests {

    private final PlanReorganization plans;
    private final ReorganizationFixtures town;
    private final ReorganizationQueries queries;
    private final Transactions transactions;

    PlanReorganizationTests(
            @Autowired PlanReorganization plans,
            @Autowired ReorganizationQueries queries,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired Transactions transactions,
            @Autowired RegionLookup regions,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.plans = plans;
        this.queries = queries;
        this.transactions = transactions;
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(url, user, password));
        this.town = new ReorganizationFixtures(owner, accounts, lookup, transactions, regions);
    }

    private Outcome<Reorganization> plan(Asked asked) {
        return plans.plan(town.administrator, asked, null);
    }

    private static void refused(Outcome<?> outcome, ReorganizationRefusal why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(why));
    }

    @Test
    void aMovedCommunityGetsACodeInsideItsNewStreetAndItsGridsGoAlong() {
        UUID open = town.demand(
                RegionCode.parse(town.spring.toString().substring(0, 12) + "001")
                        .orElseThrow(),
                null,
                "accepted");
        town.demand(town.spring, null, "closed");
        Reorganization change = plan(asked(Kind.MOVE, List.of(town.spring), town.west, null, null))
                .orThrow();

        assertThat(open).isNotNull();
        assertThat(change.plan().nodes())
                .extracting(Plan.Node::what)
                .containsOnly(What.MOVED)
                .hasSize(3);
        // 001 is taken by 秋社区 over there.
        assertThat(change.plan().nodes().getFirst().to()).isEqualTo(Long.toString(town.west.value() + 2000));
        assertThat(change.plan().nodes().getFirst().toPath()).endsWith("西街道 › 春社区");
        assertThat(change.plan().lines()).contains(new Plan.Line("cases", 2, 1L));
        assertThat(change.plan().hasOpenQuestions()).isFalse();
        assertThat(change.region()).isEqualTo(town.district);
    }

    @Test
    void aNodeCannotBeMovedBelowItselfNorToAnotherHeightNorWhereItIs() {
        refused(
                plan(asked(Kind.MOVE, List.of(town.east), town.spring, null, null)),
                ReorganizationRefusal.BELOW_ITSELF);
        refused(
                plan(asked(Kind.MOVE, List.of(town.spring), town.district, null, null)),
                ReorganizationRefusal.OTHER_LEVEL);
        refused(
                plan(asked(Kind.MOVE, List.of(town.spring), town.east, null, null)),
                ReorganizationRefusal.ALREADY_THERE);
    }

    @Test
    void theDayIsTodayOrLater() {
        Asked rename = asked(Kind.RENAME, List.of(town.spring), null, null, "新春社区");
        refused(plan(on(rename, LocalDate.parse("2020-01-01"))), ReorganizationRefusal.IN_THE_PAST);
        assertThat(plan(rename).isDone()).isTrue();
    }

    @Test
    void aNameIsOneThatNoSiblingHas() {
        refused(plan(asked(Kind.RENAME, List.of(town.spring), null, null, "夏社区")), ReorganizationRefusal.NAME_TAKEN);
        refused(
                plan(asked(Kind.RENAME, List.of(town.spring), null, null, "春社区")),
                ReorganizationRefusal.NAME_UNCHANGED);
        refused(plan(asked(Kind.RENAME, List.of(town.spring), null, null, " ")), ReorganizationRefusal.NAME_MISSING);
        refused(plan(asked(Kind.OPEN, List.of(), town.east, null, "夏社区")), ReorganizationRefusal.KIND_UNKNOWN);
    }

    @Test
    void oneMergesWithItsLikeAndNotWithItself() {
        refused(
                plan(asked(Kind.MERGE, List.of(town.spring), null, town.west, null)),
                ReorganizationRefusal.OTHER_LEVEL);
        refused(
                plan(asked(Kind.MERGE, List.of(town.spring), null, town.spring, null)),
                ReorganizationRefusal.INTO_ITSELF);
        refused(
                plan(asked(Kind.MERGE, List.of(town.spring, town.east), null, null, "合社区")),
                ReorganizationRefusal.OTHER_LEVEL);
        refused(plan(asked(Kind.MERGE, List.of(town.spring), null, null, "合社区")), ReorganizationRefusal.NODES_MISSING);
        Reorganization change = plan(asked(Kind.MERGE, List.of(town.spring), null, town.summer, null))
                .orThrow();
        assertThat(change.plan().notes()).extracting(Plan.Note::key).contains("renamed", "figures");
        assertThat(change.plan().nodes())
                .filteredOn(node -> node.what() == What.MOVED)
                .extracting(Plan.Node::toName)
                .contains("第一网格（春社区）");
    }

    @Test
    void aSplitAsksWhoGetsWhatLiesOnTheNodeItself() {
        town.demand(town.spring, null, "accepted");
        town.hire("王芳", DutyKind.COMMUNITY_CLERK, town.spring);
        String grid = town.spring.toString().substring(0, 12);
        List<Part> parts =
                List.of(new Part("春一社区", false, List.of(grid + "001")), new Part("春二社区", false, List.of(grid + "002")));
        Asked asked = split(town.spring, parts, Map.of());
        Reorganization change = plan(asked).orThrow();
        assertThat(change.plan().hasOpenQuestions()).isTrue();
        assertThat(change.plan().questions()).extracting(Plan.Question::count).contains(1L);
        assertThat(change.plan().questions().getFirst().options()).containsExactly("春一社区", "春二社区");

        String duty = change.plan().questions().stream()
                .map(Plan.Question::key)
                .filter(key -> key.startsWith("duty:"))
                .findFirst()
                .orElseThrow();
        Reorganization decided = plans.plan(
                        town.administrator, split(town.spring, parts, Map.of("cases", 1, duty, 0)), change.id())
                .orThrow();
        assertThat(decided.plan().hasOpenQuestions()).isFalse();
        assertThat(decided.plan().pairs())
                .filteredOn(pair -> pair.topic().equals(duty))
                .hasSize(1);
    }

    @Test
    void everyChildOfASplitNodeBelongsToOnePart() {
        String grid = town.spring.toString().substring(0, 12);
        refused(
                plan(split(town.spring, List.of(new Part("一", false, List.of())), Map.of())),
                ReorganizationRefusal.PARTS_MISSING);
        refused(
                plan(split(
                        town.spring,
                        List.of(new Part("春一", false, List.of(grid + "001")), new Part("春二", false, List.of())),
                        Map.of())),
                ReorganizationRefusal.CHILD_NOT_ASSIGNED);
        refused(
                plan(split(
                        town.spring,
                        List.of(
                                new Part("春一", false, List.of(grid + "001")),
                                new Part("春二", false, List.of(grid + "001"))),
                        Map.of())),
                ReorganizationRefusal.CHILD_TWICE);
        refused(
                plan(split(
                        town.spring,
                        List.of(
                                new Part(null, true, List.of(grid + "001")),
                                new Part(null, true, List.of(grid + "002"))),
                        Map.of())),
                ReorganizationRefusal.TWO_PARTS_KEEP);
    }

    private static Asked split(RegionCode node, List<Part> parts, Map<String, Integer> choices) {
        return new Asked(
                Subject.REGION,
                Kind.SPLIT,
                List.of(node.toString()),
                null,
                null,
                null,
                null,
                parts,
                choices,
                LocalDate.parse("2099-01-01"));
    }

    @Test
    void onlyWhatIsEmptyIsClosed() {
        refused(plan(asked(Kind.CLOSE, List.of(town.spring), null, null, null)), ReorganizationRefusal.NOT_EMPTY);
        assertThat(plan(asked(Kind.CLOSE, List.of(town.autumn), null, null, null))
                        .isDone())
                .isTrue();
        UUID department = town.department(town.east, "城管科");
        town.demand(town.summer, department, "handling");
        refused(
                plan(ofDepartments(Kind.CLOSE, List.of(department), null, null, null, List.of())),
                ReorganizationRefusal.NOT_EMPTY);
    }

    @Test
    void aDepartmentKeepsSightOfItsOpenCases() {
        UUID department = town.department(town.east, "环卫科");
        UUID other = town.department(town.west, "综合科");
        town.demand(town.summer, department, "handling");
        refused(
                plan(ofDepartments(Kind.MOVE, List.of(department), town.west, null, null, List.of())),
                ReorganizationRefusal.CASES_OUT_OF_REACH);
        refused(
                plan(ofDepartments(Kind.MERGE, List.of(department), null, other, null, List.of())),
                ReorganizationRefusal.CASES_OUT_OF_REACH);
        assertThat(plan(ofDepartments(Kind.MOVE, List.of(department), town.district, null, null, List.of()))
                        .isDone())
                .isTrue();
        refused(
                plan(ofDepartments(Kind.RENAME, List.of(other), null, null, "综合科", List.of())),
                ReorganizationRefusal.NAME_TAKEN);
        refused(
                plan(ofDepartments(Kind.MERGE, List.of(other), null, other, null, List.of())),
                ReorganizationRefusal.INTO_ITSELF);
        refused(
                plan(ofDepartments(Kind.SPLIT, List.of(other), null, null, null, List.of())),
                ReorganizationRefusal.PARTS_MISSING);
        refused(
                plan(ofDepartments(Kind.RENAME, List.of(UUID.randomUUID()), null, null, "无", List.of())),
                ReorganizationRefusal.NODE_UNKNOWN);
    }

    @Test
    void everyNumberOfAPlanOpensTheRowsBehindIt() {
        UUID department = town.department(town.spring, "服务站");
        town.demand(town.spring, department, "accepted");
        town.hire("孙丽", DutyKind.COMMUNITY_CLERK, town.spring);
        town.rule(town.spring);
        List<String> olds = List.of(town.spring.toString());
        List<Long> codes = List.of(town.spring.value());
        assertThat(read(() -> queries.cases(Subject.REGION, olds, null, 10))).hasSize(1);
        assertThat(read(() -> queries.cases(Subject.DEPARTMENT, List.of(department.toString()), null, 10)))
                .hasSize(1);
        assertThat(read(() -> queries.todos(Subject.REGION, olds, null, 10))).isEmpty();
        assertThat(read(() -> queries.duties(Subject.REGION, olds, null, 10)))
                .extracting(ReorganizationQueries.Item::label)
                .containsExactly("孙丽");
        assertThat(read(() -> queries.departments(codes, null, 10))).hasSize(1);
        assertThat(read(() -> queries.rules(codes, null, 10))).hasSize(1);
        assertThat(plan(asked(Kind.MERGE, List.of(town.spring), null, town.summer, null))
                        .orThrow()
                        .plan()
                        .notes())
                .contains(new Plan.Note("rules-end", List.of("1")));
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return transactions.read(town.administrator, work);
    }

    @Test
    void othersTerritoriesAndOthersDutiesAreLeftAlone() {
        refused(
                plan(asked(Kind.RENAME, List.of(town.district), null, null, "新区")),
                ReorganizationRefusal.LEVEL_NOT_YOURS);
        refused(
                plan(asked(Kind.RENAME, List.of(RegionCode.parse("999999999").orElseThrow()), null, null, "无")),
                ReorganizationRefusal.NOT_YOURS);
        var clerk = town.hire("李强", DutyKind.DISTRICT_OFFICER, town.district);
        refused(
                plans.plan(clerk, asked(Kind.RENAME, List.of(town.spring), null, null, "新春"), null),
                ReorganizationRefusal.NOT_YOURS);
    }
}
