package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.rule.RuleFixtures.administratorOf;
import static org.gongzhi.rule.RuleFixtures.clock;
import static org.gongzhi.rule.RuleFixtures.formula;
import static org.gongzhi.rule.RuleFixtures.leaderOf;
import static org.gongzhi.rule.RuleFixtures.reason;
import static org.gongzhi.rule.RuleFixtures.refused;
import static org.gongzhi.rule.RuleFixtures.weights;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIQINGLI;
import static org.gongzhi.support.RegionFixtures.TIANPINGLU;
import static org.gongzhi.support.RegionFixtures.XUHUI;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class SetRuleTests {

    private final SetRule setRule;
    private final RuleBooks books;
    private final Transactions transactions;
    private final LocalDate today;

    SetRuleTests(
            @Autowired SetRule setRule,
            @Autowired RuleBooks books,
            @Autowired Transactions transactions,
            @Autowired Clock clock,
            @Autowired DataSource database) {
        this.setRule = setRule;
        this.books = books;
        this.transactions = transactions;
        this.today = Time.today(clock);
        RegionFixtures.plant(database);
    }

    @Test
    void aRuleHoldsFromItsDayAndEndsTheOneBefore() {
        String key = "demand.receive.hard";
        RuleVersion first = set(clock(key, TIANPINGLU, today, 30)).orThrow();
        RuleVersion second = set(clock(key, TIANPINGLU, today.plusDays(10), 40)).orThrow();
        assertThat(second.version()).isEqualTo(first.version() + 1);
        List<RuleVersion> said = said("clock", TIANPINGLU);
        assertThat(said.stream().filter(rule -> rule.key().equals(key)))
                .extracting(RuleVersion::from, RuleVersion::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(today, today.plusDays(10)),
                        org.assertj.core.groups.Tuple.tuple(today.plusDays(10), null));
    }

    @Test
    void daysGoneByKeepTheRuleTheyHad() {
        Outcome.Refused<?> refused = refused(set(clock("demand.verify.hard", XUHUI, today.minusDays(1), 5)));
        assertThat(refused.reason()).isEqualTo(RuleRefusal.IN_THE_PAST);
        assertThat(refused.field()).isEqualTo("from");
    }

    @Test
    void aRuleBeforeOneThatStandsIsRefused() {
        set(clock("demand.verify.urgent", XUHUI, today.plusDays(30), 5)).orThrow();
        assertThat(reason(set(clock("demand.verify.urgent", XUHUI, today.plusDays(5), 6))))
                .isEqualTo(RuleRefusal.LATER_EXISTS);
        assertThat(reason(set(clock("demand.verify.urgent", XUHUI, today.plusDays(30), 6))))
                .isEqualTo(RuleRefusal.LATER_EXISTS);
    }

    @Test
    void onlyTheSystemAdministratorSetsOneAndOnlyForTheirTerritory() {
        LocalDate from = today.plusDays(1);
        assertThat(reason(set(clock("demand.accept.hard", FENGTAI, from, 5)))).isEqualTo(RuleRefusal.NOT_YOURS);
        assertThat(reason(set(clock("demand.accept.hard", RegionCode.NATION, from, 5))))
                .isEqualTo(RuleRefusal.NOT_YOURS);
        assertThat(reason(setRule.set(leaderOf(XUHUI), "clock", clock("demand.accept.hard", XUHUI, from, 5))))
                .isEqualTo(RuleRefusal.NOT_YOURS);
        assertThat(reason(setRule.set(
                        administratorOf(XUHUI), "clock", clock("demand.accept.hard", new RegionCode(7), from, 5))))
                .isEqualTo(RuleRefusal.REGION_UNKNOWN);
        assertThat(reason(setRule.set(administratorOf(XUHUI), "moon", clock("demand.accept.hard", XUHUI, from, 5))))
                .isEqualTo(RuleRefusal.BOOK_UNKNOWN);
        assertThat(setRule.set(administratorOf(XUHUI), "clock", clock("demand.accept.hard", TIANPINGLU, from, 5))
                        .isDone())
                .as("a street of the district")
                .isTrue();
    }

    @Test
    void whereItComesFromAndWhyAreSaid() {
        LocalDate from = today.plusDays(1);
        for (String source : List.of("", " ", "长".repeat(201))) {
            assertThat(refused(set(new RuleDraft(
                                    "demand.accept.hard", XUHUI, from, RuleFixtures.hours(1), source, "试行")))
                            .field())
                    .isEqualTo("source");
        }
        assertThat(refused(set(new RuleDraft("demand.accept.hard", XUHUI, from, RuleFixtures.hours(1), "依据", " ")))
                        .field())
                .isEqualTo("why");
    }

    @Test
    void everyFieldOfAClockIsCheckedAndNamed() {
        assertThat(fieldOf("demand.dance.*", new RuleTerms.Clock(1, "hour", 25, null)))
                .isEqualTo("key todo.rule-step-unknown");
        assertThat(fieldOf("nonsense", new RuleTerms.Clock(1, "hour", 25, null)))
                .isEqualTo("key todo.rule-step-unknown");
        assertThat(fieldOf("demand.settle.funny", new RuleTerms.Clock(1, "hour", 25, null)))
                .isEqualTo("key todo.rule-class-unknown");
        assertThat(fieldOf("demand.settle.hard", new RuleTerms.Clock(1, "moon", 25, null)))
                .isEqualTo("unit todo.rule-unit-unknown");
        for (int amount : new int[] {-1, 0, 1001}) {
            assertThat(fieldOf("demand.settle.hard", new RuleTerms.Clock(amount, "hour", 25, null)))
                    .isEqualTo("amount todo.rule-amount-out-of-range");
        }
        for (int percent : new int[] {0, 100}) {
            assertThat(fieldOf("demand.settle.hard", new RuleTerms.Clock(1, "hour", percent, null)))
                    .isEqualTo("warnPercent todo.rule-warning-out-of-range");
        }
        assertThat(fieldOf("demand.settle.hard", new RuleTerms.Clock(1, "hour", null, 0)))
                .isEqualTo("warnHours todo.rule-warning-hours-out-of-range");
        assertThat(fieldOf("demand.settle.hard", new RuleTerms.Clock(1, "hour", null, null)))
                .isEqualTo("warnPercent todo.rule-warning-not-one");
        assertThat(fieldOf("demand.settle.hard", new RuleTerms.Clock(1, "hour", 25, 4)))
                .isEqualTo("warnPercent todo.rule-warning-not-one");
    }

    @Test
    void theWeightsOfAFormulaSumToOne() {
        LocalDate from = today.plusDays(1);
        assertThat(fieldOf(formula(XUHUI, from, weights("0.9", "0.1", "0.5", "0.5"))))
                .isEqualTo("satisfactionWeight insight.weights-not-one");
        assertThat(fieldOf(formula(XUHUI, from, weights("1.1", "0.1", "0.5", "0.4"))))
                .isEqualTo("basicallyWeight insight.weight-out-of-range");
        assertThat(fieldOf(formula(XUHUI, from, weights("0.9", "-0.1", "0.7", "0.4"))))
                .isEqualTo("responseWeight insight.weight-out-of-range");
        assertThat(fieldOf(formula(XUHUI, from, RuleFixtures.hours(3)))).isEqualTo("terms insight.formula-missing");
        RuleVersion kept = setRule.set(
                        administratorOf(XUHUI),
                        "formula",
                        formula(TIANPINGLU, from, weights("0.8", "0.2", "0.4", "0.4")))
                .orThrow();
        assertThat(said("formula", TIANPINGLU)).contains(kept);
    }

    @Test
    void aLaterFormulaEndsTheOneBeforeIt() {
        LocalDate from = today.plusDays(30);
        setRule.set(administratorOf(CHAOYANG), "formula", formula(JIQINGLI, from, weights("0.8", "0.2", "0.4", "0.4")))
                .orThrow();
        setRule.set(
                        administratorOf(CHAOYANG),
                        "formula",
                        formula(JIQINGLI, from.plusDays(30), weights("0.9", "0.1", "0.5", "0.4")))
                .orThrow();
        assertThat(said("formula", JIQINGLI))
                .filteredOn(rule -> rule.from().equals(from))
                .singleElement()
                .satisfies(rule -> assertThat(rule.to()).isEqualTo(from.plusDays(30)));
    }

    private String fieldOf(String key, RuleTerms.Clock clock) {
        return fieldOf(set(new RuleDraft(key, XUHUI, today.plusDays(1), RuleTerms.of(clock), "依据", "试行")));
    }

    private String fieldOf(RuleDraft formula) {
        return fieldOf(setRule.set(administratorOf(XUHUI), "formula", formula));
    }

    private static String fieldOf(Outcome<?> outcome) {
        return refused(outcome).field() + " " + reason(outcome).code();
    }

    private Outcome<RuleVersion> set(RuleDraft draft) {
        return setRule.set(administratorOf(XUHUI), "clock", draft);
    }

    private List<RuleVersion> said(String book, RegionCode region) {
        return transactions.read(
                leaderOf(XUHUI), () -> books.find(book).orThrow().said(List.of(region)));
    }
}
