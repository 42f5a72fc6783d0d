package org.gongzhi.todo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;

/**
 * 时限规则: how long one step of one class of matters may take in a territory, from when on, and who says so.
 *
 * @param validTo first day it no longer holds; null: until further notice
 * @param warnPercent share of the time, counted back from the due time, in which it is called soon
 * @param warnHours or so many hours before it is due; one of the two
 */
record ClockRule(
        UUID id,
        String subject,
        String step,
        String clazz,
        RegionCode region,
        int amount,
        Unit unit,
        @Nullable Integer warnPercent,
        @Nullable Integer warnHours,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int version,
        String source) {

    static final String ANY_CLASS = "*";

    enum Unit {
        HOUR("小时", "hour"),
        /** 自然日: 24 hours each. */
        DAY("天", "day"),
        WORKING_DAY("个工作日", "working day");

        private final String inWords;
        private final String inEnglish;

        Unit(String inWords, String inEnglish) {
            this.inWords = inWords;
            this.inEnglish = inEnglish;
        }
    }

    Due startedAt(Instant from, BusinessCalendar calendar, boolean isEnglish) {
        Instant dueAt = dueAt(from, calendar);
        return new Due(
                id,
                version,
                dueAt,
                warnAt(from, dueAt),
                inWords(isEnglish),
                unit == Unit.WORKING_DAY ? source + presumption(from, dueAt, calendar) : source);
    }

    Instant dueAt(Instant from, BusinessCalendar calendar) {
        return switch (unit) {
            case HOUR -> from.plus(Duration.ofHours(amount));
            case DAY -> from.plus(Duration.ofDays(amount));
            case WORKING_DAY -> calendar.plusWorkingDays(from, amount);
        };
    }

    /** From when on it is called soon; also of a time that was granted later, which goes by the rule the clock started with. */
    Instant warnAt(Instant from, Instant dueAt) {
        if (!dueAt.isAfter(from)) {
            return dueAt;
        }
        if (warnHours != null) {
            Instant warnAt = dueAt.minus(Duration.ofHours(warnHours));
            return warnAt.isBefore(from) ? from : warnAt;
        }
        long percent = warnPercent == null ? 0 : warnPercent;
        return dueAt.minus(Duration.between(from, dueAt).multipliedBy(percent).dividedBy(100));
    }

    String inWords(boolean isEnglish) {
        return isEnglish ? inEnglish() : inWords();
    }

    String inWords() {
        return className() + time();
    }

    /** 24 hours (utilities). */
    String inEnglish() {
        String time = timeInEnglish();
        return switch (clazz) {
            case "urgent" -> time + " (urgent)";
            case "utility" -> time + " (utilities)";
            case "ordinary" -> time + " (ordinary)";
            case "hard" -> time + " (hard)";
            default -> time;
        };
    }

    /** 24 小时. */
    private String time() {
        return amount + " " + unit.inWords;
    }

    /** 24 小时，剩 25% 时黄灯: the time and the lamp, without the class. */
    String termsInWords(boolean isEnglish) {
        if (isEnglish) {
            return timeInEnglish() + ", amber with "
                    + (warnHours != null ? warnHours + (warnHours == 1 ? " hour" : " hours") : warnPercent + " %")
                    + " left";
        }
        return time() + "，剩 " + (warnHours != null ? warnHours + " 小时" : warnPercent + "%") + "时黄灯";
    }

    private String timeInEnglish() {
        return amount + " " + unit.inEnglish + (amount == 1 ? "" : "s");
    }

    private String className() {
        return switch (clazz) {
            case "urgent" -> "紧急类 ";
            case "utility" -> "水电气热类 ";
            case "ordinary" -> "一般类 ";
            case "hard" -> "疑难类 ";
            default -> "";
        };
    }

    private static String presumption(Instant from, Instant dueAt, BusinessCalendar calendar) {
        int first = from.atZone(Time.ZONE).getYear();
        int last = dueAt.atZone(Time.ZONE).getYear();
        for (int year = first; year <= last; year++) {
            if (!calendar.isAnnounced(year)) {
                return "；" + year + " 年放假安排还没有公布，暂按周末和法定节日推算";
            }
        }
        return "";
    }
}
