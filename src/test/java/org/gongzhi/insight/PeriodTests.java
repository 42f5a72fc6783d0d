package org.gongzhi.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.gongzhi.insight.Period.Choice;
import org.gongzhi.insight.Period.Slice;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.Test;

class PeriodTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void thisMonthIsComparedWithTheSameDaysOfLastMonth() {
        Period month = Period.upTo(Choice.MONTH, TODAY);
        assertThat(month.from()).isEqualTo("2026-11-01");
        assertThat(month.to()).isEqualTo(TODAY);
        assertThat(month.beforeFrom()).isEqualTo("2026-10-01");
        assertThat(month.beforeTo()).isEqualTo("2026-10-22");
    }

    @Test
    void aMonthThatIsOverIsComparedWithAllOfTheOneBefore() {
        Period november = Period.upTo(Choice.MONTH, LocalDate.of(2026, 11, 30));
        assertThat(november.beforeTo()).isEqualTo("2026-10-31");
        Period february = Period.upTo(Choice.MONTH, LocalDate.of(2026, 2, 28));
        assertThat(february.beforeTo()).isEqualTo("2026-01-31");
    }

    @Test
    void quartersAndYearsBeginWhereTheyBegin() {
        assertThat(Period.upTo(Choice.QUARTER, TODAY).from()).isEqualTo("2026-10-01");
        assertThat(Period.upTo(Choice.QUARTER, TODAY).beforeTo()).isEqualTo("2026-08-22");
        assertThat(Period.upTo(Choice.YEAR, TODAY).from()).isEqualTo("2026-01-01");
        assertThat(Period.upTo(Choice.YEAR, TODAY).beforeTo()).isEqualTo("2025-11-22");
        assertThat(Period.upTo(Choice.TODAY, TODAY).beforeFrom()).isEqualTo("2026-11-21");
    }

    @Test
    void belowStreetsWholeMonthsAreCompared() {
        Period month = Period.upTo(Choice.MONTH, TODAY).comparedByMonths();
        assertThat(month.beforeFrom()).isEqualTo("2026-10-01");
        assertThat(month.beforeTo()).isEqualTo("2026-10-31");
    }

    @Test
    void daysOfOnesOwnAreComparedWithAsManyDaysBefore() {
        Period days = Period.custom(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 9), TODAY)
                .orThrow();
        assertThat(days.beforeFrom()).isEqualTo("2026-10-27");
        assertThat(days.beforeTo()).isEqualTo("2026-11-02");
        Period months = Period.custom(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), TODAY)
                .orThrow();
        assertThat(months.beforeFrom()).isEqualTo("2026-04-01");
        assertThat(months.beforeTo()).isEqualTo("2026-06-30");
    }

    @Test
    void aPeriodThatCannotBeIsRefused() {
        refused(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 3), InsightRefusal.PERIOD_BACKWARDS);
        refused(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24), InsightRefusal.PERIOD_IN_FUTURE);
        refused(LocalDate.of(2016, 11, 21), LocalDate.of(2026, 11, 3), InsightRefusal.PERIOD_TOO_LONG_AGO);
    }

    @Test
    void noDayAfterTodayIsShown() {
        assertThat(Period.custom(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31), TODAY)
                        .orThrow()
                        .to())
                .isEqualTo(TODAY);
    }

    @Test
    void slicesHoldEveryDayOnceHoweverTheyFall() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = TODAY.minusDays(random.nextInt(800));
            LocalDate to = from.plusDays(random.nextInt(200));
            Period period = Period.custom(from, to, TODAY).orThrow();
            LocalDate next = period.from();
            for (Slice slice : period.slices(TODAY)) {
                assertThat(slice.from()).as(period.toString()).isEqualTo(next);
                next = slice.grain().equals("m")
                        ? slice.to().plusMonths(1)
                        : slice.to().plusDays(1);
                assertThat(slice.grain().equals("d") || slice.from().getDayOfMonth() == 1)
                        .isTrue();
            }
            LocalDate end = period.to();
            assertThat(next.equals(end.plusDays(1)) || (end.equals(TODAY) && next.equals(LocalDate.of(2026, 12, 1))))
                    .as(period.toString())
                    .isTrue();
            if (period.isWholeMonths(TODAY)) {
                assertThat(period.slices(TODAY)).extracting(Slice::grain).isEqualTo(List.of("m"));
            }
        }
    }

    private static void refused(LocalDate from, LocalDate to, InsightRefusal reason) {
        assertThat(Period.custom(from, to, TODAY))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
