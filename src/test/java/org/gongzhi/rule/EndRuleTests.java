package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.rule.RuleFixtures.administratorOf;
import static org.gongzhi.rule.RuleFixtures.clock;
import static org.gongzhi.rule.RuleFixtures.leaderOf;
import static org.gongzhi.rule.RuleFixtures.reason;
import static org.gongzhi.rule.RuleFixtures.refused;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.TIANPINGLU;
import static org.gongzhi.support.RegionFixtures.XUHUI;

import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class EndRuleTests {

    private static final String KEY = "demand.call_back.utility";

    private final SetRule setRule;
    private final EndRule endRule;
    private final ShowRules showRules;
    private final LocalDate today;

    EndRuleTests(
            @Autowired SetRule setRule,
            @Autowired EndRule endRule,
            @Autowired ShowRules showRules,
            @Autowired Clock clock,
            @Autowired DataSource database) {
        this.setRule = setRule;
        this.endRule = endRule;
        this.showRules = showRules;
        this.today = Time.today(clock);
        RegionFixtures.plant(database);
    }

    @Test
    void whatIsSaidAboveHoldsAgainFromTheDay() {
        setRule.set(administratorOf(XUHUI), "clock", clock(KEY, XUHUI, today, 5))
                .orThrow();
        setRule.set(administratorOf(XUHUI), "clock", clock(KEY, TIANPINGLU, today, 6))
                .orThrow();
        assertThat(row().mayEnd()).isTrue();
        assertThat(row().otherwise()).extracting(ShowRules.Rule::inWords).isEqualTo("5 小时，剩 25%时黄灯");

        end(TIANPINGLU, today.plusDays(3), "与全区一致").orThrow();

        assertThat(row().holding()).extracting(ShowRules.Rule::to).isEqualTo(today.plusDays(3));
        assertThat(row().mayEnd()).as("it ends already").isFalse();
        ShowRules.Change change = showRules
                .history(leaderOf(XUHUI), "clock", KEY, TIANPINGLU)
                .orThrow()
                .getFirst();
        assertThat(change.action()).isEqualTo("end");
        assertThat(change.before()).isEqualTo("6 小时，剩 25%时黄灯");
        assertThat(change.after()).isEqualTo("5 小时，剩 25%时黄灯（沿用徐汇区）");
        assertThat(change.why()).isEqualTo("与全区一致");
        assertThat(change.effectiveOn()).isEqualTo(today.plusDays(3));
    }

    @Test
    void whoSaysNothingCannotFallSilentAndTheNationMustSpeak() {
        assertThat(reason(endRule.end(
                        administratorOf(JIANWAI), "clock", "demand.settle.hard", JIANWAI, today.plusDays(1), "试")))
                .isEqualTo(RuleRefusal.NOTHING_TO_END);
        assertThat(reason(endRule.end(
                        administratorOf(RegionCode.NATION),
                        "clock",
                        "demand.settle.hard",
                        RegionCode.NATION,
                        today.plusDays(1),
                        "试")))
                .isEqualTo(RuleRefusal.OWNER_MUST_SPEAK);
    }

    @Test
    void theDayAndTheReasonAreChecked() {
        String key = "demand.call_back.hard";
        setRule.set(administratorOf(XUHUI), "clock", clock(key, XUHUI, today.plusDays(2), 5))
                .orThrow();
        assertThat(refused(endRule.end(administratorOf(XUHUI), "clock", key, XUHUI, today.minusDays(1), "试"))
                        .reason())
                .isEqualTo(RuleRefusal.IN_THE_PAST);
        assertThat(refused(endRule.end(administratorOf(XUHUI), "clock", key, XUHUI, today.plusDays(2), "试"))
                        .reason())
                .as("withdraw it instead")
                .isEqualTo(RuleRefusal.LATER_EXISTS);
        assertThat(refused(endRule.end(administratorOf(XUHUI), "clock", key, XUHUI, today.plusDays(9), " "))
                        .field())
                .isEqualTo("why");
        assertThat(reason(endRule.end(leaderOf(XUHUI), "clock", key, XUHUI, today.plusDays(9), "试")))
                .isEqualTo(RuleRefusal.NOT_YOURS);
    }

    private Outcome<RuleVersion> end(RegionCode region, LocalDate on, String why) {
        return endRule.end(administratorOf(XUHUI), "clock", KEY, region, on, why);
    }

    private ShowRules.Row row() {
        return showRules.show(leaderOf(XUHUI), "clock", TIANPINGLU).orThrow().rows().stream()
                .filter(each -> each.key().equals(KEY))
                .findFirst()
                .orElseThrow();
    }
}
