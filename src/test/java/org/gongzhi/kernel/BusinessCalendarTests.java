package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Against the notices: 国办发明电〔2024〕12号 for 2025, the notice of 4 November 2025 for 2026. */
class BusinessCalendarTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), Time.ZONE);

    private final Sql sql = new Sql(database.application());
    private final Transactions transactions =
            new Transactions(new DataSourceTransactionManager(database.application()), database.application());
    private final BusinessCalendar calendar = new BusinessCalendar(sql, transactions, NOW);

    @Test
    void springFestival2025IsFreeFromNewYearsEveToTheSeventhDay() {
        assertThat(days("2025-01-26", "2025-02-09").filter(calendar::isWorkingDay))
                .containsExactly(
                        on("2025-01-26"),
                        on("2025-01-27"),
                        on("2025-02-05"),
                        on("2025-02-06"),
                        on("2025-02-07"),
                        on("2025-02-08"));
    }

    @Test
    void nationalDay2025IncludesMidAutumnAndIsPaidForByASundayAndASaturday() {
        assertThat(days("2025-09-27", "2025-10-12").filter(calendar::isWorkingDay))
                .containsExactly(
                        on("2025-09-28"),
                        on("2025-09-29"),
                        on("2025-09-30"),
                        on("2025-10-09"),
                        on("2025-10-10"),
                        on("2025-10-11"));
    }

    @Test
    void springFestival2026IsNineDaysPaidForByTwoSaturdays() {
        assertThat(days("2026-02-13", "2026-03-01").filter(calendar::isWorkingDay))
                .containsExactly(
                        on("2026-02-13"),
                        on("2026-02-14"),
                        on("2026-02-24"),
                        on("2026-02-25"),
                        on("2026-02-26"),
                        on("2026-02-27"),
                        on("2026-02-28"));
    }

    @Test
    void nationalDay2026() {
        assertThat(days("2026-09-19", "2026-10-11")
                        .filter(calendar::isWorkingDay)
                        .map(LocalDate::getDayOfMonth))
                .containsExactly(20, 21, 22, 23, 24, 28, 29, 30, 8, 9, 10);
    }

    @Test
    void aYearHasTheWorkingDaysItsNoticeLeaves() {
        // 365 days - 104 weekend days - 13 legal holidays, those on weekends being moved by 调休.
        assertThat(days("2025-01-01", "2025-12-31").filter(calendar::isWorkingDay))
                .hasSize(248);
        assertThat(days("2026-01-01", "2026-12-31").filter(calendar::isWorkingDay))
                .hasSize(248);
        assertThat(calendar.isAnnounced(2025)).isTrue();
        assertThat(calendar.isAnnounced(2026)).isTrue();
    }

    @Test
    void anOlderYearComesFromTheLibrary() {
        assertThat(calendar.isAnnounced(2023)).isTrue();
        assertThat(calendar.isWorkingDay(on("2023-10-07"))).isTrue();
        assertThat(calendar.isWorkingDay(on("2023-10-06"))).isFalse();
    }

    @Test
    void theDayOfTheBeginningDoesNotCountAndTheTimeOfDayStays() {
        assertThat(calendar.plusWorkingDays(at("2026-11-24T16:40"), 1)).isEqualTo(at("2026-11-25T16:40"));
        assertThat(calendar.plusWorkingDays(at("2026-11-27T16:40"), 1)).isEqualTo(at("2026-11-30T16:40"));
        assertThat(calendar.plusWorkingDays(at("2026-11-24T16:40"), 0)).isEqualTo(at("2026-11-24T16:40"));
    }

    @Test
    void whatBeginsOnAFreeDayBeginsAtNineOnTheNextWorkingDay() {
        assertThat(calendar.plusWorkingDays(at("2026-11-28T22:15"), 1)).isEqualTo(at("2026-12-01T09:00"));
        assertThat(calendar.plusWorkingDays(at("2026-10-03T10:00"), 3)).isEqualTo(at("2026-10-12T09:00"));
        assertThat(calendar.plusWorkingDays(at("2026-10-03T10:00"), 0)).isEqualTo(at("2026-10-08T09:00"));
    }

    @Test
    void aWorkedSaturdayCountsAndAFreeWeekDoesNot() {
        // Friday, then the worked Saturday of 14 February, then the first day after the festival.
        assertThat(calendar.plusWorkingDays(at("2026-02-13T10:00"), 2)).isEqualTo(at("2026-02-24T10:00"));
        assertThat(calendar.plusWorkingDays(at("2026-02-14T10:00"), 5)).isEqualTo(at("2026-02-28T10:00"));
        assertThat(calendar.plusWorkingDays(at("2025-09-30T10:00"), 3)).isEqualTo(at("2025-10-11T10:00"));
    }

    @Test
    void whileTheNoticeIsOutstandingLegalHolidaysAreFreeAndItIsSaid() {
        assertThat(calendar.isAnnounced(2027)).isFalse();
        assertThat(calendar.isWorkingDay(on("2027-01-01"))).isFalse();
        // 除夕 2027 is 5 February, a Friday; 初三 is Monday 8 February.
        assertThat(days("2027-02-04", "2027-02-10").filter(calendar::isWorkingDay))
                .containsExactly(on("2027-02-04"), on("2027-02-09"), on("2027-02-10"));
        assertThat(calendar.isWorkingDay(on("2027-04-05"))).as("清明").isFalse();
        assertThat(calendar.isWorkingDay(on("2027-06-09"))).as("端午").isFalse();
        assertThat(calendar.isWorkingDay(on("2027-09-15"))).as("中秋").isFalse();
        assertThat(days("2027-09-30", "2027-10-04").filter(calendar::isWorkingDay))
                .containsExactly(on("2027-09-30"), on("2027-10-04"));
    }

    @Test
    void aDayOfOnesOwnOverridesWithoutMakingTheYearKnown() {
        var own = BusinessCalendar.of(Map.of(on("2027-03-02"), false, on("2027-03-06"), true), NOW);
        assertThat(own.isWorkingDay(on("2027-03-02"))).isFalse();
        assertThat(own.isWorkingDay(on("2027-03-06"))).isTrue();
        assertThat(own.isAnnounced(2027)).isFalse();
    }

    @Test
    void theTableIsReadInsideAnOpenTransactionToo() {
        Boolean works = transactions.read(Actor.worker("test"), () -> calendar.isWorkingDay(on("2026-10-10")));
        assertThat(works).isTrue();
    }

    @Test
    void anyPeriodEndsOnAWorkingDayAndHoldsExactlyThatMany() {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Instant from = at("2025-01-01T00:00").plusSeconds(random.nextLong(2L * 365 * 86_400));
            int days = random.nextInt(30);
            Instant to = calendar.plusWorkingDays(from, days);
            LocalDate first = LocalDate.ofInstant(from, Time.ZONE);
            LocalDate last = LocalDate.ofInstant(to, Time.ZONE);
            assertThat(calendar.isWorkingDay(last))
                    .as("seed %s: %s + %s", seed, from, days)
                    .isTrue();
            long counted = first.datesUntil(last.plusDays(1))
                    .filter(calendar::isWorkingDay)
                    .count();
            assertThat(counted).as("seed %s: %s + %s", seed, from, days).isEqualTo(days + 1);
        }
    }

    @Test
    void aPeriodIsNotNegativeNorEndless() {
        assertThatThrownBy(() -> calendar.plusWorkingDays(NOW.instant(), -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.plusWorkingDays(NOW.instant(), 100_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySeededExceptionChangesSomethingOrNamesAHoliday() {
        long pointless =
                transactions.read(Actor.worker("test"), () -> sql.of("""
                select count(*) from holiday where is_working and extract(isodow from day) < 6
                """).count());
        assertThat(pointless).isZero();
        assertThat(on("2026-10-10").getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    }

    private static Stream<LocalDate> days(String first, String last) {
        return on(first).datesUntil(on(last).plusDays(1));
    }

    private static LocalDate on(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Time.ZONE).toInstant();
    }
}
