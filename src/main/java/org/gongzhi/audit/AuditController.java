package org.gongzhi.audit;

import java.time.Instant;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private static final int MOST = 100;

    private final AuditQueries queries;
    private final Transactions transactions;
    private final Answers answers;
    private final RegionLookup regions;

    AuditController(AuditQueries queries, Transactions transactions, Answers answers, RegionLookup regions) {
        this.queries = queries;
        this.transactions = transactions;
        this.answers = answers;
        this.regions = regions;
    }

    @GetMapping("/api/audit-entries")
    Answer<Page<AuditQueries.Row>> entries(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (!mayRead(actor)) {
            return answers.of(Outcome.refused(AuditRefusal.ONLY_AUDIT_ADMINISTRATOR));
        }
        // An administrator's scope holds no business row; the trail is read by the territory of the duty.
        Region territory = regions.get(actor.node());
        Actor reader = actor.seeing(RegionCode.parse(region)
                .flatMap(regions::find)
                .map(node -> territory.subtree().within(node.code().value(), node.to()))
                .orElse(territory.subtree()));
        var filter = new AuditQueries.Filter(account, Words.tidyOrNull(who), action, subjectKind, subject, from, to);
        int size = Math.clamp(limit, 1, MOST);
        return answers.of(Outcome.done(transactions.read(reader, () -> queries.page(reader, filter, after, size))));
    }

    /** Separated administrators (GB/T 22239): the one who reads the trail can do nothing that it records, and nobody else reads it. */
    static boolean mayRead(Actor actor) {
        return actor.duty() == DutyKind.AUDIT_ADMINISTRATOR;
    }
}
