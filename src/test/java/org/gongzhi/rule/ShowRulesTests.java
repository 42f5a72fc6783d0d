package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.rule.RuleFixtures.administratorOf;
import static org.gongzhi.rule.RuleFixtures.clock;
import static org.gongzhi.rule.RuleFixtures.leaderOf;
import static org.gongzhi.rule.RuleFixtures.reason;
import static org.gongzhi.support.RegionFixtures.BEIJING_DISTRICTS;
import static org.gongzhi.support.RegionFixtures.KANGPING;
import static org.gongzhi.support.RegionFixtures.XUHUI;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class ShowRulesTests {

    private static final String KEY = "demand.supervise.utility";

    private final SetRule setRule;
    private final ShowRules showRules;
    private final LocalDate today;

    ShowRulesTests(
            @Autowired SetRule setRule,
            @Autowired ShowRules showRules,
            @Autowired Clock clock,
            @Autowired DataSource database) {
        this.setRule = setRule;
        this.showRules = showRules;
        this.today = Time.today(clock);
        RegionFixtures.plant(database);
    }

    @Test
    void eachValueSaysWhereItComesFromAndSinceWhen() {
        ShowRules.Book nationwide = show(leaderOf(XUHUI), KANGPING);
        ShowRules.Rule settle =
                Objects.requireNonNull(row(nationwide, "demand.settle.utility").holding());
        assertThat(settle.isOwn()).isFalse();
        assertThat(settle.regionCode()).isEqualTo("0");
        assertThat(settle.from()).isEqualTo("2024-01-01");
        assertThat(row(nationwide, "demand.settle.utility").name()).isEqualTo("办结（全程），水电气热类");
        assertThat(nationwide.mayEdit()).isFalse();
        assertThat(nationwide.path())
                .extracting(ShowRules.Place::name)
                .doesNotContain("市辖区")
                .endsWith("康平居委会");

        setRule.set(administratorOf(XUHUI), "clock", clock(KEY, XUHUI, today.plusDays(4), 3))
                .orThrow();
        ShowRules.Book below = show(administratorOf(XUHUI), KANGPING);
        assertThat(below.mayEdit()).isTrue();
        assertThat(row(below, KEY).holding()).as("only * is said nationwide").isNull();
        assertThat(row(below, KEY).coming())
                .singleElement()
                .satisfies(rule -> assertThat(rule.regionName()).isEqualTo("徐汇区"));
    }

    @Test
    void withoutAPlaceItBeginsWhereTheDutyIsOrTheHouseWorks() {
        assertThat(show(leaderOf(XUHUI), null).place().code()).isEqualTo(XUHUI.toString());
        assertThat(show(administratorOf(RegionCode.NATION), null).place().level())
                .isLessThan(6);
        assertThat(reason(showRules.show(leaderOf(XUHUI), "clock", BEIJING_DISTRICTS)))
                .isEqualTo(RuleRefusal.REGION_UNKNOWN);
        assertThat(reason(showRules.show(leaderOf(XUHUI), "moon", null))).isEqualTo(RuleRefusal.BOOK_UNKNOWN);
        assertThat(showRules.history(leaderOf(XUHUI), "formula", null, null).isDone())
                .isTrue();
    }

    private ShowRules.Book show(Actor actor, @Nullable RegionCode region) {
        return showRules.show(actor, "clock", region).orThrow();
    }

    private static ShowRules.Row row(ShowRules.Book book, String key) {
        return book.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
