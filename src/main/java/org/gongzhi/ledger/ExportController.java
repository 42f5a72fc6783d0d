package org.gongzhi.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.RegionLookup;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for the filtered ledger as a sheet. */
@RestController
class ExportController {

    private static final Set<String> FORMATS = Set.of("xlsx", "csv");

    record ExportRequest(Map<String, String> filter, String format) {}

    record Accepted(UUID jobId) {}

    private final Jobs jobs;
    private final RegionLookup regions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    ExportController(Jobs jobs, RegionLookup regions, Commands commands, Answers answers, Clock clock) {
        this.jobs = jobs;
        this.regions = regions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/api/demand-exports")
    ResponseEntity<?> export(@CurrentActor Actor actor, HttpServletRequest request, @RequestBody ExportRequest body) {
        if (actor.duty().isAdministrator() || actor.duty() == DutyKind.GRID_WORKER) {
            return answers.of(Outcome.refused(LedgerRefusal.NOT_YOURS_TO_EXPORT));
        }
        if (!FORMATS.contains(body.format())) {
            return answers.of(Outcome.invalid("format", LedgerRefusal.FORMAT_UNKNOWN));
        }
        LocalDate today = Time.today(clock);
        ResponseEntity<?> answer = commands.run(
                actor,
                request,
                body,
                () -> LedgerFilter.of(body.filter(), today)
                        .unless(filter -> LedgerReach.of(actor, filter.region(), regions))
                        .map(_ -> new Accepted(jobs.submit(
                                actor,
                                ExportDemands.KIND,
                                new ExportDemands.Order(LedgerFilter.kept(body.filter()), body.format(), today)))));
        return answer.getStatusCode().is2xxSuccessful()
                ? ResponseEntity.accepted().headers(answer.getHeaders()).body(answer.getBody())
                : answer;
    }
}
