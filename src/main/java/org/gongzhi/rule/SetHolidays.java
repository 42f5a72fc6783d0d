package org.gongzhi.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.HolidayText.Day;
import org.gongzhi.rule.HolidayText.Read;
import org.springframework.stereotype.Component;

/** 放假安排: a year's notice is read, looked at, and entered whole. Due times that are set stay; new ones go by it. */
@Component
class SetHolidays {

    private static final int LONGEST_TEXT = 20_000;

    private final Transactions transactions;
    private final Holidays holidays;
    private final BusinessCalendar calendar;
    private final RegionLookup regions;
    private final RulePermissions permissions;
    private final Audit audit;

    SetHolidays(
            Transactions transactions,
            Holidays holidays,
            BusinessCalendar calendar,
            RegionLookup regions,
            RulePermissions permissions,
            Audit audit) {
        this.transactions = transactions;
        this.holidays = holidays;
        this.calendar = calendar;
        this.regions = regions;
        this.permissions = permissions;
        this.audit = audit;
    }

    record Kept(UUID id, int days) {}

    /**
     * What a text would make of a year.
     *
     * @param isWhole names National Day, as every yearly notice does
     */
    record Trial(
            List<Day> days,
            List<HolidayText.Problem> problems,
            List<Day> added,
            List<Day> changed,
            List<Day> removed,
            boolean isWhole) {}

    /** One calendar holds for the whole house: whoever keeps the rules of all its territories keeps it. */
    boolean maySet(Actor actor) {
        return actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR
                && regions.isWithin(regions.served().code(), actor.node());
    }

    Outcome<Trial> look(Actor actor, int year, String text) {
        return may(actor)
                .then(_ -> valid(year, text))
                .map(read -> transactions.read(permissions.keeper(actor), () -> trial(year, read)));
    }

    Outcome<Kept> set(Actor actor, int year, String text, String source, String why) {
        if (source.isBlank() || source.length() > SetRule.LONGEST_SOURCE) {
            return Outcome.invalid("source", RuleRefusal.SOURCE_MISSING);
        }
        if (why.isBlank() || why.length() > SetRule.LONGEST_SOURCE) {
            return Outcome.invalid("why", RuleRefusal.WHY_MISSING);
        }
        Actor keeper = permissions.keeper(actor);
        return may(actor)
                .then(_ -> valid(year, text))
                .then(read -> transactions.write(keeper, () -> {
                    holidays.lock(year);
                    return whole(trial(year, read)).map(trial -> {
                        UUID id = holidays.replace(
                                keeper,
                                year,
                                trial.days(),
                                source.strip(),
                                why.strip(),
                                new Holidays.Difference(
                                        trial.added().size(),
                                        trial.changed().size(),
                                        trial.removed().size()));
                        audit.record(
                                keeper,
                                "holiday.set",
                                "holiday",
                                id,
                                RegionCode.NATION,
                                trial.removed(),
                                trial.days(),
                                why.strip());
                        calendar.forgetAfterwards();
                        return new Kept(id, trial.days().size());
                    });
                }));
    }

    private Outcome<Actor> may(Actor actor) {
        return maySet(actor)
                ? Outcome.done(actor)
                : Outcome.refused(
                        RuleRefusal.HOLIDAYS_NOT_YOURS, regions.served().name());
    }

    private static Outcome<Read> valid(int year, String text) {
        if (year < 2000 || year > 2100) {
            return Outcome.invalid("year", RuleRefusal.HOLIDAY_YEAR_UNKNOWN);
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            return Outcome.invalid("text", RuleRefusal.HOLIDAY_TEXT_MISSING);
        }
        return Outcome.done(HolidayText.read(year, text));
    }

    private static Outcome<Trial> whole(Trial trial) {
        if (!trial.problems().isEmpty()) {
            HolidayText.Problem first = trial.problems().getFirst();
            return Outcome.invalid(
                    "text", RuleRefusal.HOLIDAY_LINES_WRONG, trial.problems().size(), first.line());
        }
        return trial.isWhole() ? Outcome.done(trial) : Outcome.invalid("text", RuleRefusal.HOLIDAY_NOT_WHOLE);
    }

    private Trial trial(int year, Read read) {
        Map<LocalDate, Day> before = holidays.of(year).stream()
                .map(Holidays.Kept::plain)
                .collect(Collectors.toMap(Day::day, Function.identity()));
        Map<LocalDate, Day> after = read.days().stream().collect(Collectors.toMap(Day::day, Function.identity()));
        return new Trial(
                read.days(),
                read.problems(),
                read.days().stream()
                        .filter(day -> !before.containsKey(day.day()))
                        .toList(),
                read.days().stream()
                        .filter(day -> before.containsKey(day.day()) && !day.equals(before.get(day.day())))
                        .toList(),
                before.values().stream()
                        .filter(day -> !after.containsKey(day.day()))
                        .sorted(java.util.Comparator.comparing(Day::day))
                        .toList(),
                after.containsKey(LocalDate.of(year, 10, 1)));
    }
}
