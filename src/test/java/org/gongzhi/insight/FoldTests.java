package org.gongzhi.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.insight.Cockpit.Figure;
import org.gongzhi.insight.Life.Happening;
import org.gongzhi.insight.Life.Standing;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures folded from what was announced are what one would count by hand: everywhere, for every period. */
class FoldTests {

    private static final List<RegionCode> NODES = List.of(
            RegionFixtures.NATION,
            RegionFixtures.BEIJING,
            RegionFixtures.CHAOYANG,
            RegionFixtures.JIANWAI,
            RegionFixtures.YONGANLI,
            RegionFixtures.YONGANLI_GRID_1,
            RegionFixtures.YONGANLI_GRID_2,
            RegionFixtures.GUANGHUALI,
            RegionFixtures.GUANGHUALI_GRID_1,
            RegionFixtures.CHAOWAI,
            RegionFixtures.JIQINGLI,
            RegionFixtures.JIXIANGLI,
            RegionFixtures.FENGTAI,
            RegionFixtures.YOUANMEN,
            RegionFixtures.YULIN,
            RegionFixtures.SHANGHAI,
            RegionFixtures.XUHUI,
            RegionFixtures.KANGPING,
            RegionFixtures.DONGGUAN,
            RegionFixtures.DONGCHENG_OF_DONGGUAN,
            RegionFixtures.GANGBEI);

    private static final BigDecimal BASICALLY = new BigDecimal("0.9");
    private static final LocalDate TODAY = InsightFixtures.TODAY;

    @AutoClose
    private static final InsightFixtures insight = new InsightFixtures();

    private static final Life life = new Life(20261122, insight.owner, InsightFixtures.NOW);

    @BeforeAll
    static void everythingHappens() {
        for (int i = 0; i < 400; i++) {
            life.live();
        }
        announce(life.events);
        for (var event : life.callouts) {
            insight.transactions().write(Actor.worker("life"), () -> {
                insight.bean(CallListener.class).on(event);
                return Outcome.done(true);
            });
        }
        insight.bean(Fold.class).fold();
    }

