package org.gongzhi.roll;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.organization.OrganizationId;
import org.gongzhi.organization.OrganizationIntake;
import org.gongzhi.organization.OrganizationLookup;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for the roll as a sheet: of a place with all within it, or of one organization with all that answer to it. */
@RestController
class RollController {

    record ExportRequest(
            @Nullable String region,
            @Nullable UUID organizationId,
            @OneOf({"xlsx", "csv"}) String format) {}

    record Accepted(UUID jobId) {}

    private final OrganizationIntake intake;
    private final OrganizationLookup organizations;
    private final RegionLookup regions;
    private final Jobs jobs;
    private final Commands commands;

    RollController(
            OrganizationIntake intake,
            OrganizationLookup organizations,
            RegionLookup regions,
            Jobs jobs,
            Commands commands) {
        this.intake = intake;
        this.organizations = organizations;
        this.regions = regions;
        this.jobs = jobs;
        this.commands = commands;
    }

    @PostMapping("/api/organization-exports")
    Answer.Accepted<Accepted> export(
            @CurrentActor Actor actor, HttpServletRequest request, @RequestBody ExportRequest body) {
        return commands.accepted(
                actor,
                request,
                body,
                () -> intake.mayTakeIn(actor)
                        .then(_ -> order(actor, body))
                        .map(order -> new Accepted(jobs.submit(actor, ExportRollJob.KIND, order))));
    }

    private Outcome<ExportRollJob.Order> order(Actor actor, ExportRequest body) {
        if (!body.format().equals("xlsx") && !body.format().equals("csv")) {
            return Outcome.invalid("format", RollRefusal.FORMAT_UNKNOWN);
        }
        UUID top = body.organizationId();
        if (top != null) {
            return organizations
                    .find(new OrganizationId(top))
                    .<Outcome<ExportRollJob.Order>>map(
                            one -> Outcome.done(new ExportRollJob.Order(null, top, one.name(), body.format())))
                    .orElseGet(() -> Outcome.refused(RollRefusal.NOT_SEEN));
        }
        return RegionCode.parse(String.valueOf(body.region()))
                .flatMap(regions::find)
                .map(Region::code)
                .filter(actor.scope()::holds)
                .<Outcome<ExportRollJob.Order>>map(place -> Outcome.done(new ExportRollJob.Order(
                        place.toString(), null, regions.get(place).name(), body.format())))
                .orElseGet(() -> Outcome.invalid("region", RollRefusal.PLACE_UNKNOWN, String.valueOf(body.region())));
    }
}
