package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.rule.RuleFixtures.administratorOf;
import static org.gongzhi.rule.RuleFixtures.clock;
import static org.gongzhi.rule.RuleFixtures.formula;
import static org.gongzhi.rule.RuleFixtures.leaderOf;
import static org.gongzhi.rule.RuleFixtures.reason;
import static org.gongzhi.rule.RuleFixtures.refused;
import static org.gongzhi.rule.RuleFixtures.weights;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.TIANPINGLU;
import static org.gongzhi.support.RegionFixtures.XUHUI;
import static org.gongzhi.support.RegionFixtures.YULIN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class WithdrawRuleTests {

    private final SetRule setRule;
    private final WithdrawRule withdrawRule;
    private final ShowRules showRules;
    private final RuleBooks books;
    private final Transactions transactions;
    private final LocalDate today;

    WithdrawRuleTests(
            @Autowired SetRule setRule,
            @Autowired WithdrawRule withdrawRule,
            @Autowired ShowRules showRules,
            @Autowired RuleBooks books,
            @Autowired Transactions transactions,
            @Autowired Clock clock,
            @Autowired DataSource database) {
        this.setRule = setRule;
        this.withdrawRule = withdrawRule;
        this.showRules = showRules;
        this.books = books;
        this.transactions = transactions;
        this.today = Time.today(clock);
        RegionFixtures.plant(database);
    }

    @Test
    void whatItWouldHaveEndedGoesOn() {
        String key = "demand.rework.hard";
        RuleVersion first = set(clock(key, XUHUI, today, 5));
        RuleVersion second = set(clock(key, XUHUI, today.plusDays(5), 6));
        withdrawRule
                .withdraw(administratorOf(XUHUI), "clock", XUHUI, second.id(), "文件没有通过")
                .orThrow();
        assertThat(said("clock").stream().filter(rule -> rule.key().equals(key)))
                .containsExactly(first);
        ShowRules.Change change = showRules
                .history(leaderOf(XUHUI), "clock", key, XUHUI)
                .orThrow()
                .getFirst();
        assertThat(change.action()).isEqualTo("withdraw");
        assertThat(change.before()).isEqualTo("6 小时，剩 25%时黄灯");
        assertThat(change.after()).isEqualTo("5 小时，剩 25%时黄灯");
        RuleVersion again = set(clock(key, XUHUI, today.plusDays(2), 7));
        assertThat(again.version()).as("a number is never used twice").isEqualTo(second.version() + 1);
    }

    @Test
    void aFirstRuleWithdrawnLeavesWhatIsSaidAbove() {
        RuleVersion only = setRule.set(
                        administratorOf(FENGTAI),
                        "formula",
                        formula(YULIN, today.plusDays(5), weights("0.9", "0.2", "0.4", "0.4")))
                .orThrow();
        withdrawRule
                .withdraw(administratorOf(FENGTAI), "formula", YULIN, only.id(), "不改了")
                .orThrow();
        assertThat(showRules.show(leaderOf(XUHUI), "formula", YULIN).orThrow().rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.coming()).isEmpty();
                    assertThat(row.holding())
                            .extracting(ShowRules.Rule::regionCode)
                            .isEqualTo("0");
                });
    }

    @Test
    void whatHoldsOrIsFollowedIsNotWithdrawn() {
        String key = "demand.rework.urgent";
        RuleVersion first = set(clock(key, XUHUI, today, 5));
        RuleVersion second = set(clock(key, XUHUI, today.plusDays(5), 6));
        set(clock(key, XUHUI, today.plusDays(9), 6));
        assertThat(reason(withdrawRule.withdraw(administratorOf(XUHUI), "clock", XUHUI, first.id(), "试")))
                .isEqualTo(RuleRefusal.HOLDS_ALREADY);
        assertThat(reason(withdrawRule.withdraw(administratorOf(XUHUI), "clock", XUHUI, second.id(), "试")))
                .isEqualTo(RuleRefusal.FOLLOWED_ALREADY);
        assertThat(reason(withdrawRule.withdraw(administratorOf(XUHUI), "clock", TIANPINGLU, second.id(), "试")))
                .isEqualTo(RuleRefusal.RULE_UNKNOWN);
        assertThat(reason(withdrawRule.withdraw(administratorOf(XUHUI), "clock", XUHUI, Ids.next(), "试")))
                .isEqualTo(RuleRefusal.RULE_UNKNOWN);
        assertThat(refused(withdrawRule.withdraw(administratorOf(XUHUI), "clock", XUHUI, second.id(), ""))
                        .field())
                .isEqualTo("why");
        assertThat(reason(withdrawRule.withdraw(leaderOf(XUHUI), "clock", XUHUI, second.id(), "试")))
                .isEqualTo(RuleRefusal.NOT_YOURS);
    }

    private RuleVersion set(RuleDraft draft) {
        return setRule.set(administratorOf(XUHUI), "clock", draft).orThrow();
    }

    private List<RuleVersion> said(String book) {
        return transactions.read(
                leaderOf(XUHUI), () -> books.find(book).orThrow().said(List.of(XUHUI)));
    }
}
