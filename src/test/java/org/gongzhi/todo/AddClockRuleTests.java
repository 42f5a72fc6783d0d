package org.gongzhi.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.TIANPINGLU;
import static org.gongzhi.support.RegionFixtures.XUHUI;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.todo.AddClockRule.NewRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class AddClockRuleTests {

    private final AddClockRule addClockRule;
    private final ClockRules rules;
    private final Transactions transactions;
    private final LocalDate today;

    AddClockRuleTests(
            @Autowired AddClockRule addClockRule,
            @Autowired ClockRules rules,
            @Autowired Transactions transactions,
            @Autowired Clock clock,
            @Autowired DataSource database) {
        this.addClockRule = addClockRule;
        this.rules = rules;
        this.transactions = transactions;
        this.today = Time.today(clock);
        RegionFixtures.plant(database);
    }

    @Test
    void aRuleHoldsFromItsDayAndEndsTheOneBefore() {
        ClockRule first =
                addClockRule.add(leader(), rule(TIANPINGLU, today.plusDays(1))).orThrow();
        ClockRule second =
                addClockRule.add(leader(), rule(TIANPINGLU, today.plusDays(10))).orThrow();
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(holding(today)).isNotEqualTo(first.id());
        assertThat(holding(today.plusDays(9))).isEqualTo(first.id());
        assertThat(holding(today.plusDays(10))).isEqualTo(second.id());
    }

    @Test
    void aRuleInThePastOrTodayIsRefused() {
        for (LocalDate day : List.of(today.minusYears(1), today.minusDays(1), today)) {
            assertThat(refusal(addClockRule.add(leader(), rule(XUHUI, day)))).isEqualTo(TodoRefusal.RULE_IN_THE_PAST);
        }
    }

    @Test
    void aRuleBeforeOneThatStandsIsRefused() {
        addClockRule.add(leader(), rule(XUHUI, today.plusDays(30))).orThrow();
        assertThat(refusal(addClockRule.add(leader(), rule(XUHUI, today.plusDays(5)))))
                .isEqualTo(TodoRefusal.RULE_LATER_EXISTS);
    }

    @Test
    void onlyTheDistrictsLeaderOrSystemAdministratorSetsOneAndOnlyThere() {
        assertThat(refusal(addClockRule.add(leader(), rule(FENGTAI, today.plusDays(1)))))
                .isEqualTo(TodoRefusal.RULE_NOT_YOURS);
        assertThat(refusal(addClockRule.add(leader(), rule(RegionCode.NATION, today.plusDays(1)))))
                .isEqualTo(TodoRefusal.RULE_NOT_YOURS);
        assertThat(refusal(addClockRule.add(actor(DutyKind.STREET_LEADER), rule(TIANPINGLU, today.plusDays(1)))))
                .isEqualTo(TodoRefusal.RULE_NOT_YOURS);
        assertThat(ClockRulePolicy.mayAdd(actor(DutyKind.SYSTEM_ADMINISTRATOR), TIANPINGLU))
                .isTrue();
    }

    @Test
    void everyFieldIsChecked() {
        LocalDate from = today.plusDays(1);
        assertThat(refusal(add(new NewRule("demand", "dance", "*", XUHUI, 1, "hour", 25, from, "依据"))))
                .isEqualTo(TodoRefusal.RULE_STEP_UNKNOWN);
        assertThat(refusal(add(new NewRule("demand", "settle", "funny", XUHUI, 1, "hour", 25, from, "依据"))))
                .isEqualTo(TodoRefusal.RULE_CLASS_UNKNOWN);
        assertThat(refusal(add(new NewRule("demand", "settle", "*", XUHUI, 1, "moon", 25, from, "依据"))))
                .isEqualTo(TodoRefusal.RULE_UNIT_UNKNOWN);
        for (int amount : new int[] {-1, 0, 1001}) {
            assertThat(refusal(add(new NewRule("demand", "settle", "*", XUHUI, amount, "day", 25, from, "依据"))))
                    .isEqualTo(TodoRefusal.RULE_AMOUNT_OUT_OF_RANGE);
        }
        for (int percent : new int[] {0, 100}) {
            assertThat(refusal(add(new NewRule("demand", "settle", "*", XUHUI, 1, "day", percent, from, "依据"))))
                    .isEqualTo(TodoRefusal.RULE_WARNING_OUT_OF_RANGE);
        }
        for (String source : List.of("", "  ", "长".repeat(201))) {
            assertThat(refusal(add(new NewRule("demand", "settle", "*", XUHUI, 1, "day", 25, from, source))))
                    .isEqualTo(TodoRefusal.RULE_SOURCE_MISSING);
        }
        assertThat(refusal(add(new NewRule(
                        "demand", "settle", "*", new RegionCode(XUHUI.value() + 7), 1, "day", 25, from, "依据"))))
                .isEqualTo(TodoRefusal.RULE_REGION_UNKNOWN);
    }

    private Outcome<ClockRule> add(NewRule rule) {
        return addClockRule.add(leader(), rule);
    }

    private java.util.UUID holding(LocalDate on) {
        return transactions
                .read(leader(), () -> rules.holding(TIANPINGLU, "demand", "receive", "hard", on))
                .orElseThrow()
                .id();
    }

    private static NewRule rule(RegionCode region, LocalDate from) {
        return new NewRule("demand", "receive", "hard", region, 3, "working_day", 25, from, "徐汇区工作规则");
    }

    private static Actor leader() {
        return actor(DutyKind.DISTRICT_LEADER);
    }

    private static Actor actor(DutyKind duty) {
        return new Actor(
                Ids.next(),
                "某某",
                duty,
                Ids.next(),
                XUHUI,
                3,
                "徐汇区",
                null,
                Scope.of(XUHUI.value(), XUHUI.value() + 1_000_000_000L),
                "127.0.0.1");
    }

    private static Refusal refusal(Outcome<ClockRule> outcome) {
        return switch (outcome) {
            case Outcome.Refused<ClockRule> refused -> refused.reason();
            case Outcome.Done<ClockRule> done -> throw new AssertionError("done: " + done);
        };
    }
}
