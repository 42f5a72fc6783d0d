package org.gongzhi.insight;

import java.time.LocalDate;
import java.util.Optional;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InsightController {

    private static final int MOST_CHECKS = 100;

    private final Answers answers;
    private final ShowCockpit showCockpit;
    private final CheckQueries checks;
    private final WindowFigures windowFigures;

    InsightController(Answers answers, ShowCockpit showCockpit, CheckQueries checks, WindowFigures windowFigures) {
        this.answers = answers;
        this.showCockpit = showCockpit;
        this.checks = checks;
        this.windowFigures = windowFigures;
    }

    /** Without a region, the node of the duty; without a period, this month. */
    @GetMapping("/api/cockpit")
    Answer<Cockpit> cockpit(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "month") String period,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "then") @OneOf({"then", "now"}) String tree) {
        return answers.of((region == null ? Outcome.done(actor.node()) : code(region))
                .then(code -> choice(period)
                        .then(choice -> showCockpit.show(
                                actor, new ShowCockpit.Asked(code, choice, from, to, tree.equals("now"))))));
    }

    /** Where much of one kind was raised; a region and a period as for the cockpit. */
    @GetMapping("/api/cockpit/hot-spots")
    Answer<HotSpots> hotSpots(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "month") String period,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        return answers.of((region == null ? Outcome.done(actor.node()) : code(region))
                .then(code -> choice(period)
                        .then(choice ->
                                showCockpit.hotSpots(actor, new ShowCockpit.Asked(code, choice, from, to, false)))));
    }

    @GetMapping("/api/insight/checks")
    Answer<Page<CheckQueries.CheckRow>> checks(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        return answers.of(InsightPermissions.maySeeChecks(actor)
                .map(_ -> checks.checks(actor, Cursor.decode(after), Math.clamp(limit, 1, MOST_CHECKS))));
    }

    /** Last month's figures of a street or community, for residents; no sign-in. */
    @GetMapping("/public/figures")
    Answer<WindowFigures.Figures> figures(@RequestParam String region) {
        return answers.of(code(region).then(windowFigures::lastMonth));
    }

    private static Outcome<RegionCode> code(String text) {
        Optional<RegionCode> code = RegionCode.parse(text);
        return code.isPresent() ? Outcome.done(code.get()) : Outcome.invalid("region", RegionRefusal.UNKNOWN, text);
    }

    private static Outcome<Period.Choice> choice(String text) {
        Optional<Period.Choice> choice = Period.Choice.of(text);
        return choice.isPresent()
                ? Outcome.done(choice.get())
                : Outcome.invalid("period", InsightRefusal.PERIOD_UNKNOWN);
    }
}
