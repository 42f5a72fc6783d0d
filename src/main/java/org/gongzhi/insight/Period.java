package org.gongzhi.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.Outcome;

/**
 * Which days a cockpit shows, and which it compares them with. Both ends are in. Streets and above count by the day, what lies below by the month.
 *
 * @param choice today, month, quarter, year or custom
 */
record Period(Choice choice, LocalDate from, LocalDate to, LocalDate beforeFrom, LocalDate beforeTo) {

    enum Choice {
        TODAY,
        MONTH,
        QUARTER,
        YEAR,
        CUSTOM;

        static Optional<Choice> of(String text) {
            for (Choice choice : values()) {
                if (choice.code().equals(text)) {
                    return Optional.of(choice);
                }
            }
            return Optional.empty();
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A run of days or of whole months; {@code to} is the last day, or the first day of the last month. */
    record Slice(String grain, LocalDate from, LocalDate to) {}

    /** From the first day of the current month, quarter or year up to today; compared with the same days one month, quarter or year ago. */
    static Period upTo(Choice choice, LocalDate today) {
        return switch (choice) {
            case TODAY -> new Period(choice, today, today, today.minusDays(1), today.minusDays(1));
            case MONTH -> since(choice, today.withDayOfMonth(1), today, 1);
            case QUARTER ->
                since(choice, today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3L), today, 3);
            case YEAR -> since(choice, today.withDayOfYear(1), today, 12);
            case CUSTOM -> throw new IllegalArgumentException("a period of one's own has days of its own");
        };
    }

    /** Any days of the last ten years; compared with as many days, or months if they are whole, just before. */
    static Outcome<Period> custom(LocalDate from, LocalDate to, LocalDate today) {
        if (from.isAfter(to)) {
            return Outcome.invalid("to", InsightRefusal.PERIOD_BACKWARDS);
        }
        if (from.isAfter(today)) {
            return Outcome.invalid("from", InsightRefusal.PERIOD_IN_FUTURE);
        }
        if (from.isBefore(today.minusYears(10))) {
            return Outcome.invalid("from", InsightRefusal.PERIOD_TOO_LONG_AGO);
        }
        LocalDate end = to.isAfter(today) ? today : to;
        if (isWholeMonths(from, end, today)) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(end)) + 1;
            return Outcome.done(since(Choice.CUSTOM, from, end, months));
        }
        long days = ChronoUnit.DAYS.between(from, end) + 1;
        return Outcome.done(new Period(Choice.CUSTOM, from, end, from.minusDays(days), from.minusDays(1)));
    }

    private static Period since(Choice choice, LocalDate from, LocalDate to, long months) {
        LocalDate before =
                isMonthEnd(to) ? YearMonth.from(to).minusMonths(months).atEndOfMonth() : to.minusMonths(months);
        return new Period(choice, from, to, from.minusMonths(months), before);
    }

    /** For nodes that count by the month: the whole months that hold the days compared with. */
    Period comparedByMonths() {
        return new Period(
                choice,
                from,
                to,
                beforeFrom.withDayOfMonth(1),
                YearMonth.from(beforeTo).atEndOfMonth());
    }

    boolean isWholeMonths(LocalDate today) {
        return isWholeMonths(from, to, today);
    }

    /** The month of today is whole as far as it goes: nothing has happened after today. */
    private static boolean isWholeMonths(LocalDate from, LocalDate to, LocalDate today) {
        return from.getDayOfMonth() == 1 && (isMonthEnd(to) || !to.isBefore(today));
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }

    List<Slice> slices(LocalDate today) {
        return slices(from, to, today);
    }

    List<Slice> slicesBefore(LocalDate today) {
        return slices(beforeFrom, beforeTo, today);
    }

    /** As many whole months as there are, with the days left over at either end. */
    private static List<Slice> slices(LocalDate from, LocalDate to, LocalDate today) {
        LocalDate firstMonth =
                from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
        LocalDate afterMonths = isMonthEnd(to) || !to.isBefore(today) ? to.plusDays(1) : to.withDayOfMonth(1);
        if (!firstMonth.isBefore(afterMonths)) {
            return List.of(new Slice("d", from, to));
        }
        List<Slice> slices = new ArrayList<>();
        if (from.isBefore(firstMonth)) {
            slices.add(new Slice("d", from, firstMonth.minusDays(1)));
        }
        slices.add(new Slice("m", firstMonth, afterMonths.minusDays(1).withDayOfMonth(1)));
        if (!to.isBefore(afterMonths)) {
            slices.add(new Slice("d", afterMonths, to));
        }
        return slices;
    }
}
