package org.gongzhi.suggestion;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.QueryOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.suggestion.SuggestionFilter.Asked;
import org.gongzhi.suggestion.SuggestionFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 提意见 for the staff: to say, to read, to answer. */
@RestController
@RequestMapping("/api/suggestions")
class SuggestionController {

    record SendRequest(
            @Nullable String kind,
            @Nullable String words,
            @Nullable String page) {}

    record AnswerRequest(@Nullable String words) {}

    record Sent(UUID id, Instant dueAt, String dueInWords) {}

    record Standing(@OneOf(codes = SuggestionStatus.class) String status) {}

    /**
     * @param page pattern of the page it came from: {@code /demands/:id}
     * @param from who, and where they work
     * @param to the level that answers; null for administrators
     */
    record RowResponse(
            UUID id,
            @OneOf(codes = SuggestionKind.class) String kind,
            String title,
            String page,
            String from,
            @Nullable String to,
            Instant askedAt,
            Instant dueAt,
            Instant warnAt,
            @OneOf(codes = SuggestionStatus.class) String status,
            @Nullable Instant answeredAt) {}

    record AnswerResponse(Instant at, String by, String words) {}

    record OneResponse(
            RowResponse row,
            String words,
            @Nullable AnswerResponse answer,
            boolean mine,
            boolean mayAnswer,
            @Nullable Instant readAt) {}

    private static final int MOST_ROWS = 100;

    private final Suggest suggest;
    private final AnswerSuggestion answering;
    private final Addressees addressees;
    private final Suggestions suggestions;
    private final SuggestionQueries queries;
    private final SuggestionPermissions permissions;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    SuggestionController(
            Suggest suggest,
            AnswerSuggestion answering,
            Addressees addressees,
            Suggestions suggestions,
            SuggestionQueries queries,
            SuggestionPermissions permissions,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Clock clock) {
        this.suggest = suggest;
        this.answering = answering;
        this.addressees = addressees;
        this.suggestions = suggestions;
        this.queries = queries;
        this.permissions = permissions;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping
    Answer.Created<Sent> send(@CurrentActor Actor actor, HttpServletRequest request, @RequestBody SendRequest body) {
        Suggestion.Addressee to = addressees.above(actor.node());
        return commands.created(
                actor,
                request,
                body,
                () -> suggest.fromStaff(actor, new Suggest.Said(body.kind(), body.words(), body.page()), to)
                        .map(sent -> new Sent(
                                sent.id().value(),
                                sent.due().dueAt(),
                                sent.due().inWords())));
    }

    @GetMapping
    Answer<Page<RowResponse>> list(
            @CurrentActor Actor actor,
            @QueryOf(Asked.class) @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        Actor reader = SuggestionPermissions.reading(actor);
        return answers.of(transactions.read(
                reader,
                () -> asked(query).read().map(filter -> {
                    Instant now = Time.now(clock);
                    Page<Suggestion> page = queries.page(
                            reader, filter, Cursor.decode(after).orElse(null), Math.clamp(limit, 1, MOST_ROWS), now);
                    return new Page<>(
                            page.items().stream().map(this::row).toList(),
                            page.next(),
                            queries.count(reader, filter, now));
                })));
    }

    /** How many each tab holds, with the rest of the filter applied. */
    @GetMapping("/counts")
    Answer<Map<String, String>> counts(
            @CurrentActor Actor actor, @QueryOf(Asked.class) @RequestParam Map<String, String> query) {
        Actor reader = SuggestionPermissions.reading(actor);
        return answers.of(transactions.read(
                reader,
                () -> asked(query).read().map(filter -> {
                    Instant now = Time.now(clock);
                    Map<String, String> counts = new LinkedHashMap<>();
                    for (View view : View.values()) {
                        counts.put(view.code(), queries.count(reader, filter.as(view), now));
                    }
                    return counts;
                })));
    }

    @GetMapping("/{id}")
    Answer<OneResponse> one(@CurrentActor Actor actor, @PathVariable UUID id) {
        Actor reader = SuggestionPermissions.reading(actor);
        return answers.of(transactions.read(
                reader,
                () -> suggestions
                        .find(new SuggestionId(id))
                        .filter(said -> SuggestionPermissions.mayRead(reader, said))
                        .<Outcome<OneResponse>>map(said -> Outcome.done(shown(reader, said)))
                        .orElseGet(() -> Outcome.refused(SuggestionRefusal.UNKNOWN))));
    }

    @PostMapping("/{id}/answer")
    Answer.Changed<Standing> answer(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody AnswerRequest body) {
        Actor reader = SuggestionPermissions.reading(actor);
        return commands.run(
                reader,
                request,
                body,
                () -> answering
                        .answer(reader, new SuggestionId(id), body.words())
                        .map(SuggestionController::standing));
    }

    /** The sender has seen the answer. */
    @PostMapping("/{id}/read")
    Answer.Changed<Standing> read(@CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        Actor reader = SuggestionPermissions.reading(actor);
        return commands.run(
                reader,
                request,
                null,
                () -> answering.read(reader, new SuggestionId(id)).map(SuggestionController::standing));
    }

    private static Asked asked(Map<String, String> query) {
        return new Asked(query.get("view"), query.get("kind"));
    }

    private static Standing standing(SuggestionStatus status) {
        return new Standing(status.code());
    }

    private OneResponse shown(Actor reader, Suggestion said) {
        Suggestion.Answer told = said.answer();
        return new OneResponse(
                row(said),
                said.words(),
                told == null ? null : new AnswerResponse(told.at(), told.name(), told.words()),
                SuggestionPermissions.isSender(reader, said),
                told == null && permissions.mayAnswer(reader, said, Time.now(clock)),
                said.readAt());
    }

    private RowResponse row(Suggestion said) {
        return new RowResponse(
                said.id().value(),
                said.kind().code(),
                Suggest.title(said),
                said.page(),
                said.sender().name(),
                said.to().isForAdministrators()
                        ? null
                        : regions.get(said.to().node()).name(),
                said.askedAt(),
                said.dueAt(),
                said.warnAt(),
                said.status().code(),
                said.answer() == null ? null : said.answer().at());
    }
}
