package org.gongzhi.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.todo.TodoFixtures.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.TestDatabase;
import org.gongzhi.todo.ClockRule.Unit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ClockRulesSqlTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final TodoFixtures fixtures = TodoFixtures.on(database);
    private static final Actor everyone = Actor.worker("test");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void everyStepOfADemandHasANationWideDefaultWithItsSource() {
        for (String step : List.of(
                "settle",
                "accept",
                "assign",
                "take_up",
                "receive",
                "verify",
                "call_back",
                "rework",
                "supervise",
                "answer_supervision",
                "decide_extension")) {
            for (String clazz : List.of("urgent", "utility", "ordinary", "hard")) {
                Due due = fixtures.transactions.read(
                        everyone, () -> fixtures.todos.due(YONGANLI, "demand", step, clazz, at("2026-11-24T10:00")));
                assertThat(due.dueAt()).isAfter(at("2026-11-24T10:00"));
                assertThat(due.warnAt()).isBetween(at("2026-11-24T10:00"), due.dueAt());
                assertThat(due.source()).isNotBlank();
            }
        }
    }

    @Test
    void theDefaultsAreThoseOfThePractice() {
        assertThat(settled("urgent").dueAt()).isEqualTo(at("2026-11-24T12:00"));
        assertThat(settled("utility").dueAt()).isEqualTo(at("2026-11-25T10:00"));
        assertThat(settled("ordinary").dueAt()).isEqualTo(at("2026-12-01T10:00"));
        assertThat(settled("hard").dueAt()).isEqualTo(at("2026-12-09T10:00"));
        assertThat(fixtures.transactions.read(
                        everyone,
                        () -> fixtures.todos.inWords(settled("utility").ruleId())))
                .isEqualTo("水电气热类 24 小时");
    }

    private static Due settled(String clazz) {
        return fixtures.transactions.read(
                everyone, () -> fixtures.todos.due(YONGANLI, "demand", "settle", clazz, at("2026-11-24T10:00")));
    }

    @Test
    void aStepNobodyKnowsIsAMistake() {
        assertThatThrownBy(() -> fixtures.transactions.read(
                        everyone,
                        () -> fixtures.todos.due(YONGANLI, "demand", "dance", "urgent", at("2026-11-24T10:00"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dance");
        assertThatThrownBy(() -> fixtures.transactions.read(everyone, () -> fixtures.todos.inWords(Ids.next())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMostParticularRuleHolds() {
        write(rule("particular", "*", RegionCode.NATION, FIRST, null, 1));
        write(rule("particular", "urgent", RegionCode.NATION, FIRST, null, 2));
        write(rule("particular", "*", JIANWAI, FIRST, null, 3));
        write(rule("particular", "*", CHAOYANG, FIRST, FIRST.plusDays(10), 4));
        assertThat(holding("particular", YONGANLI, "ordinary", FIRST))
                .as("deeper before wider")
                .isEqualTo(3);
        assertThat(holding("particular", YONGANLI, "urgent", FIRST))
                .as("a class before any")
                .isEqualTo(2);
        assertThat(holding("particular", CHAOYANG, "hard", FIRST.plusDays(9))).isEqualTo(4);
        assertThat(holding("particular", CHAOYANG, "hard", FIRST.plusDays(10)))
                .as("ended")
                .isEqualTo(1);
        assertThat(holding("particular", FENGTAI, "hard", FIRST))
                .as("not the neighbour's")
                .isEqualTo(1);
    }

    @Test
    void resolutionEqualsABruteForceSearchOverRandomRules() {
        long seed = 7;
        var random = new Random(seed);
        List<RegionCode> places = new ArrayList<>(TodoFixtures.places());
        List<ClockRule> all = new ArrayList<>();
        for (RegionCode place : places) {
            for (String clazz : List.of("*", "urgent", "hard")) {
                LocalDate from = FIRST.plusDays(random.nextInt(40));
                for (int i = random.nextInt(4); i > 0; i--) {
                    LocalDate to = from.plusDays(1 + random.nextInt(40));
                    boolean isOpen = i == 1 && random.nextBoolean();
                    ClockRule rule = rule("random", clazz, place, from, isOpen ? null : to, all.size() + 1);
                    write(rule);
                    all.add(rule);
                    from = to.plusDays(random.nextInt(5));
                }
            }
        }
        for (int i = 0; i < 400; i++) {
            RegionCode place = places.get(random.nextInt(places.size()));
            String clazz = List.of("urgent", "hard", "ordinary").get(random.nextInt(3));
            LocalDate on = FIRST.plusDays(random.nextInt(200));
            Optional<Integer> expected = all.stream()
                    .filter(rule -> TodoFixtures.below(rule.region()).holds(place))
                    .filter(rule -> rule.clazz().equals(clazz) || rule.clazz().equals("*"))
                    .filter(rule -> !rule.validFrom().isAfter(on)
                            && (rule.validTo() == null || rule.validTo().isAfter(on)))
                    .min(Comparator.comparing((ClockRule rule) -> rule.clazz().equals("*"))
                            .thenComparingInt(rule -> -TodoFixtures.level(rule.region())))
                    .map(ClockRule::amount);
            assertThat(find("random", place, clazz, on).map(ClockRule::amount))
                    .as("seed %s: %s %s on %s", seed, place, clazz, on)
                    .isEqualTo(expected);
        }
    }

    @Test
    void twoRulesForTheSameDayAreImpossible() {
        write(rule("once", "*", CHAOYANG, FIRST, null, 1));
        assertThatThrownBy(() -> write(rule("once", "*", CHAOYANG, FIRST.plusDays(5), null, 2)))
                .hasMessageContaining("clock_rule_once_exclude");
    }

    @Test
    void aTerritorySetsRulesForItselfOnlyAndNobodyRewritesOne() {
        Actor leader = fixtures.actor(DutyKind.DISTRICT_LEADER, CHAOYANG);
        assertThatThrownBy(() -> fixtures.transactions.write(leader, () -> {
                    fixtures.rules.add(rule("own", "*", FENGTAI, FIRST, null, 1));
                    return Outcome.done(true);
                }))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> fixtures.transactions.write(
                        everyone,
                        () -> Outcome.done(fixtures.sql
                                .of("update clock_rule set amount = 99 where subject = 'demand'")
                                .update())))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> fixtures.transactions.write(
                        everyone,
                        () -> Outcome.done(fixtures.sql
                                .of("delete from clock_rule where subject = 'demand'")
                                .update())))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whatNodesSayIsListedWithoutWhatWasWithdrawn() {
        ClockRule withdrawn = rule("listed", "*", CHAOYANG, FIRST.plusDays(60), null, 9);
        write(rule("listed", "*", RegionCode.NATION, FIRST, null, 1));
        write(rule("listed", "*", CHAOYANG, FIRST, FIRST.plusDays(30), 2));
        write(rule("listed", "*", CHAOYANG, FIRST.plusDays(30), FIRST.plusDays(60), 3));
        write(withdrawn);
        write(rule("listed", "*", FENGTAI, FIRST, null, 4));
        fixtures.transactions
                .write(everyone, () -> {
                    fixtures.rules.withdraw(withdrawn.id());
                    return Outcome.done(true);
                })
                .orThrow();
        List<Integer> amounts = fixtures.transactions.read(
                everyone,
                () -> fixtures.rules.said(List.of(RegionCode.NATION, CHAOYANG, JIANWAI)).stream()
                        .filter(rule -> rule.subject().equals("listed"))
                        .map(ClockRule::amount)
                        .toList());
        assertThat(amounts).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(fixtures.transactions.read(
                        everyone,
                        () ->
                                fixtures
                                        .rules
                                        .between(1, 900_000_000_000_000L, "listed", "settle", "*", FIRST.plusDays(40))
                                        .stream()
                                        .map(ClockRule::amount)
                                        .toList()))
                .containsExactly(3, 4);
    }

    private static int holding(String subject, RegionCode place, String clazz, LocalDate on) {
        return find(subject, place, clazz, on).orElseThrow().amount();
    }

    private static Optional<ClockRule> find(String subject, RegionCode place, String clazz, LocalDate on) {
        return fixtures.transactions.read(everyone, () -> fixtures.rules.holding(place, subject, "settle", clazz, on));
    }

    private static void write(ClockRule rule) {
        fixtures.transactions
                .write(everyone, () -> {
                    fixtures.rules.add(rule);
                    return Outcome.done(true);
                })
                .orThrow();
    }

    private static ClockRule rule(
            String subject,
            String clazz,
            RegionCode region,
            LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to,
            int amount) {
        return new ClockRule(
                Ids.next(), subject, "settle", clazz, region, amount, Unit.HOUR, 25, null, from, to, amount, "测试依据");
    }
}
