package org.gongzhi.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 您离开后的变化, for the workbench. */
@RestController
class ChangesController {

    private static final int MOST_DAYS = 8;

    record ChangeResponse(
            UUID id,
            Instant at,
            UUID demandId,
            String title,
            String verbName,
            String actor,
            @Nullable String toName,
            String words) {}

    private final ChangesQueries queries;
    private final Transactions transactions;
    private final Answers answers;
    private final Problems problems;
    private final Clock clock;

    ChangesController(
            ChangesQueries queries, Transactions transactions, Answers answers, Problems problems, Clock clock) {
        this.queries = queries;
        this.transactions = transactions;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param since the person's last visit; older ones are taken as eight days ago, so that the reading stays small */
    @GetMapping("/api/demand-changes")
    Answer<Items<ChangeResponse>> changes(
            @CurrentActor Actor actor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant since) {
        Instant oldest = Time.now(clock).minus(MOST_DAYS, ChronoUnit.DAYS);
        Instant from = since.isBefore(oldest) ? oldest : since;
        return answers.of(Outcome.done(new Items<>(transactions.read(actor, () -> named(queries.since(actor, from))))));
    }

    private List<ChangeResponse> named(List<ChangesQueries.ChangeRow> rows) {
        return rows.stream()
                .map(row -> new ChangeResponse(
                        row.id(),
                        row.at(),
                        row.demandId(),
                        row.title(),
                        problems.word("ledger.verb." + row.verb()),
                        row.actor(),
                        row.toName(),
                        row.words()))
                .toList();
    }
}
