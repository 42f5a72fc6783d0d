package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.rule.RuleFixtures.administratorOf;
import static org.gongzhi.rule.RuleFixtures.leaderOf;
import static org.gongzhi.rule.RuleFixtures.reason;
import static org.gongzhi.rule.RuleFixtures.refused;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.JIANWAI;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class SetHolidaysTests {

    private static final Actor KEEPER = administratorOf(RegionCode.NATION);
    private static final String NATIONAL_DAY = "2031-10-01,2031-10-07,休,国庆节\n2031-10-11,,班,国庆节调休上班\n";

    private final SetHolidays setHolidays;
    private final Holidays holidays;
    private final BusinessCalendar calendar;
    private final Transactions transactions;

    SetHolidaysTests(
            @Autowired SetHolidays setHolidays,
            @Autowired Holidays holidays,
            @Autowired BusinessCalendar calendar,
            @Autowired Transactions transactions,
            @Autowired DataSource database) {
        this.setHolidays = setHolidays;
        this.holidays = holidays;
        this.calendar = calendar;
        this.transactions = transactions;
        RegionFixtures.plant(database);
    }

    @Test
    void aYearsNoticeIsEnteredWholeAndHoldsAtOnce() {
        assertThat(calendar.isAnnounced(2031)).isFalse();
        assertThat(setHolidays.look(KEEPER, 2031, NATIONAL_DAY).orThrow().added())
                .hasSize(8);
        setHolidays.set(KEEPER, 2031, NATIONAL_DAY, "国办通知", "年度安排").orThrow();
        assertThat(calendar.isAnnounced(2031)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 11))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 6))).isFalse();

        String shorter = "2031-10-01,2031-10-03,休,国庆节\n2031-10-11,,班,国庆节补班\n";
        SetHolidays.Trial trial = setHolidays.look(KEEPER, 2031, shorter).orThrow();
        assertThat(trial.added()).isEmpty();
        assertThat(trial.changed()).hasSize(1);
        assertThat(trial.removed()).hasSize(4);
        setHolidays.set(KEEPER, 2031, shorter, "国办通知", "更正").orThrow();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 6))).isTrue();
        assertThat(transactions.read(KEEPER, () -> holidays.notices(2031)))
                .extracting(Holidays.Notice::version, Holidays.Notice::why, Holidays.Notice::removed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "更正", 4),
                        org.assertj.core.groups.Tuple.tuple(1, "年度安排", 0));
        assertThat(transactions.read(KEEPER, () -> holidays.of(2031))).hasSize(4);
    }

    @Test
    void theWholeHouseSharesOneCalendar() {
        for (Actor actor : new Actor[] {administratorOf(JIANWAI), leaderOf(CHAOYANG)}) {
            assertThat(reason(setHolidays.look(actor, 2032, NATIONAL_DAY))).isEqualTo(RuleRefusal.HOLIDAYS_NOT_YOURS);
            assertThat(reason(setHolidays.set(actor, 2032, NATIONAL_DAY, "国办通知", "年度安排")))
                    .isEqualTo(RuleRefusal.HOLIDAYS_NOT_YOURS);
        }
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsKept() {
        assertThat(refused(setHolidays.set(KEEPER, 2033, "乱写", "国办通知", "年度安排")).reason())
                .isEqualTo(RuleRefusal.HOLIDAY_LINES_WRONG);
        assertThat(reason(setHolidays.set(KEEPER, 2033, "2033-05-01,,休,劳动节", "国办通知", "年度安排")))
                .isEqualTo(RuleRefusal.HOLIDAY_NOT_WHOLE);
        assertThat(reason(setHolidays.set(KEEPER, 2033, " ", "国办通知", "年度安排")))
                .isEqualTo(RuleRefusal.HOLIDAY_TEXT_MISSING);
        assertThat(reason(setHolidays.set(KEEPER, 1999, "x", "国办通知", "年度安排")))
                .isEqualTo(RuleRefusal.HOLIDAY_YEAR_UNKNOWN);
        assertThat(refused(setHolidays.set(KEEPER, 2033, "x", "", "年度安排")).field())
                .isEqualTo("source");
        assertThat(refused(setHolidays.set(KEEPER, 2033, "x", "国办通知", "")).field())
                .isEqualTo("why");
        assertThat(transactions.read(KEEPER, () -> holidays.of(2033))).isEmpty();
    }
}
