package org.gongzhi.oversight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for a sheet of the trail, and for its proof. */
@RestController
class OversightController {

    record Asked(UUID jobId) {}

    private final Jobs jobs;
    private final Commands commands;

    OversightController(Jobs jobs, Commands commands) {
        this.jobs = jobs;
        this.commands = commands;
    }

    @PostMapping("/api/audit-exports")
    Answer.Accepted<Asked> export(
            @CurrentActor Actor actor, HttpServletRequest request, @Valid @RequestBody ExportTrail.Order body) {
        return commands.accepted(
                actor, request, body, () -> submit(actor, ExportTrail.KIND, body.in(LocaleContextHolder.getLocale())));
    }

    @PostMapping("/api/audit-proofs")
    Answer.Accepted<Asked> prove(@CurrentActor Actor actor, HttpServletRequest request) {
        return commands.accepted(actor, request, null, () -> submit(actor, ProveTrail.KIND, Map.of()));
    }

    private Outcome<Asked> submit(Actor actor, String kind, Object order) {
        return actor.duty() == DutyKind.AUDIT_ADMINISTRATOR
                ? Outcome.done(new Asked(jobs.submit(actor, kind, order)))
                : Outcome.refused(OversightRefusal.ONLY_AUDIT_ADMINISTRATOR);
    }
}
