package org.gongzhi.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandEvent.Satisfaction;
import org.gongzhi.demand.DemandEvent.Snapshot;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.insight.Cockpit.Figure;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.region.RegionRefusal;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class ShowCockpitTests {

    @AutoClose
    private static final InsightFixtures insight = new InsightFixtures();

    @BeforeAll
    static void aFewThingsHappen() {
        for (int i = 0; i < 10; i++) {
            judged(RegionFixtures.YONGANLI_GRID_1, "heating", i < 9, i < 7, satisfaction(i));
        }
        raised(RegionFixtures.JIANWAI, "noise");
        raised(RegionFixtures.JIQINGLI, "noise");
        raised(RegionFixtures.YULIN, "heating");
        insight.bean(Fold.class).fold();
    }

    private static Satisfaction satisfaction(int i) {
        return i < 5 ? Satisfaction.SATISFIED : i < 8 ? Satisfaction.BASICALLY : Satisfaction.UNSATISFIED;
    }

    private static Snapshot raised(RegionCode place, String kind) {
        var demand = new Snapshot(
                new DemandId(UUID.randomUUID()),
                place,
                place,
                kind,
                "phone",
                DemandStatus.RAISED,
                false,
                InsightFixtures.NOW);
        tell(new DemandEvent.Raised(demand));
        return demand;
    }

    private static void judged(
            RegionCode place, String kind, boolean isContacted, boolean isSolved, Satisfaction satisfaction) {
        tell(new DemandEvent.Judged(raised(place, kind), isContacted, isSolved, satisfaction, InsightFixtures.NOW));
    }

    private static void tell(DemandEvent event) {
        insight.transactions().write(Actor.worker("test"), () -> {
            insight.bean(DemandListener.class).on(event);
            return Outcome.done(true);
        });
    }

    private static Figure figure(Cockpit cockpit, String key) {
        return cockpit.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome<Cockpit> show(Actor actor, RegionCode code) {
        return insight.bean(ShowCockpit.class)
                .show(actor, new ShowCockpit.Asked(code, Period.Choice.MONTH, null, null, false));
    }

    private static void refused(Outcome<?> outcome, Object reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void theThreeRatesAreAsTheFormulaSays() {
        Cockpit cockpit = insight.cockpit(RegionFixtures.JIANWAI, Period.Choice.MONTH);
        assertThat(figure(cockpit, "response").rate()).isEqualByComparingTo("90.0");
        assertThat(figure(cockpit, "solution").rate()).isEqualByComparingTo("70.0");
        assertThat(figure(cockpit, "satisfaction").n()).isEqualByComparingTo("7.7");
        assertThat(figure(cockpit, "satisfaction").rate()).isEqualByComparingTo("77.0");
        assertThat(figure(cockpit, "composite").n()).isEqualByComparingTo("74.8");
        assertThat(cockpit.formula().version()).isEqualTo(1);
        assertThat(cockpit.formula().text()).contains("0.9×基本满意");
    }

    @Test
    void withoutAValidCallBackThereIsNoRate() {
        Cockpit cockpit = insight.cockpit(RegionFixtures.FENGTAI, Period.Choice.MONTH);
        assertThat(figure(cockpit, "solution").rate()).isNull();
        assertThat(figure(cockpit, "composite").n()).isNull();
        assertThat(figure(cockpit, "solution").note()).isEqualTo("还没有有效回访");
    }

    @Test
    void aTerritoryMayHaveAFormulaOfItsOwn() {
        insight.owner.sql("""
                        insert into rate_formula (region_code, version, valid, basically_weight, response_weight, solution_weight, satisfaction_weight, source)
                        values (:code, 4, daterange('2026-11-01', null), 0.5, 0.2, 0.4, 0.4, '测试')""").param("code", RegionFixtures.XUHUI.value()).update();
        assertThat(insight.cockpit(RegionFixtures.KANGPING, Period.Choice.MONTH)
                        .formula()
                        .version())
                .isEqualTo(4);
        assertThat(insight.cockpit(RegionFixtures.SHANGHAI, Period.Choice.MONTH)
                        .formula()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void neighboursThatShareDigitsDoNotLeak() {
        assertThat(figure(insight.cockpit(RegionFixtures.YONGANLI, Period.Choice.MONTH), "raised")
                        .n())
                .isEqualByComparingTo("10");
        assertThat(figure(insight.cockpit(RegionFixtures.GUANGHUALI, Period.Choice.MONTH), "raised")
                        .n())
                .isEqualByComparingTo("0");
        assertThat(figure(insight.cockpit(RegionFixtures.CHAOYANG, Period.Choice.MONTH), "raised")
                        .n())
                .isEqualByComparingTo("12");
        assertThat(figure(insight.cockpit(RegionFixtures.FENGTAI, Period.Choice.MONTH), "raised")
                        .n())
                .isEqualByComparingTo("1");
    }

    @Test
    void childrenStandByNameAndWithWhatWasRaisedHereAddUpToTheTotal() {
        Cockpit cockpit = insight.cockpit(RegionFixtures.JIANWAI, Period.Choice.MONTH);
        assertThat(cockpit.children()).extracting(Cockpit.Row::name).containsExactly("光华里社区", "永安里社区");
        assertThat(cockpit.children()).extracting(Cockpit.Row::raised).containsExactly(0L, 10L);
        assertThat(Objects.requireNonNull(cockpit.here()).raised()).isEqualTo(1);
        assertThat(cockpit.total().raised()).isEqualTo(11);
        assertThat(insight.cockpit(RegionFixtures.BEIJING, Period.Choice.MONTH).children())
                .as("市辖区 is skipped")
                .extracting(Cockpit.Row::name)
                .containsExactly("朝阳区", "丰台区");
    }

    @Test
    void everyFigureCarriesItsDefinitionAndTheQueryThatListsItsRecords() {
        Cockpit cockpit = insight.cockpit(RegionFixtures.CHAOYANG, Period.Choice.MONTH);
        assertThat(cockpit.figures()).allSatisfy(figure -> {
            assertThat(figure.numerator()).isNotBlank();
            assertThat(figure.exclusions()).isNotBlank();
            assertThat(figure.filter() != null || figure.key().equals("composite"))
                    .isTrue();
        });
        assertThat(figure(cockpit, "solution").filter())
                .containsEntry("region", "110105000000000")
                .containsEntry("judged", "solved")
                .containsEntry("judgedFrom", "2026-11-01")
                .containsEntry("judgedTo", "2026-11-22");
        assertThat(cockpit.overdue()).containsEntry("view", "open").containsEntry("late", "true");
        assertThat(cockpit.byKind().getFirst().filter()).containsEntry("kind", "heating_water,heating,water,drainage");
        assertThat(cockpit.asOf()).isEqualTo(InsightFixtures.NOW);
    }

    @Test
    void aboveOrBesideOnesScopeNothingIsSeen() {
        Actor street = insight.actor(DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI, null);
        assertThat(show(street, RegionFixtures.YONGANLI).isDone()).isTrue();
        refused(show(street, RegionFixtures.CHAOYANG), InsightRefusal.NOT_YOURS);
        refused(show(street, RegionFixtures.NATION), InsightRefusal.NOT_YOURS);
        refused(show(street, RegionFixtures.CHAOWAI), InsightRefusal.NOT_YOURS);
    }

    @Test
    void aNodeThatIsNoneOrHiddenHasNoCockpit() {
        Actor all = insight.leaderOf(RegionFixtures.NATION);
        refused(show(all, new RegionCode(990_000_000_000_000L)), RegionRefusal.UNKNOWN);
        refused(show(all, RegionFixtures.BEIJING_DISTRICTS), InsightRefusal.HIDDEN_NODE);
    }

    @Test
    void departmentsAndAdministratorsHaveNoCockpit() {
        refused(
                show(insight.actor(DutyKind.DEPARTMENT_HANDLER, RegionFixtures.JIANWAI, null), RegionFixtures.JIANWAI),
                InsightRefusal.DEPARTMENT_HAS_NO_COCKPIT);
        refused(
                show(
                        insight.actor(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG, null),
                        RegionFixtures.CHAOYANG),
                InsightRefusal.ADMINISTRATOR_HAS_NO_COCKPIT);
    }

    @Test
    void aDutyBoundedByKindsSeesTheFiguresOfItsKindsOnly() {
        Actor noise = insight.actor(DutyKind.DISTRICT_OFFICER, RegionFixtures.CHAOYANG, List.of("noise"));
        Cockpit cockpit = show(noise, RegionFixtures.CHAOYANG).orThrow();
        assertThat(figure(cockpit, "raised").n()).isEqualByComparingTo("2");
        assertThat(figure(cockpit, "open").n()).isEqualByComparingTo("2");
        assertThat(figure(cockpit, "solution").of()).isZero();
        assertThat(cockpit.byKind()).extracting(Cockpit.Bar::code).containsExactly("noise");
        assertThat(cockpit.byAge()).isEmpty();
        assertThat(cockpit.leftOut())
                .extracting(Cockpit.LeftOut::block)
                .containsExactly("byChannel", "byStatus", "byAge");
    }

    @Test
    void rowSecurityKeepsFiguresFromWhoeverAsksPastTheScope() {
        List<Scope> scopes = List.of(
                new Scope(insight.region(RegionFixtures.CHAOWAI).subtree().ranges(), null, null),
                new Scope(insight.region(RegionFixtures.CHAOYANG).subtree().ranges(), UUID.randomUUID(), null),
                new Scope(insight.region(RegionFixtures.CHAOYANG).subtree().ranges(), null, List.of("lift")));
        for (Scope scope : scopes) {
            var questions = new RollupQueries.Questions(null)
                    .stocks("now", RegionFixtures.JIANWAI)
                    .stockBy("kind", "kind", RegionFixtures.JIANWAI);
            var counts = insight.transactions()
                    .read(
                            Actor.worker("test", scope),
                            () -> insight.bean(RollupQueries.class).ask(questions));
            assertThat(counts.of("now", RegionFixtures.JIANWAI, Metric.OPEN).n())
                    .isZero();
            assertThat(counts.of("kind", RegionFixtures.JIANWAI, Metric.OPEN).n())
                    .isZero();
        }
    }

    @Test
    void belowStreetsThereAreNoDays() {
        refused(
                insight.bean(ShowCockpit.class)
                        .show(
                                insight.leaderOf(RegionFixtures.YONGANLI),
                                new ShowCockpit.Asked(RegionFixtures.YONGANLI, Period.Choice.TODAY, null, null, false)),
                InsightRefusal.MONTHS_ONLY);
        Cockpit street = insight.cockpit(RegionFixtures.JIANWAI, Period.Choice.TODAY);
        assertThat(figure(street, "raised").n()).isEqualByComparingTo("11");
        assertThat(street.children()).extracting(Cockpit.Row::raised).containsOnlyNulls();
        assertThat(street.leftOut()).extracting(Cockpit.LeftOut::block).containsExactly("children");
    }

    @Test
    void whatIsSaidIsSaidInEnglishToo() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            Cockpit cockpit = insight.cockpit(RegionFixtures.CHAOYANG, Period.Choice.MONTH);
            assertThat(figure(cockpit, "solution").name()).isEqualTo("Solution");
            assertThat(cockpit.period().name()).isEqualTo("This month, 1 Nov—22 Nov");
            assertThat(cockpit.byKind().getFirst().name()).isEqualTo("Heating and water");
        } finally {
            LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        }
    }

    @Test
    void theMetricsOfTheProgramAreThoseOfTheTable() {
        List<String> stored = insight.owner
                .sql("select id || ' ' || code || ' ' || is_stock from metric order by id")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
        List<String> known = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            known.add(metric.id() + " " + metric.code() + " " + Metric.STOCKS.contains(metric));
        }
        assertThat(stored).isEqualTo(known);
    }

    @Test
    void residentsReadLastMonthButNothingThatCouldPointAtPersons() {
        insight.clock.set(InsightFixtures.NOW.plus(java.time.Duration.ofDays(20)));
        try {
            WindowFigures window = insight.bean(WindowFigures.class);
            var enough = window.lastMonth(RegionFixtures.YONGANLI).orThrow();
            assertThat(enough.sentence()).isEqualTo("上月收到 10 件，回访到 10 人，其中 7 人说“解决了”。");
            assertThat(enough.month()).isEqualTo("2026-11");
            var few = window.lastMonth(RegionFixtures.GUANGHUALI).orThrow();
            assertThat(few.solved()).isNull();
            assertThat(few.calledBack()).isNull();
            refused(window.lastMonth(RegionFixtures.CHAOYANG), InsightRefusal.NO_PUBLIC_FIGURES);
            refused(window.lastMonth(RegionFixtures.YOUANMEN), InsightRefusal.NO_PUBLIC_FIGURES);
        } finally {
            insight.clock.set(InsightFixtures.NOW);
        }
    }

    @Test
    void onlyAdministratorsOfTheSystemAndTheDistrictSeeWhatTheRecountFound() {
        assertThat(InsightPermissions.maySeeChecks(insight.leaderOf(RegionFixtures.CHAOYANG))
                        .isDone())
                .isTrue();
        refused(
                InsightPermissions.maySeeChecks(insight.actor(DutyKind.STREET_LEADER, RegionFixtures.JIANWAI, null)),
                InsightRefusal.CHECKS_NOT_YOURS);
    }

    @Test
    void percentOfNothingIsNothing() {
        assertThat(Cockpit.percent(BigDecimal.ZERO, 0)).isNull();
        assertThat(Cockpit.percent(BigDecimal.ONE, 3)).isEqualByComparingTo("33.3");
    }
}
