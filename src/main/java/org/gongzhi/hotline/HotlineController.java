package org.gongzhi.hotline;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Results of the hotline's cases, for the hotline. */
@RestController
class HotlineController {

    record ResultsRequest(
            @Nullable UUID importId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @OneOf({"xlsx", "csv"}) String format) {}

    record Accepted(UUID jobId) {}

    private final Jobs jobs;
    private final Commands commands;

    HotlineController(Jobs jobs, Commands commands) {
        this.jobs = jobs;
        this.commands = commands;
    }

    /** Of one import, or of the calls of a period of at most a year. */
    @PostMapping("/api/hotline-results")
    Answer.Accepted<Accepted> results(
            @CurrentActor Actor actor, HttpServletRequest request, @RequestBody ResultsRequest body) {
        return commands.accepted(
                actor,
                request,
                body,
                () -> HotlinePolicy.mayExchange(actor)
                        .then(_ -> order(body))
                        .map(order -> new Accepted(jobs.submit(actor, HotlineResultsJob.KIND, order))));
    }

    private static Outcome<HotlineResultsJob.Order> order(ResultsRequest body) {
        if (!body.format().equals("xlsx") && !body.format().equals("csv")) {
            return Outcome.invalid("format", HotlineRefusal.FORMAT_UNKNOWN);
        }
        LocalDate from = body.from();
        LocalDate to = body.to();
        boolean isPeriod = from != null
                && to != null
                && !from.isAfter(to)
                && to.isBefore(from.plusYears(1).plusDays(1));
        return body.importId() != null || isPeriod
                ? Outcome.done(new HotlineResultsJob.Order(body.importId(), from, to, body.format()))
                : Outcome.invalid("from", HotlineRefusal.PERIOD_INVALID);
    }
}
