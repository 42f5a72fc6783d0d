package org.gongzhi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.ledger.LedgerReach;
import org.gongzhi.likeness.LikenessLookup;
import org.gongzhi.privacy.PublicTitle;
import org.gongzhi.question.AskedQuestion;
import org.gongzhi.question.QuestionLookup;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The residents' side: to look around, without an account. */
@RestController
@RequestMapping("/public")
class PublicMatterController {

    private static final int PAGE = 20;

    /** @param questions asked besides of whoever raises a matter of the kind */
    record KindResponse(
            String code,
            @Nullable String parent,
            String name,
            @Nullable String hotline,
            String answerIn,
            List<AskedQuestion> questions) {}

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
            int joiners,
            String why) {}

    private final FollowUps followUps;
    private final PublicQueries queries;
    private final LikenessLookup likeness;
    private final DemandDictionary dictionary;
    private final QuestionLookup questions;
    private final Todos todos;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Answers answers;
    private final Problems problems;
    private final RateLimits limits;
    private final Clock clock;

    PublicMatterController(
            FollowUps followUps,
            PublicQueries queries,
            LikenessLookup likeness,
            DemandDictionary dictionary,
            QuestionLookup questions,
            Todos todos,
            RegionLookup regions,
            Transactions transactions,
            Answers answers,
            Problems problems,
            RateLimits limits,
            Clock clock) {
        this.followUps = followUps;
        this.queries = queries;
        this.likeness = likeness;
        this.dictionary = dictionary;
        this.questions = questions;
        this.todos = todos;
        this.regions = regions;
        this.transactions = transactions;
        this.answers = answers;
        this.problems = problems;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/kinds")
    Answer<Items<KindResponse>> kinds(
            HttpServletRequest request, @RequestParam(required = false) @Nullable String region) {
        return answers.of(limits.allow(request, "public-read")
                .then(_ -> followUps.place(region == null ? "0" : region, "region"))
                .map(place -> transactions.readPublished(place.subtree(), () -> new Items<>(kindsAt(place)))));
    }

    private List<KindResponse> kindsAt(Region place) {
        Instant now = Time.now(clock);
        Map<String, String> answerIn = new HashMap<>();
        Function<String, List<AskedQuestion>> asked = questions.askedAt(place.code());
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
                                        .inWords()),
                        asked.apply(kind.code())))
                .toList();
    }

    @GetMapping("/matters")
    Answer<Page<MatterResponse>> matters(
            HttpServletRequest request,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String after) {
        return answers.of(limits.allow(request, "public-read")
                .then(_ -> followUps.place(region, "region"))
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
                .then(_ -> followUps.place(region, "region"))
                .map(place -> new Items<>(alike(place, kind, q))));
    }

    private List<AlikeResponse> alike(Region place, @Nullable String kind, @Nullable String q) {
        if (place.level() < Region.COMMUNITY) {
            return List.of();
        }
        Actor resident = followUps.residentAt(place.code()).orElseThrow();
        var asked = new LikenessLookup.Asked(place.code(), null, null, kind, q, null);
        return transactions.read(
                resident,
                () -> likeness.forResidents(asked).stream()
                        .map(found -> new AlikeResponse(
                                found.id(),
                                PublicTitle.of(found.title()),
                                found.status(),
                                problems.word("window.status." + found.status()),
                                found.raisedAt(),
                                found.joiners(),
                                found.why()))
                        .toList());
    }
}
