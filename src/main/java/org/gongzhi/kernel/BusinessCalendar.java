package org.gongzhi.kernel;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import com.nlf.calendar.util.HolidayUtil;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 工作日历: which days are worked, with the yearly holiday notice of the State Council's office including 调休, and periods in working days.
 *
 * <p>A day is looked up in table {@code holiday} first (notices newer than the library, days of one's own), then, unless the table has the whole year, in the
 * notices the library knows, and is otherwise worked from Monday to Friday. While a year's notice is not out, its legal holidays (全国年节及纪念日放假办法, 2024 revision, art. 2) are free and
 * no 调休 is guessed: {@link #isAnnounced} tells, and due times that touch such a year say so.
 *
 * <p>Periods follow 民法典 art. 201: the day of the beginning does not count. What begins on a free day begins at 09:00 of the next working day (our own
 * reading; a district that reads it otherwise sets its rules in hours).
 */
@Component
public class BusinessCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(BusinessCalendar.class);
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final Duration FRESH_FOR = Duration.ofMinutes(10);
    private static final int LONGEST = 2_000;

    private record Known(Map<LocalDate, Boolean> exceptions, boolean isAnnounced, Instant readAt) {}

    private final IntFunction<Map<LocalDate, Boolean>> table;
    private final Clock clock;
    private final Map<Integer, Known> years = new ConcurrentHashMap<>();

    @Autowired
    public BusinessCalendar(Sql sql, Transactions transactions, Clock clock) {
        this(year -> read(sql, transactions, year), clock);
    }

    private BusinessCalendar(IntFunction<Map<LocalDate, Boolean>> table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** A calendar that knows these exceptions (true: worked) instead of the table's; for rules tested without a database. */
    public static BusinessCalendar of(Map<LocalDate, Boolean> exceptions, Clock clock) {
        return new BusinessCalendar(
                year -> exceptions.entrySet().stream()
                        .filter(day -> day.getKey().getYear() == year)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                clock);
    }

    public boolean isWorkingDay(LocalDate day) {
        Known known = year(day.getYear());
        Boolean exception = known.exceptions().get(day);
        if (exception != null) {
            return exception;
        }
        return !isWeekend(day) && (known.isAnnounced() || !isLegalHoliday(day));
    }

    /** Whether the notice for this year is known; until then its days are only presumed. */
    public boolean isAnnounced(int year) {
        return year(year).isAnnounced();
    }

    /** The same time of day on the {@code days}-th working day after the beginning; 0 gives the beginning itself, moved into a working day. */
    public Instant plusWorkingDays(Instant from, int days) {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("working days out of range: " + days);
        }
        ZonedDateTime at = from.atZone(Time.ZONE);
        if (!isWorkingDay(at.toLocalDate())) {
            at = nextWorkingDay(at.toLocalDate()).atTime(OPENING).atZone(Time.ZONE);
        }
        LocalDate day = at.toLocalDate();
        for (int i = 0; i < days; i++) {
            day = nextWorkingDay(day);
        }
        return day.atTime(at.toLocalTime()).atZone(Time.ZONE).toInstant();
    }

    /** For whoever enters a notice: when the transaction ends, either way. Other nodes of the application learn of it within ten minutes. */
    public void forgetAfterwards() {
        years.clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    years.clear();
                }
            });
        }
    }

    private LocalDate nextWorkingDay(LocalDate after) {
        return after.datesUntil(after.plusYears(1))
                .skip(1)
                .filter(this::isWorkingDay)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no working day within a year after " + after));
    }

    private Known year(int year) {
        Known known = years.get(year);
        if (known == null || known.readAt().plus(FRESH_FOR).isBefore(clock.instant())) {
            known = learn(year);
            if (years.put(year, known) == null && !known.isAnnounced()) {
                LOG.warn(
                        "No holiday notice for {} yet: its working days are presumed from weekends and legal holidays",
                        year);
            }
        }
        return known;
    }

    private Known learn(int year) {
        Map<LocalDate, Boolean> exceptions = HolidayUtil.getHolidays(year).stream()
                .collect(Collectors.toMap(
                        holiday -> LocalDate.parse(holiday.getDay()), holiday -> holiday.isWork(), (_, last) -> last));
        boolean published = !exceptions.isEmpty();
        Map<LocalDate, Boolean> ours = table.apply(year);
        // Every notice names National Day; a single day of one's own does not make the year known.
        boolean isOurs = ours.containsKey(LocalDate.of(year, 10, 1));
        if (isOurs) {
            exceptions.clear();
        }
        exceptions.putAll(ours);
        return new Known(Map.copyOf(exceptions), published || isOurs, clock.instant());
    }

    private static Map<LocalDate, Boolean> read(Sql sql, Transactions transactions, int year) {
        // Public facts without a policy: whoever's transaction is open may read them.
        return Transactions.isOpen()
                ? read(sql, year)
                : transactions.read(Actor.worker("calendar"), () -> read(sql, year));
    }

    private static Map<LocalDate, Boolean> read(Sql sql, int year) {
        return sql
                .of("select day, is_working from holiday where day between :first and :last")
                .bind("first", Year.of(year).atDay(1))
                .bind("last", LocalDate.of(year, 12, 31))
                .list(row -> Map.entry(row.on("day"), row.yes("is_working")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** 元旦, 除夕 to 初三, 清明, 劳动节 (2 days), 端午, 中秋, 国庆 (3 days). */
    private static boolean isLegalHoliday(LocalDate day) {
        int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        return switch (monthDay) {
            case 101, 501, 502, 1001, 1002, 1003 -> true;
            default -> isLunarHoliday(lunar(day)) || isNewYear(lunar(day.plusDays(1)));
        };
    }

    private static boolean isLunarHoliday(Lunar lunar) {
        return switch (lunar.getMonth() * 100 + lunar.getDay()) {
            case 101, 102, 103, 505, 815 -> true;
            default -> "清明".equals(lunar.getJieQi());
        };
    }

    private static boolean isNewYear(Lunar lunar) {
        return lunar.getMonth() == 1 && lunar.getDay() == 1;
    }

    private static Lunar lunar(LocalDate day) {
        return Solar.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
                .getLunar();
    }
}
