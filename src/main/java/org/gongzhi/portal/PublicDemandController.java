package org.gongzhi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.ResidentDemands;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.ledger.LedgerReach;
import org.gongzhi.privacy.FollowUpCode;
import org.gongzhi.privacy.PublicTitle;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The residents' side: to look around, to speak, to join, without an account. */
@RestController
@RequestMapping("/public")
class PublicDemandController {

    private static final Duration ALIKE_WITHIN = Duration.ofDays(30);
    private static final int PAGE = 20;

    record RaiseRequest(
            String regionCode,
            @Nullable String kind,
            String words,
            @Nullable String place,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean anonymous,
            @Nullable String name,
            @Nullable String phone,
            @Nullable List<UUID> fileIds) {}

    /** @param code to follow the matter by; told this once */
    record RaisedResponse(
            String code,
            String number,
            int version,
            @OneOf(codes = DemandStatus.class) String status,
            Instant dueAt,
            String dueInWords) {}

    /** @param code to follow the matter by; told this once */
    record JoinedResponse(
            String code,
            int version,
            @OneOf(codes = DemandStatus.class) String status) {}

    record JoinRequest(@Nullable String words, @Nullable String phone) {}

    record KindResponse(
            String code,
            @Nullable String parent,
            String name,
            @Nullable String hotline,
            String answerIn) {}

    record MatterResponse(
            UUID ref,
            String title,
            @OneOf(codes = DemandStatus.class) String status,
            String statusName,
            String month,
            int joiners,
            String place) {}

    record AlikeResponse(
            UUID ref,
            String title,
            @OneOf(codes = DemandStatus.class) String status,
            String statusName,
            Instant raisedAt,
            int joiners) {}

    private final ResidentDemands demands;
    private final FollowUps followUps;
    private final PublicQueries queries;
    private final DemandDictionary dictionary;
    private final Todos todos;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Problems problems;
    private final RateLimits limits;
    private final ObjectMapper json;
    private final Clock clock;

