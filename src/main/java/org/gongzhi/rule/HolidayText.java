package org.gongzhi.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A year's notice as people have it: pasted from the announcement (元旦：1月1日至3日放假调休，共3天。1月4日上班。) or one line a period
 * (2027-01-01,2027-01-03,休,元旦), in any mixture. What cannot be read is said line by line; nothing is guessed.
 */
final class HolidayText {

    private static final int LONGEST_PERIOD = 15;
    private static final int LONGEST_NAME = 40;

    private static final Pattern ROW = Pattern.compile(
            "(\\d{4}-\\d{1,2}-\\d{1,2})\\s*[,，\\t]\\s*(?:(\\d{4}-\\d{1,2}-\\d{1,2})\\s*)?[,，\\t]\\s*(休|班)\\s*[,，\\t]\\s*(.+)");
    private static final Pattern TITLE = Pattern.compile("^[一二三四五六七八九十]*[、.．]?\\s*([^：:]{1,20})[：:](.*)$");
    private static final String DATE = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日";
    private static final Pattern PERIOD = Pattern.compile(DATE + "(?:（[^）]*）)?(?:至" + DATE + ")?");
    private static final Pattern BRACKETS = Pattern.compile("[（(][^）)]*[）)]");

    /** A day that differs from the ordinary week. */
    record Day(LocalDate day, boolean isWorking, String name) {}

    /** @param problem key of the sentence that says what is wrong with the line */
    record Problem(int line, String text, String problem) {}

    record Read(List<Day> days, List<Problem> problems) {}

    private final int year;
    private final Map<LocalDate, Day> days = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private HolidayText(int year) {
        this.year = year;
    }

    static Read read(int year, String text) {
        var reading = new HolidayText(year);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !isHeading(line)) {
                reading.line(i + 1, line);
            }
        }
        return new Read(List.copyOf(reading.days.values()), List.copyOf(reading.problems));
    }

    /** The first line of a sheet. */
    private static boolean isHeading(String line) {
        return line.startsWith("开始") || line.startsWith("日期");
    }

    /** As {@link #read} reads it back, one line a run of days. */
    static String write(List<Day> days) {
        var text = new StringBuilder();
        for (int i = 0; i < days.size(); ) {
            Day first = days.get(i);
            int last = i;
            while (last + 1 < days.size() && follows(days.get(last), days.get(last + 1))) {
                last++;
            }
            text.append(first.day())
                    .append(',')
                    .append(days.get(last).day())
                    .append(',')
                    .append(first.isWorking() ? '班' : '休')
                    .append(',')
                    .append(first.name())
                    .append('\n');
            i = last + 1;
        }
        return text.toString();
    }

    private static boolean follows(Day before, Day after) {
        return before.day().plusDays(1).equals(after.day())
                && before.isWorking() == after.isWorking()
                && before.name().equals(after.name());
    }

    private void line(int number, String line) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            LocalDate from = date(row.group(1));
            LocalDate to = row.group(2) == null ? from : date(row.group(2));
            add(number, line, from, to, row.group(3).equals("班"), row.group(4).strip());
            return;
        }
        Matcher title = TITLE.matcher(line);
        if (!title.matches()) {
            problems.add(new Problem(number, line, "rule.holiday-line-unread"));
            return;
        }
        sentences(number, line, title.group(1).strip(), title.group(2));
    }

    private void sentences(int number, String line, String name, String text) {
        int found = 0;
        int month = 0;
        for (String sentence : BRACKETS.matcher(text).replaceAll("").split("[。；;]", -1)) {
            boolean isWorking = sentence.contains("上班");
            if (!isWorking && !sentence.contains("放假") && !sentence.contains("休息")) {
                continue;
            }
            Matcher period = PERIOD.matcher(sentence);
            while (period.find()) {
                month = period.group(2) == null ? month : Integer.parseInt(period.group(2));
                LocalDate from = date(period.group(1), month, period.group(3));
                LocalDate to = from;
                if (period.group(6) != null) {
                    month = period.group(5) == null ? month : Integer.parseInt(period.group(5));
                    to = date(period.group(4), month, period.group(6));
                }
                add(number, line, from, to, isWorking, isWorking ? name + "调休上班" : name);
                found++;
            }
        }
        if (found == 0) {
            problems.add(new Problem(number, line, "rule.holiday-line-unread"));
        }
    }

    private void add(
            int number, String line, @Nullable LocalDate from, @Nullable LocalDate to, boolean isWorking, String name) {
        String problem = wrong(from, to, name);
        if (problem == null && from != null && to != null) {
            for (LocalDate day = from; problem == null && !day.isAfter(to); day = day.plusDays(1)) {
                if (days.putIfAbsent(day, new Day(day, isWorking, name)) != null) {
                    problem = "rule.holiday-day-twice";
                }
            }
        }
        if (problem != null) {
            problems.add(new Problem(number, line, problem));
        }
    }

    private @Nullable String wrong(@Nullable LocalDate from, @Nullable LocalDate to, String name) {
        if (from == null || to == null) {
            return "rule.holiday-no-such-day";
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_PERIOD))) {
            return "rule.holiday-period-wrong";
        }
        // New Year's days may begin in December.
        if (from.isBefore(LocalDate.of(year - 1, 12, 25)) || to.getYear() > year) {
            return "rule.holiday-other-year";
        }
        return name.isBlank() || name.length() > LONGEST_NAME ? "rule.holiday-name-wrong" : null;
    }

    private static @Nullable LocalDate date(String text) {
        String[] parts = text.split("-", -1);
        return date(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private @Nullable LocalDate date(@Nullable String ofYear, int month, String day) {
        return date(ofYear == null ? year : Integer.parseInt(ofYear), month, Integer.parseInt(day));
    }

    private static @Nullable LocalDate date(int ofYear, int month, int day) {
        try {
            return LocalDate.of(ofYear, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
