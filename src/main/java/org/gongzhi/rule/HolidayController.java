package org.gongzhi.rule;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.rule.HolidayText.Day;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 放假安排: read by everyone who works here, entered by whoever keeps the rules of all territories of the house. */
@RestController
@RequestMapping("/api/holidays")
class HolidayController {

    record NoticeRequest(
            int year,
            @NotNull String text,
            @Nullable String source,
            @Nullable String why) {}

    record Year(int year, boolean isAnnounced) {}

    /** @param text the days as they can be pasted back */
    record Calendar(
            int year,
            boolean isAnnounced,
            boolean mayEdit,
            List<Year> years,
            List<Holidays.Kept> days,
            String text,
            List<Holidays.Notice> notices) {}

    record Line(int line, String text, String problem) {}

    record Trial(
            List<Line> problems, int days, List<Day> added, List<Day> changed, List<Day> removed, boolean isWhole) {}

    record SheetText(String text) {}

    private final Commands commands;
    private final Answers answers;
    private final Problems words;
    private final Transactions transactions;
    private final RulePermissions permissions;
    private final Holidays holidays;
    private final SetHolidays setHolidays;
    private final BusinessCalendar calendar;
    private final Clock clock;

    HolidayController(
            Commands commands,
            Answers answers,
            Problems words,
            Transactions transactions,
            RulePermissions permissions,
            Holidays holidays,
            SetHolidays setHolidays,
            BusinessCalendar calendar,
            Clock clock) {
        this.commands = commands;
        this.answers = answers;
        this.words = words;
        this.transactions = transactions;
        this.permissions = permissions;
        this.holidays = holidays;
        this.setHolidays = setHolidays;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Without a year, this one. */
    @GetMapping
    Answer<Calendar> show(@CurrentActor Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        int today = Time.today(clock).getYear();
        int asked = year == null ? today : Math.clamp(year, 2000, 2100);
        return answers.of(Outcome.done(transactions.read(actor, () -> {
            List<Holidays.Kept> days = holidays.of(asked);
            return new Calendar(
                    asked,
                    calendar.isAnnounced(asked),
                    setHolidays.maySet(actor),
                    IntStream.rangeClosed(today - 1, today + 1)
                            .mapToObj(each -> new Year(each, calendar.isAnnounced(each)))
                            .toList(),
                    days,
                    HolidayText.write(days.stream().map(Holidays.Kept::plain).toList()),
                    holidays.notices(asked));
        })));
    }

    /** Changes nothing, and so takes no key. */
    @PostMapping("/preview")
    Answer<Trial> preview(@CurrentActor Actor actor, @Valid @RequestBody NoticeRequest body) {
        return answers.of(setHolidays
                .look(actor, body.year(), body.text())
                .map(trial -> new Trial(
                        trial.problems().stream()
                                .map(wrong -> new Line(wrong.line(), wrong.text(), words.word(wrong.problem())))
                                .toList(),
                        trial.days().size(),
                        trial.added(),
                        trial.changed(),
                        trial.removed(),
                        trial.isWhole())));
    }

    /** The lines of a sheet, to be looked at and corrected before they are entered. Keeps nothing. */
    @PostMapping("/sheet")
    Answer<SheetText> sheet(@CurrentActor Actor actor, @RequestPart MultipartFile file) throws IOException {
        return answers.of(HolidaySheet.text(file.getBytes()).map(SheetText::new));
    }

    @PostMapping
    Answer.Created<SetHolidays.Kept> set(
            @CurrentActor Actor actor, HttpServletRequest request, @Valid @RequestBody NoticeRequest body) {
        return commands.created(
                permissions.keeper(actor),
                request,
                body,
                () -> setHolidays.set(
                        actor,
                        body.year(),
                        body.text(),
                        body.source() == null ? "" : body.source(),
                        body.why() == null ? "" : body.why()));
    }
}
