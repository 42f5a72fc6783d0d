package org.gongzhi.callout;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.callout.CalloutFilter.Asked;
import org.gongzhi.callout.CalloutFilter.View;
import org.gongzhi.callout.CalloutListQueries.ListRow;
import org.gongzhi.demand.DemandId;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.QueryOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.ledger.LedgerReach;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls as they are read: those of one demand, one by itself, and lists of them. */
@RestController
class CalloutListController {

    /** @param dueAt of the clock that matters as it stands */
    record RowResponse(
            UUID id,
            UUID demandId,
            String demandNumber,
            String demandTitle,
            String placeText,
            String streetName,
            String name,
            boolean lead,
            String words,
            @OneOf(codes = CalloutStatus.class) String status,
            Instant calledAt,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt,
            @Nullable Instant endedAt,
            @Nullable Instant arrivedAt,
            @Nullable Boolean inTime,

            @OneOf(codes = CalloutEvent.Grade.class) @Nullable
            String grade) {}

    private static final int MOST_ROWS = 100;

    private final ShowCallouts show;
    private final CalloutListQueries queries;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Answers answers;
    private final Clock clock;

    CalloutListController(
            ShowCallouts show,
            CalloutListQueries queries,
            RegionLookup regions,
            Transactions transactions,
            Answers answers,
            Clock clock) {
        this.show = show;
        this.queries = queries;
        this.regions = regions;
        this.transactions = transactions;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/demands/{id}/callouts")
    Answer<CalloutPage> ofDemand(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(show.ofDemand(actor, new DemandId(id)));
    }

    @GetMapping("/api/demands/{id}/callable")
    Answer<Items<ShowCallouts.Callable>> callable(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(show.callable(actor, new DemandId(id)).map(Items::new));
    }

    @GetMapping("/api/callouts/{id}")
    Answer<CalloutPage.Called> one(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(show.one(actor, new CalloutId(id)));
    }

    @GetMapping("/api/callouts")
    Answer<Page<RowResponse>> calls(
            @CurrentActor Actor actor,
            @QueryOf(Asked.class) @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        return answers.of(transactions.read(
                actor,
                () -> asked(query)
                        .read()
                        .then(filter -> LedgerReach.of(actor, filter.region(), regions)
                                .map(reach -> {
                                    Instant now = Time.now(clock);
                                    Page<ListRow> page = queries.page(
                                            actor,
                                            reach,
                                            filter,
                                            Cursor.decode(after),
                                            Math.clamp(limit, 1, MOST_ROWS),
                                            now);
                                    return new Page<>(
                                            page.items().stream().map(this::row).toList(),
                                            page.next(),
                                            queries.count(actor, reach, filter, now));
                                }))));
    }

    /** How many each tab holds, with the rest of the filter applied. */
    @GetMapping("/api/callouts/counts")
    Answer<Map<String, String>> counts(
            @CurrentActor Actor actor, @QueryOf(Asked.class) @RequestParam Map<String, String> query) {
        return answers.of(transactions.read(
                actor,
                () -> asked(query)
                        .read()
                        .then(filter -> LedgerReach.of(actor, filter.region(), regions)
                                .map(reach -> {
                                    Instant now = Time.now(clock);
                                    Map<String, String> counts = new LinkedHashMap<>();
                                    for (View view : View.values()) {
                                        counts.put(view.code(), queries.count(actor, reach, filter.as(view), now));
                                    }
                                    return counts;
                                }))));
    }

    private static Asked asked(Map<String, String> query) {
        return new Asked(
                query.get("region"),
                query.get("view"),
                query.get("role"),
                query.get("department"),
                query.get("arrived"),
                query.get("grade"),
                query.get("calledFrom"),
                query.get("calledTo"));
    }

    private RowResponse row(ListRow row) {
        Callout callout = row.callout();
        Callout.Task task = callout.task();
        boolean isComing = callout.status() == CalloutStatus.CALLED;
        return new RowResponse(
                callout.id().value(),
                task.demand().value(),
                row.number(),
                row.title(),
                regions.path(task.region()).stream()
                        .filter(region -> region.level() > 3)
                        .map(region -> region.shortName())
                        .collect(Collectors.joining(" · ")),
                regions.get(task.node()).name(),
                task.name(),
                task.isLead(),
                task.words(),
                callout.status().code(),
                task.calledAt(),
                isComing ? callout.clock().arriveDueAt() : callout.clock().dueAt(),
                isComing ? callout.clock().arriveWarnAt() : callout.clock().warnAt(),
                callout.clock().pausedAt(),
                callout.endedAt(),
                callout.arrival() == null ? null : callout.arrival().at(),
                callout.arrival() == null ? null : callout.arrival().isInTime(),
                callout.judgement() == null ? null : callout.judgement().grade().code());
    }
}