    PublicDemandController(
            ResidentDemands demands,
            FollowUps followUps,
            PublicQueries queries,
            DemandDictionary dictionary,
            Todos todos,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Problems problems,
            RateLimits limits,
            ObjectMapper json,
            Clock clock) {
        this.demands = demands;
        this.followUps = followUps;
        this.queries = queries;
        this.dictionary = dictionary;
        this.todos = todos;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.problems = problems;
        this.limits = limits;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/kinds")
    Answer<Items<KindResponse>> kinds(
            HttpServletRequest request, @RequestParam(required = false) @Nullable String region) {
        return answers.of(limits.allow(request, "public-read")
                .then(_ -> place(region == null ? "0" : region, "region"))
                .map(place -> transactions.readPublished(place.subtree(), () -> new Items<>(kindsAt(place)))));
    }

    private List<KindResponse> kindsAt(Region place) {
        Instant now = Time.now(clock);
        Map<String, String> answerIn = new HashMap<>();
        return dictionary
                .kinds(regions.path(place.code()).stream().map(Region::code).toList())
                .stream()
                .map(kind -> new KindResponse(
                        kind.code(),
                        kind.parent(),
                        kind.name(),
                        kind.hotline(),
                        answerIn.computeIfAbsent(
                                kind.clazz(),
                                clazz -> todos.due(place.code(), DemandId.SUBJECT, "settle", clazz, now)
                                        .inWords())))
                .toList();
    }

    @GetMapping("/matters")
    Answer<Page<MatterResponse>> matters(
            HttpServletRequest request,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String after) {
        return answers.of(limits.allow(request, "public-read")
                .then(_ -> place(region, "region"))
                .then(place -> {
                    Actor anyone = Actor.resident(place.code(), place.subtree());
                    return LedgerReach.of(anyone, place.code(), regions)
                            .map(reach -> transactions.readPublished(
                                    place.subtree(),
                                    () -> matters(reach, Cursor.decode(after).orElse(null))));
                }));
    }

    private Page<MatterResponse> matters(LedgerReach reach, @Nullable Cursor after) {
        Page<PublicQueries.MatterRow> page = queries.matters(reach, after, PAGE);
        return new Page<>(
                page.items().stream()
                        .map(row -> new MatterResponse(
                                row.id(),
                                row.title(),
                                row.status(),
                                problems.word("window.status." + row.status()),
                                YearMonth.from(row.raisedAt().atZone(Time.ZONE)).toString(),
                                row.joiners(),
                                community(row.region())))
                        .toList(),
                page.next(),
                null);
    }

    /** No finer than a community. */
    private String community(RegionCode code) {
        return regions.find(new RegionCode(code.community()))
                .or(() -> regions.find(code))
                .map(Region::name)
                .orElse("");
    }

    @GetMapping("/demands/similar")
    Answer<Items<AlikeResponse>> alike(
            HttpServletRequest request,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q) {
        return answers.of(limits.allow(request, "public-read")
                .then(_ -> place(region, "region"))
                .map(place -> new Items<>(alike(place, kind, q))));
    }

    private List<AlikeResponse> alike(Region place, @Nullable String kind, @Nullable String q) {
        String words = q == null ? null : SearchTerms.query(q).orElse(null);
        if (place.level() < Region.COMMUNITY || (kind == null && words == null)) {
            return List.of();
        }
        Actor resident = followUps.residentAt(place.code()).orElseThrow();
        Instant since = Time.now(clock).minus(ALIKE_WITHIN);
        return transactions.read(resident, () -> {
            List<String> kinds = kind == null ? null : dictionary.withChildren(List.of(kind));
            String any = words == null ? null : words.replace(" & ", " | ");
            return queries.alike(place.code(), kinds, any, since).stream()
                    .map(row -> new AlikeResponse(
                            row.id(),
                            PublicTitle.of(row.title()),
                            row.status(),
                            problems.word("window.status." + row.status()),
                            row.raisedAt(),
                            row.joiners()))
                    .toList();
        });
    }

    @PostMapping("/demands")
    Answer.Created<RaisedResponse> raise(HttpServletRequest request, @RequestBody RaiseRequest body) {
        Outcome<Actor> resident = limits.allow(request, "public-submit")
                .then(_ -> place(body.regionCode(), "regionCode"))
                .map(place -> followUps.residentAt(place.code()).orElseThrow());
        return withCode(
                request, body, resident, (actor, digest) -> demands.raise(actor, said(body, actor.node()), digest));
    }

    private static ResidentDemands.Said said(RaiseRequest body, RegionCode place) {
        return new ResidentDemands.Said(
                place,
                body.kind() == null || body.kind().isBlank() ? "other" : body.kind(),
                body.words(),
                body.place(),
                body.lng(),
                body.lat(),
                body.anonymous(),
                body.name(),
                body.phone(),
                body.fileIds() == null ? List.of() : body.fileIds());
    }

    @PostMapping("/demands/{ref}/joiners")
    Answer.Created<JoinedResponse> join(
            HttpServletRequest request, @PathVariable UUID ref, @RequestBody JoinRequest body) {
        DemandId id = new DemandId(ref);
        Outcome<Actor> resident = limits.allow(request, "public-join").then(_ -> joinable(id));
        return withCode(
                request,
                body,
                resident,
                (actor, digest) -> demands.join(actor, id, body.words(), body.phone(), digest));
    }

    private Outcome<Actor> joinable(DemandId id) {
        return transactions
                .readFacts(() -> queries.street(id))
                .flatMap(followUps::residentAt)
                .filter(resident -> transactions.read(resident, () -> queries.isJoinable(id)))
                .<Outcome<Actor>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PublicRefusal.MATTER_UNKNOWN));
    }

    /** The code is added to the answer on its way out: what is stored for a repetition of the request does not hold it. */
    private <T, R> Answer.Created<R> withCode(
            HttpServletRequest request,
            Object body,
            Outcome<Actor> resident,
            BiFunction<Actor, byte[], Outcome<T>> work) {
        return switch (resident) {
            case Outcome.Done<Actor>(Actor actor) -> withCode(request, body, actor, work);
            case Outcome.Refused<Actor> refused -> commands.refused(refused);
        };
    }

    private <T, R> Answer.Created<R> withCode(
            HttpServletRequest request, Object body, Actor actor, BiFunction<Actor, byte[], Outcome<T>> work) {
        String key = Optional.ofNullable(request.getHeader("Idempotency-Key")).orElse("");
        byte[] content = (request.getRequestURI() + json.writeValueAsString(body))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        FollowUpCode code = followUps.codeOf(key, content);
        Answer.Created<T> answer =
                commands.created(actor, request, body, () -> work.apply(actor, followUps.digest(code)));
        if (!answer.getStatusCode().is2xxSuccessful() || !(answer.getBody() instanceof String stored)) {
            return answer.told(answer);
        }
        ObjectNode told = (ObjectNode) json.readTree(stored);
        told.put("code", code.shown());
        return answer.told(ResponseEntity.status(answer.getStatusCode())
                .header("Cache-Control", "no-store")
                .body(told));
    }

    private Outcome<Region> place(String code, String field) {
        return RegionCode.parse(code)
                .flatMap(regions::find)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid(field, PublicRefusal.PLACE_UNKNOWN));
    }
}
