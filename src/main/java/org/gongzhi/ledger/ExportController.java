package org.gongzhi.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.RegionLookup;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for the filtered ledger as a sheet. */
@RestController
class ExportController {

    private static final Set<String> FORMATS = Set.of("xlsx", "csv");

    record ExportRequest(
            Map<String, String> filter,
            @OneOf({"xlsx", "csv"}) String format) {}

    record Accepted(UUID jobId) {}

    private final Jobs jobs;
    private final RegionLookup regions;
    private final Commands commands;
    private final Clock clock;

    ExportController(Jobs jobs, RegionLookup regions, Commands commands, Clock clock) {
        this.jobs = jobs;
        this.regions = regions;
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/demand-exports")
    Answer.Accepted<Accepted> export(
            @CurrentActor Actor actor, HttpServletRequest request, @RequestBody ExportRequest body) {
        LocalDate today = Time.today(clock);
        return commands.accepted(
                actor,
                request,
                body,
                () -> refusal(actor, body)
                        .<Outcome<Accepted>>map(Outcome.Refused::as)
                        .orElseGet(() -> LedgerFilter.of(body.filter(), today)
                                .unless(filter -> LedgerReach.of(actor, filter.region(), regions))
                                .map(_ -> new Accepted(jobs.submit(
                                        actor,
                                        ExportDemands.KIND,
                                        new ExportDemands.Order(
                                                LedgerFilter.kept(body.filter()), body.format(), today))))));
    }

    private static Optional<Outcome.Refused<?>> refusal(Actor actor, ExportRequest body) {
        if (actor.duty().isAdministrator() || actor.duty() == DutyKind.GRID_WORKER) {
            return Optional.of(Outcome.refused(LedgerRefusal.NOT_YOURS_TO_EXPORT));
        }
        return FORMATS.contains(body.format())
                ? Optional.empty()
                : Optional.of(Outcome.invalid("format", LedgerRefusal.FORMAT_UNKNOWN));
    }
}
