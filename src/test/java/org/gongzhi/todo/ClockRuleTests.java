package org.gongzhi.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.todo.TodoFixtures.CLOCK;
import static org.gongzhi.todo.TodoFixtures.at;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.todo.ClockRule.Unit;
import org.junit.jupiter.api.Test;

class ClockRuleTests {

    /** 2026 is announced, 2027 is not; Saturday 10 October 2026 is worked. */
    private final BusinessCalendar calendar = BusinessCalendar.of(
            Map.of(LocalDate.parse("2026-10-01"), false, LocalDate.parse("2026-10-10"), true), CLOCK);

    @Test
    void hoursAndDaysRunThroughNightsAndHolidays() {
        Due utility = rule("utility", 24, Unit.HOUR, 25).startedAt(at("2026-10-01T20:00"), calendar, false);
        assertThat(utility.dueAt()).isEqualTo(at("2026-10-02T20:00"));
        assertThat(utility.warnAt()).isEqualTo(at("2026-10-02T14:00"));
        assertThat(utility.inWords()).isEqualTo("水电气热类 24 小时");
        assertThat(rule("ordinary", 7, Unit.DAY, 25)
                        .startedAt(at("2026-10-01T20:00"), calendar, false)
                        .dueAt())
                .isEqualTo(at("2026-10-08T20:00"));
    }

    @Test
    void workingDaysFollowTheCalendar() {
        Due due = rule("*", 2, Unit.WORKING_DAY, 50).startedAt(at("2026-10-09T10:00"), calendar, false);
        assertThat(due.dueAt()).as("Friday, worked Saturday, Monday").isEqualTo(at("2026-10-12T10:00"));
        assertThat(due.warnAt()).as("half of the natural time").isEqualTo(at("2026-10-10T22:00"));
        assertThat(due.inWords()).isEqualTo("2 个工作日");
        assertThat(rule("*", 2, Unit.WORKING_DAY, 50).inWords(true)).isEqualTo("2 working days");
        assertThat(rule("urgent", 1, Unit.HOUR, 50).inWords(true)).isEqualTo("1 hour (urgent)");
        assertThat(due.source()).isEqualTo("依据");
    }

    @Test
    void aDueTimeInAYearWithoutNoticeSaysSo() {
        Due due = rule("*", 3, Unit.WORKING_DAY, 25).startedAt(at("2026-12-30T10:00"), calendar, false);
        assertThat(due.dueAt()).isEqualTo(at("2027-01-05T10:00"));
        assertThat(due.source()).startsWith("依据；2027 年放假安排还没有公布");
        assertThat(rule("hard", 15, Unit.DAY, 25)
                        .startedAt(at("2026-12-30T10:00"), calendar, false)
                        .source())
                .as("natural days need no calendar")
                .isEqualTo("依据");
    }

    @Test
    void aDueTimeNamesItsRule() {
        ClockRule rule = rule("urgent", 2, Unit.HOUR, 25);
        Due due = rule.startedAt(at("2026-11-24T10:00"), calendar, false);
        assertThat(due.ruleId()).isEqualTo(rule.id());
        assertThat(due.ruleVersion()).isEqualTo(3);
        assertThat(due.inWords()).isEqualTo("紧急类 2 小时");
        assertThat(rule("hard", 15, Unit.DAY, 25).inWords()).isEqualTo("疑难类 15 天");
        assertThat(rule("ordinary", 7, Unit.DAY, 25).inWords()).isEqualTo("一般类 7 天");
    }

    @Test
    void theLampTurnsAmberSoManyHoursBeforeOrAtAShareOfTheTime() {
        ClockRule byHours = new ClockRule(
                new UUID(1, 1),
                "demand",
                "settle",
                "utility",
                RegionCode.NATION,
                24,
                Unit.HOUR,
                null,
                4,
                LocalDate.EPOCH,
                null,
                1,
                "依据");
        assertThat(byHours.startedAt(at("2026-11-24T10:00"), calendar, false).warnAt())
                .isEqualTo(at("2026-11-25T06:00"));
        assertThat(byHours.warnAt(at("2026-11-24T10:00"), at("2026-11-24T12:00")))
                .as("a time shorter than the warning is amber at once")
                .isEqualTo(at("2026-11-24T10:00"));
        assertThat(byHours.warnAt(at("2026-11-24T10:00"), at("2026-11-24T09:00")))
                .as("a time gone by")
                .isEqualTo(at("2026-11-24T09:00"));
        assertThat(byHours.termsInWords(false)).isEqualTo("24 小时，剩 4 小时时黄灯");
        assertThat(byHours.termsInWords(true)).isEqualTo("24 hours, amber with 4 hours left");
        assertThat(rule("urgent", 2, Unit.HOUR, 25).termsInWords(false)).isEqualTo("2 小时，剩 25%时黄灯");
        assertThat(rule("urgent", 2, Unit.HOUR, 25).termsInWords(true)).isEqualTo("2 hours, amber with 25 % left");
    }

    private static ClockRule rule(String clazz, int amount, Unit unit, int warnPercent) {
        return new ClockRule(
                new UUID(1, amount),
                "demand",
                "settle",
                clazz,
                RegionCode.NATION,
                amount,
                unit,
                warnPercent,
                null,
                LocalDate.parse("2024-01-01"),
                null,
                3,
                "依据");
    }
}
