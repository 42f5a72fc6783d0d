package org.gongzhi.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.QueryOf;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.ledger.LedgerQueries.ListRow;
import org.gongzhi.question.AskedQuestion;
import org.gongzhi.question.QuestionLookup;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 台账: lists, counts, what to choose from, and the views a person keeps. */
@RestController
class LedgerController {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    record RowResponse(
            UUID id,
            String number,
            String title,
            int joiners,
            String regionCode,
            String place,
            String kind,
            String kindName,
            String channel,
            @OneOf(codes = DemandStatus.class) String status,
            String step,
            String responsible,
            Instant raisedAt,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn,
            boolean isLate,
            boolean urgedToday,
            @Nullable Instant happenedAt) {}

    /** @param questions asked besides of whoever raises a matter of the kind */
    record KindResponse(
            String code,
            @Nullable String parent,
            String name,
            String clazz,
            boolean isPublic,
            @Nullable String hotline,
            List<AskedQuestion> questions) {}

    record ViewRequest(String name, Map<String, String> filter) {}

    private final LedgerQueries queries;
    private final DemandDictionary dictionary;
    private final QuestionLookup questions;
    private final DemandViews views;
    private final RegionLookup regions;
    private final AccountLookup accounts;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    LedgerController(
            LedgerQueries queries,
            DemandDictionary dictionary,
            QuestionLookup questions,
            DemandViews views,
            RegionLookup regions,
            AccountLookup accounts,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Clock clock) {
        this.queries = queries;
        this.dictionary = dictionary;
        this.questions = questions;
        this.views = views;
        this.regions = regions;
        this.accounts = accounts;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/demands")
    Answer<Page<RowResponse>> list(
            @CurrentActor Actor actor,
            @QueryOf(LedgerFilterReader.Asked.class) @RequestParam Map<String, String> asked) {
        return answers.of(limit(asked)
                .then(limit -> read(actor, asked, (reach, filter) -> {
                    Cursor after = Cursor.decode(asked.get("after")).orElse(null);
                    Page<ListRow> page = queries.pageOfAll(actor, reach, filter, after, limit);
                    DemandNames names = new DemandNames(regions, accounts, dictionary.kindNames());
                    Instant now = Time.now(clock);
                    return new Page<>(
                            page.items().stream()
                                    .map(row -> response(row, names, now))
                                    .toList(),
                            page.next(),
                            page.total());
                })));
    }

    @GetMapping("/api/demands/counts")
    Answer<Map<String, String>> counts(
            @CurrentActor Actor actor,
            @QueryOf(LedgerFilterReader.Asked.class) @RequestParam Map<String, String> asked) {
        return answers.of(read(actor, asked, (reach, filter) -> {
            Map<String, String> counts = new LinkedHashMap<>();
            queries.counts(actor, reach, filter)
                    .forEach((view, count) -> counts.put(view.name().toLowerCase(Locale.ROOT), count));
            return counts;
        }));
    }

    @GetMapping("/api/demand-kinds")
    Answer<Items<KindResponse>> kinds(
            @CurrentActor Actor actor, @RequestParam(required = false) @Nullable String region) {
        RegionCode place =
                region == null ? actor.node() : RegionCode.parse(region).orElse(actor.node());
        return answers.of(Outcome.done(transactions.read(actor, () -> kindsAt(place))));
    }

    private Items<KindResponse> kindsAt(RegionCode place) {
        List<RegionCode> path = regions.find(place)
                .map(known ->
                        regions.path(known.code()).stream().map(Region::code).toList())
                .orElseGet(() -> List.of(RegionCode.NATION));
        Function<String, List<AskedQuestion>> asked = questions.askedAt(path.getLast());
        return new Items<>(dictionary.kinds(path).stream()
                .map(kind -> new KindResponse(
                        kind.code(),
                        kind.parent(),
                        kind.name(),
                        kind.clazz(),
                        kind.isPublic(),
                        kind.hotline(),
                        asked.apply(kind.code())))
                .toList());
    }

    @GetMapping("/api/demand-reasons")
    Answer<Items<DemandDictionary.Reason>> reasons(@CurrentActor Actor actor, @RequestParam String verb) {
        return answers.of(Outcome.done(
                new Items<>(transactions.read(actor, () -> dictionary.reasons(verb, actor.node())))));
    }

    @GetMapping("/api/demand-views")
    Answer<Items<DemandViews.View>> views(@CurrentActor Actor actor) {
        return answers.of(Outcome.done(new Items<>(transactions.read(actor, () -> views.of(actor.account())))));
    }

    @PostMapping("/api/demand-views")
    Answer.Created<DemandViews.View> keepView(
            @CurrentActor Actor actor, HttpServletRequest request, @RequestBody ViewRequest body) {
        return commands.created(
                actor,
                request,
                body,
                () -> LedgerFilter.of(body.filter(), Time.today(clock))
                        .then(_ -> views.keep(actor.account(), body.name(), LedgerFilter.kept(body.filter()))));
    }

    @DeleteMapping("/api/demand-views/{id}")
    Answer.Changed<DemandViews.Removed> removeView(
            @CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return commands.run(actor, request, null, () -> views.remove(actor.account(), id));
    }

    private <T> Outcome<T> read(Actor actor, Map<String, String> asked, BiFunction<LedgerReach, LedgerFilter, T> work) {
        return LedgerFilter.of(asked, Time.today(clock))
                .then(filter -> transactions.read(
                        actor,
                        () -> LedgerReach.of(actor, filter.region(), regions)
                                .map(reach -> work.apply(reach, filter.withKinds(dictionary::withChildren)))));
    }

    private static Outcome<Integer> limit(Map<String, String> asked) {
        String text = asked.getOrDefault("limit", Integer.toString(USUAL_PAGE));
        boolean isNumber = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int limit = isNumber ? Integer.parseInt(text) : 0;
        return limit < 1
                ? Outcome.invalid("limit", LedgerRefusal.FILTER_INVALID, "limit")
                : Outcome.done(Math.min(limit, LARGEST_PAGE));
    }

    private static RowResponse response(ListRow row, DemandNames names, Instant now) {
        return new RowResponse(
                row.id(),
                row.number(),
                row.title(),
                row.joiners(),
                row.region().toString(),
                names.place(row.region()),
                row.kind(),
                names.kind(row.kind()),
                row.channel(),
                row.status(),
                DemandNames.step(DemandStatus.of(row.status()), row.supervisedAt() != null),
                names.responsible(row.node(), row.departmentId(), row.handlerId()),
                row.raisedAt(),
                row.dueAt(),
                row.warnAt(),
                row.pausedAt(),
                row.reviewOn(),
                row.isLate(),
                row.urgedAt() != null && row.urgedAt().plus(Demand.URGE_PAUSE).isAfter(now),
                row.happenedAt());
    }
}