    private static void announce(List<DemandEvent> events) {
        var listener = insight.bean(DemandListener.class);
        // The order in which transactions commit is nobody's promise.
        var shuffled = new java.util.ArrayList<>(events);
        java.util.Collections.shuffle(shuffled, new java.util.Random(7));
        for (DemandEvent event : shuffled) {
            insight.transactions().write(Actor.worker("life"), () -> {
                listener.on(event);
                return Outcome.done(true);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Period.Choice.class,
            names = {"TODAY", "MONTH", "QUARTER", "YEAR"})
    void everyFigureIsWhatOneWouldCount(Period.Choice choice) {
        for (RegionCode code : NODES) {
            if (insight.region(code).level() > Region.STREET && choice == Period.Choice.TODAY) {
                continue;
            }
            compare(insight.cockpit(code, choice));
        }
    }

    @Test
    void everyFigureOfDaysOfOnesOwnIsWhatOneWouldCount() {
        for (RegionCode code : NODES) {
            if (insight.region(code).level() <= Region.STREET) {
                compare(insight.cockpit(
                        code, Period.Choice.CUSTOM, LocalDate.of(2026, 8, 13), LocalDate.of(2026, 11, 4)));
                compare(insight.cockpit(
                        code, Period.Choice.CUSTOM, LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 19)));
            }
            compare(insight.cockpit(code, Period.Choice.CUSTOM, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        }
    }

    private static void compare(Cockpit cockpit) {
        Region node = insight.region(RegionCode.parse(cockpit.node().code()).orElseThrow());
        String where = node.name() + " " + cockpit.period();
        Counted now =
                new Counted(node, cockpit.period().from(), cockpit.period().to());
        for (Figure figure : cockpit.figures()) {
            Counted before = figure.previous() == null
                    ? null
                    : new Counted(
                            node, figure.previous().from(), figure.previous().to());
            same(where + figure.key(), figure.n(), now.figure(figure.key()));
            if (figure.previous() != null && before != null) {
                same(where + " before " + figure.key(), figure.previous().n(), before.figure(figure.key()));
            }
            if (List.of("response", "solution", "satisfaction").contains(figure.key())) {
                assertThat(figure.of()).as(where).isEqualTo(now.flow("valid"));
                assertThat(figure.rate() == null).as(where).isEqualTo(now.flow("valid") == 0);
            }
        }
        compareRow(where, now, cockpit.total());
        long childrenOpen = 0;
        for (Cockpit.Row row : cockpit.children()) {
            Region child = insight.region(RegionCode.parse(row.code()).orElseThrow());
            compareRow(
                    where + " child",
                    new Counted(child, cockpit.period().from(), cockpit.period().to()),
                    row);
            childrenOpen += row.open();
        }
        if (!cockpit.children().isEmpty()) {
            assertThat(childrenOpen
                            + (cockpit.here() == null ? 0 : cockpit.here().open()))
                    .as(where)
                    .isEqualTo(cockpit.total().open());
        }
        compareCalls(where, now, cockpit.calls().total());
        for (CallSignals.CallRow row : cockpit.calls().children()) {
            Region child = insight.region(RegionCode.parse(row.code()).orElseThrow());
            compareCalls(
                    where + " calls of a child",
                    new Counted(child, cockpit.period().from(), cockpit.period().to()),
                    row);
        }
        for (Cockpit.Month month : cockpit.trend()) {
            Counted then = new Counted(
                    node,
                    month.month(),
                    month.month().withDayOfMonth(month.month().lengthOfMonth()));
            assertThat(month.raised()).as(where).isEqualTo(then.flow("raised"));
            assertThat(month.closed()).as(where).isEqualTo(then.flow("closed"));
        }
        assertThat(cockpit.trend()).hasSize(12);
        Map<String, String> tops = Map.of(
                "heating",
                "heating_water",
                "water",
                "heating_water",
                "street_parking",
                "parking_traffic",
                "noise",
                "noise",
                "lift",
                "housing");
        for (Cockpit.Bar bar : cockpit.byKind()) {
            assertThat(bar.n())
                    .as(where)
                    .isEqualTo(now.flow("raised", h -> bar.code().equals(tops.get(h.kind()))));
        }
        assertThat(cockpit.byKind().stream().mapToLong(Cockpit.Bar::n).sum()).isEqualTo(now.flow("raised"));
        for (Cockpit.Bar bar : cockpit.byChannel()) {
            assertThat(bar.n())
                    .as(where)
                    .isEqualTo(now.flow("raised", h -> h.channel().equals(bar.code())));
        }
        for (Cockpit.Bar bar : cockpit.byStatus()) {
            assertThat(bar.n())
                    .as(where)
                    .isEqualTo(now.open(s -> s.status().code().equals(bar.code())));
        }
        assertThat(cockpit.byAge().stream().map(Cockpit.Bar::n))
                .as(where)
                .containsExactly(
                        now.open(aged(0, 3)),
                        now.open(aged(4, 7)),
                        now.open(aged(8, 15)),
                        now.open(aged(16, 30)),
                        now.open(aged(31, 10_000)));
    }

    private static Predicate<Standing> aged(long least, long most) {
        return standing -> {
            long days = ChronoUnit.DAYS.between(standing.raisedOn(), TODAY);
            return least <= days && days <= most;
        };
    }

    private static void compareCalls(String where, Counted now, CallSignals.CallRow row) {
        assertThat(row.whistles()).as(where).isEqualTo(now.flow("whistled"));
        assertThat(row.bodies()).as(where).isEqualTo(now.flow("called_out"));
        assertThat(row.inTime()).as(where).isEqualTo(now.flow("arrived_in_time"));
        assertThat(row.graded()).as(where).isEqualTo(now.flow("graded"));
        assertThat(row.inPlace()).as(where).isEqualTo(now.flow("graded_in_place"));
        assertThat(row.mostly()).as(where).isEqualTo(now.flow("graded_mostly"));
        assertThat(row.cases()).as(where).isEqualTo(now.flow("raised"));
        assertThat(row.perHundred() == null).as(where).isEqualTo(now.flow("raised") == 0);
        String signal = row.cases() < 50
                ? "few"
                : row.whistles() * 1000 < row.cases() * 5
                        ? "low"
                        : row.whistles() * 100 > row.cases() * 8 ? "high" : "none";
        assertThat(row.signal()).as(where).isEqualTo(signal);
    }

    private static void compareRow(String where, Counted now, Cockpit.Row row) {
        assertThat(row.open()).as(where).isEqualTo(now.open(_ -> true));
        assertThat(row.late()).as(where).isEqualTo(now.open(Standing::isLate));
        if (row.raised() != null) {
            assertThat(row.raised()).as(where).isEqualTo(now.flow("raised"));
            assertThat(row.closed()).as(where).isEqualTo(now.flow("closed"));
            assertThat(row.solution())
                    .as(where)
                    .isEqualTo(Cockpit.Share.of(BigDecimal.valueOf(now.flow("solved")), now.flow("valid")));
            same(where, some(row.satisfaction()).n(), now.figure("satisfaction"));
            assertThat(some(row.hoursToClose()).n()).as(where).isEqualTo(now.flow("closed"));
            assertThat(some(row.hoursToClose()).total()).as(where).isEqualTo(Cockpit.hours(now.minutes()));
        }
    }

    private static void same(String where, @Nullable BigDecimal shown, @Nullable BigDecimal counted) {
        if (counted == null) {
            assertThat(shown).as(where).isNull();
        } else {
            assertThat(shown).as(where).isEqualByComparingTo(counted);
        }
    }

    private static <T> T some(@Nullable T value) {
        assertThat(value).isNotNull();
        return java.util.Objects.requireNonNull(value);
    }

    /** By hand: straight over the list of what happened. */
    private record Counted(Region node, LocalDate from, LocalDate to) {

        long flow(String what) {
            return flow(what, _ -> true);
        }

        long flow(String what, Predicate<Happening> also) {
            return life.happenings.stream()
                    .filter(h -> h.what().equals(what) && isHere(h) && also.test(h))
                    .count();
        }

        long minutes() {
            return life.happenings.stream()
                    .filter(h -> h.what().equals("closed") && isHere(h))
                    .mapToLong(Happening::minutes)
                    .sum();
        }

        long open(Predicate<Standing> also) {
            return life.standings.stream()
                    .filter(s -> node.holds(s.place()) && s.status().isOpen() && also.test(s))
                    .count();
        }

        @Nullable
        BigDecimal figure(String key) {
            BigDecimal satisfied = BigDecimal.valueOf(flow("satisfied"))
                    .add(BASICALLY.multiply(BigDecimal.valueOf(flow("basically"))));
            return switch (key) {
                case "open" -> BigDecimal.valueOf(open(_ -> true));
                case "late" -> BigDecimal.valueOf(open(Standing::isLate));
                case "response" -> BigDecimal.valueOf(flow("contacted"));
                case "solution" -> BigDecimal.valueOf(flow("solved"));
                case "satisfaction" -> satisfied;
                case "composite" -> composite(satisfied);
                default -> BigDecimal.valueOf(flow(key));
            };
        }

        private @Nullable BigDecimal composite(BigDecimal satisfied) {
            double valid = flow("valid");
            if (valid == 0) {
                return null;
            }
            double score = 100
                    * (0.1 * flow("contacted") / valid
                            + 0.5 * flow("solved") / valid
                            + 0.4 * satisfied.doubleValue() / valid);
            return BigDecimal.valueOf(score)
                    .setScale(6, java.math.RoundingMode.HALF_UP)
                    .setScale(1, java.math.RoundingMode.HALF_UP);
        }

        private boolean isHere(Happening h) {
            return node.holds(h.place()) && !h.day().isBefore(from) && !h.day().isAfter(to);
        }
    }

    @Test
    void nothingIsLeftToFoldAndNothingIsKeptThatIsNothing() {
        assertThat(insight.waiting()).isZero();
        assertThat(insight.figuresStored()).isNotEmpty().noneMatch(row -> row.endsWith("|0|0"));
    }

    @Test
    void hiddenLevelsHaveNoFigures() {
        assertThat(insight.figuresStored())
                .noneMatch(row -> row.startsWith(RegionFixtures.BEIJING_DISTRICTS.value() + "|"));
    }

    @Test
    void rebuildingFromTheRecordsGivesTheSameFigures() {
        List<String> folded = insight.figuresStored();

        insight.bean(RebuildRollups.class).everything();
        assertThat(insight.figuresStored()).isEqualTo(folded);
    }

    @Test
    void rebuildingANodeRepairsItAndThoseAbove() {
        List<String> folded = insight.figuresStored();
        for (RegionCode code : List.of(RegionFixtures.CHAOYANG, RegionFixtures.JIANWAI, RegionFixtures.DONGGUAN)) {
            int wrong = insight.owner.sql("""
                            update rollup_node u set n = n + 3
                            from region r, region below
                            where below.code = :code and r.code <= below.code and below.code < r.code_to and u.region_code = r.code
                              and u.metric = 1 and u.grain = 'm' and (u.dimension, u.period, u.value) in
                                  (select dimension, period, value from rollup_node where region_code = :code and metric = 1 and grain = 'm')""").param("code", code.value()).update();
            assertThat(wrong).isPositive();
            insight.bean(RebuildRollups.class).of(code);
            assertThat(insight.figuresStored()).isEqualTo(folded);
        }
    }

    @Test
    void rebuildingOneDistrictLeavesAllOthersAndTheTotalsRight() {
        List<String> folded = insight.figuresStored();
        insight.bean(RebuildRollups.class).of(RegionFixtures.CHAOYANG);
        assertThat(insight.figuresStored()).isEqualTo(folded);
    }

    @Test
    void recountingFindsNothingWhereNothingIsWrongAndFindsWhatIs() {
        RecountRollups recount = insight.bean(RecountRollups.class);
        assertThat(recount.recount(RegionFixtures.NATION))
                .satisfies(check -> assertThat(check.differences()).isZero())
                .satisfies(check -> assertThat(check.compared()).isPositive());

        insight.owner
                .sql(
                        "update rollup_node set n = n + 1 where region_code = :code and metric = 1 and grain = 'm' and dimension = '' and period = '2026-11-01'")
                .param("code", RegionFixtures.JIANWAI.value())
                .update();
        assertThat(recount.recount(RegionFixtures.CHAOYANG).first())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.region()).isEqualTo(RegionFixtures.JIANWAI.toString());
                    assertThat(difference.metric()).isEqualTo("raised");
                    assertThat(difference.shown()).isEqualTo(difference.counted() + 1);
                });
        insight.bean(RebuildRollups.class).everything();
        assertThat(recount.recountNext())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.differences()).isZero());
        assertThat(insight.bean(CheckQueries.class)
                        .checks(insight.leaderOf(RegionFixtures.CHAOYANG), java.util.Optional.empty(), 20)
                        .items())
                .isNotEmpty()
                .allMatch(row -> row.regionCode().equals(RegionFixtures.CHAOYANG.toString()));
    }

    @Test
    void whatBecameLateIsAsAnnouncedAndOutlivesARebuild() {
        insight.bean(RebuildRollups.class).everything();
        long shown = insight.owner
                .sql(
                        "select sum(n) from rollup_node where region_code = 0 and metric = 15 and grain = 'm' and dimension = ''")
                .query(Long.class)
                .single();
        assertThat(shown)
                .isPositive()
                .isEqualTo(life.happenings.stream()
                        .filter(h -> h.what().equals("late"))
                        .count());
    }

    @Test
    void theCommandLineRebuildsAndProvesIt() {
        var said = new java.io.ByteArrayOutputStream();
        RebuildFigures verb = insight.bean(RebuildFigures.class);
        var out = new java.io.PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(verb.rebuild(List.of("110105"), out)).isZero();
        assertThat(said.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("朝阳区")
                .contains("0 处不符");
        assertThat(verb.rebuild(List.of("110105001026"), out)).isEqualTo(2);
        assertThat(verb.name()).isEqualTo("rebuild-figures");
    }

    @Test
    void figuresBelowAStreetAreNotRebuiltAlone() {
        assertThatThrownBy(() -> insight.bean(RebuildRollups.class).of(RegionFixtures.YONGANLI))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereNobodyWorksNothingIsRecounted() {
        insight.owner
                .sql("update region set is_working = false where level = 3")
                .update();
        try {
            assertThat(insight.bean(RecountRollups.class).recountNext()).isEmpty();
        } finally {
            insight.owner
                    .sql("update region set is_working = true where code = :code")
                    .param("code", RegionFixtures.CHAOYANG.value())
                    .update();
        }
    }

    @Test
    void foldsAtTheSameTimeCountEverythingOnce() throws Exception {
        List<String> before = insight.figuresStored();
        announceAgain(1);
        List<String> both;
        try (var folders = Executors.newFixedThreadPool(4)) {
            var barrier = new CyclicBarrier(4);
            List<Future<Long>> folds = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(_ -> folders.submit(() -> {
                        barrier.await();
                        return insight.bean(Fold.class).fold();
                    }))
                    .toList();
            long taken = 0;
            for (Future<Long> fold : folds) {
                taken += fold.get();
            }
            taken += insight.bean(Fold.class).fold();
            assertThat(taken).isPositive();
        }
        both = insight.figuresStored();
        assertThat(both).isNotEqualTo(before);
        announceAgain(-1);
        insight.bean(Fold.class).fold();
        assertThat(insight.figuresStored()).isEqualTo(before);
    }

    @Test
    void whileAnotherServerFoldsThisOneLeavesItAlone() {
        announceAgain(1);
        long waiting = insight.waiting();
        long taken = insight.transactions().asWorker("another server", () -> {
            insight.bean(Sql.class).of(RollupStatements.TRY_LOCK).one(row -> row.yes("mine"));
            return CompletableFuture.supplyAsync(insight.bean(Fold.class)::fold).join();
        });
        assertThat(taken).isZero();
        assertThat(insight.waiting()).isEqualTo(waiting);
        announceAgain(-1);
        insight.bean(Fold.class).fold();
    }

    @Test
    void aFoldThatDiesLosesNothing() {
        List<String> before = insight.figuresStored();
        announceAgain(1);
        long waiting = insight.waiting();
        assertThatThrownBy(() -> insight.transactions().asWorker("fold", () -> {
                    insight.bean(Fold.class).take(Fold.BATCH);
                    throw new IllegalStateException("the server was switched off");
                }))
                .hasMessageContaining("switched off");
        assertThat(insight.waiting()).isEqualTo(waiting);
        assertThat(insight.figuresStored()).isEqualTo(before);
        announceAgain(-1);
        insight.bean(Fold.class).fold();
        assertThat(insight.figuresStored()).isEqualTo(before);
    }

    @Test
    void whatIsRolledBackIsNotCounted() {
        List<String> before = insight.figuresStored();
        insight.transactions().write(Actor.worker("life"), () -> {
            insight.bean(DemandListener.class).on(life.events.getFirst());
            return Outcome.refused(InsightRefusal.PERIOD_UNKNOWN);
        });
        insight.bean(Fold.class).fold();
        assertThat(insight.figuresStored()).isEqualTo(before);
    }

    /** The raised flows of the first events once more, or taken away again. */
    private static void announceAgain(long n) {
        insight.transactions().write(Actor.worker("life"), () -> {
            for (DemandEvent event : life.events.subList(0, 200)) {
                if (event instanceof DemandEvent.Raised(DemandEvent.Snapshot demand)) {
                    insight.bean(Deltas.class)
                            .append(new Deltas.Change().flow(Metric.RAISED, demand, demand.raisedAt(), n, 0));
                }
            }
            return Outcome.done(true);
        });
    }
}
