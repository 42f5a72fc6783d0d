package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.rule.RuleFixtures.administratorOf;
import static org.gongzhi.rule.RuleFixtures.clock;
import static org.gongzhi.rule.RuleFixtures.formula;
import static org.gongzhi.rule.RuleFixtures.leaderOf;
import static org.gongzhi.rule.RuleFixtures.reason;
import static org.gongzhi.rule.RuleFixtures.weights;
import static org.gongzhi.support.RegionFixtures.CHAOWAI;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.JIANWAI;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.rule.RuleEffect.Figure;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class PreviewRuleTests {

    private final SetRule setRule;
    private final PreviewRule previewRule;
    private final Transactions transactions;
    private final Sql sql;
    private final Instant now;
    private final LocalDate today;

    PreviewRuleTests(
            @Autowired SetRule setRule,
            @Autowired PreviewRule previewRule,
            @Autowired Transactions transactions,
            @Autowired Sql sql,
            @Autowired Clock clock,
            @Autowired DataSource database) {
        this.setRule = setRule;
        this.previewRule = previewRule;
        this.transactions = transactions;
        this.sql = sql;
        this.now = Time.now(clock);
        this.today = Time.today(clock);
        RegionFixtures.plant(database);
    }

    @Test
    void aNewClockIsHeldAgainstTheCasesOfTheLastNinetyDays() {
        UUID rule = transactions.read(
                Actor.worker("test"),
                () -> sql.of(
                                "select id from clock_rule where subject = 'demand' and step = 'settle' and class = 'hard' and region_code = 0 and upper(valid) is null")
                        .one(row -> row.id("id")));
        demand("预览-1", JIANWAI, rule, now.minus(Duration.ofDays(3)), null);
        demand("预览-2", JIANWAI, rule, now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(10)));
        demand("预览-3", JIANWAI, rule, now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(29)));
        demand("预览-4", JIANWAI, rule, now.minus(Duration.ofDays(120)), now.minus(Duration.ofDays(100)));
        demand("预览-5", CHAOWAI, rule, now.minus(Duration.ofDays(3)), null);
        setRule.set(administratorOf(CHAOYANG), "clock", clock("demand.settle.hard", CHAOWAI, today, 24))
                .orThrow();

        PreviewRule.Preview preview = previewRule
                .preview(
                        administratorOf(CHAOYANG),
                        "clock",
                        clock("demand.settle.hard", CHAOYANG, today.plusDays(1), 48))
                .orThrow();

        assertThat(preview.before()).isEqualTo("15 天，剩 25%时黄灯（沿用全国）");
        assertThat(preview.after()).isEqualTo("48 小时，剩 25%时黄灯");
        assertThat(preview.overriding())
                .singleElement()
                .satisfies(node -> assertThat(node.name()).isEqualTo("朝阳区 › 朝外街道"));
        assertThat(preview.inheriting()).extracting(PreviewRule.Node::name).containsExactly("建外街道");
        assertThat(figure(preview, "kept").cases())
                .extracting(RuleEffect.Case::number)
                .containsExactly("预览-1");
        assertThat(figure(preview, "moved").cases())
                .extracting(RuleEffect.Case::number)
                .containsExactly("预览-1", "预览-2", "预览-3");
        Figure late = figure(preview, "late");
        assertThat(late.sentence()).contains("从 0 件变为 2 件");
        assertThat(late.cases()).extracting(RuleEffect.Case::number).containsExactly("预览-1", "预览-2");
        assertThat(late.cases().getFirst().dueBefore())
                .isNotEqualTo(late.cases().getFirst().dueAfter());
    }

    @Test
    void aNewClockOfAStepIsHeldAgainstItsToDos() {
        PreviewRule.Preview preview = previewRule
                .preview(administratorOf(CHAOYANG), "clock", clock("demand.verify.*", CHAOYANG, today.plusDays(1), 48))
                .orThrow();
        assertThat(preview.figures()).extracting(Figure::code).containsExactly("kept", "moved", "late");
        PreviewRule.Preview unsaid = previewRule
                .preview(
                        administratorOf(CHAOYANG),
                        "clock",
                        clock("demand.verify.hard", CHAOYANG, today.plusDays(1), 48))
                .orThrow();
        assertThat(unsaid.before()).isNull();
        assertThat(unsaid.figures()).extracting(Figure::code).containsExactly("kept");
    }

    @Test
    void aNewFormulaShowsTheScoresOfTheLastMonthsBothWays() {
        PreviewRule.Preview preview = previewRule
                .preview(
                        administratorOf(CHAOYANG),
                        "formula",
                        formula(CHAOYANG, today.plusDays(1), weights("0.8", "0.2", "0.4", "0.4")))
                .orThrow();
        assertThat(preview.figures()).hasSize(3);
        assertThat(preview.figures().getFirst().sentence()).contains("有效回访", "→");
    }

    @Test
    void whatCouldNotBeSetIsNotPreviewed() {
        assertThat(reason(previewRule.preview(
                        leaderOf(CHAOYANG), "clock", clock("demand.settle.hard", CHAOYANG, today.plusDays(1), 48))))
                .isEqualTo(RuleRefusal.NOT_YOURS);
        assertThat(reason(previewRule.preview(
                        administratorOf(CHAOYANG),
                        "clock",
                        clock("demand.settle.hard", CHAOYANG, today.minusDays(1), 48))))
                .isEqualTo(RuleRefusal.IN_THE_PAST);
    }

    private static Figure figure(PreviewRule.Preview preview, String code) {
        return preview.figures().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void demand(String number, RegionCode place, UUID rule, Instant raisedAt, @Nullable Instant closedAt) {
        transactions
                .write(
                        Actor.worker("test"),
                        () -> Outcome.done(sql.of("""
                                insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at,
                                                    node_code, first_node_code, clock_rule_id, due_at, warn_at, closed_at)
                                values (:id, :number, :place, '一件事', '一件事', 'neighbours', 'phone', true, :raisedAt, :status, :raisedAt, :place, :place,
                                        :rule, :raisedAt, :raisedAt, cast(:closedAt as timestamptz))""")
                                .bind("id", Ids.next())
                                .bind("number", number)
                                .bind("place", place)
                                .bind("raisedAt", raisedAt)
                                .bind("status", closedAt == null ? "raised" : "closed")
                                .bind("rule", rule)
                                .bind("closedAt", closedAt)
                                .update()))
                .orThrow();
    }
}
