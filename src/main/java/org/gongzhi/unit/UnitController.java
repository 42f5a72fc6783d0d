package org.gongzhi.unit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.unit.UnitQueries.Filter;
import org.gongzhi.unit.UnitView.DictionaryResponse;
import org.gongzhi.unit.UnitView.UnitResponse;
import org.gongzhi.unit.UnitView.UnitRow;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 单位 to be read: of a node page by page, by name or code, and each with all that is known of it. */
@RestController
class UnitController {

    private static final int MOST_ROWS = 100;
    private static final int MOST_FOUND = 50;
    private static final int LONGEST_QUERY = 40;

    private final UnitQueries queries;
    private final UnitDictionary dictionary;
    private final UnitView view;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Answers answers;

    UnitController(
            UnitQueries queries,
            UnitDictionary dictionary,
            UnitView view,
            RegionLookup regions,
            Transactions transactions,
            Answers answers) {
        this.queries = queries;
        this.dictionary = dictionary;
        this.view = view;
        this.regions = regions;
        this.transactions = transactions;
        this.answers = answers;
    }

    @GetMapping("/api/unit-dictionary")
    Answer<DictionaryResponse> dictionary(@CurrentActor Actor actor) {
        return answers.of(Outcome.done(transactions.read(actor, view::dictionary)));
    }

    /** @param region where; absent: all of one's own */
    @GetMapping("/api/units")
    Answer<Page<UnitRow>> page(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        return answers.of(transactions.read(
                actor,
                () -> node(actor, region)
                        .then(node -> node.isEmpty()
                                ? Outcome.done(List.<UnitQueries.Row>of())
                                : filter(node.get(), kind, industry, band, closed)
                                        .map(filter -> queries.page(
                                                filter, dictionary.kinds().keySet(), after, most + 1)))
                        .map(rows -> view.page(rows, most))));
    }

    @GetMapping("/api/units/search")
    Answer<Items<UnitRow>> search(
            @CurrentActor Actor actor,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "20") int limit) {
        String typed = Words.tidy(q).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        int most = Math.clamp(limit, 1, MOST_FOUND);
        return answers.of(transactions.read(
                actor,
                () -> node(actor, region)
                        .map(node -> new Items<>(
                                node.isEmpty() || typed.isEmpty() || typed.length() > LONGEST_QUERY
                                        ? List.<UnitRow>of()
                                        : view.rows(queries.called(typed, node.get(), most))))));
    }

    @GetMapping("/api/units/{id}")
    Answer<UnitResponse> one(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(transactions.read(
                actor,
                () -> queries.find(id)
                        .<Outcome<Unit>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(UnitRefusal.UNKNOWN))
                        .map(unit -> view.shown(actor, unit))));
    }

    /** What of the node asked for the actor reaches: itself, their own where it is above theirs, or nothing. Nobody's list walks past what they cannot see. */
    private Outcome<Optional<Region>> node(Actor actor, @Nullable String region) {
        Region own = regions.get(actor.node());
        if (region == null) {
            return Outcome.done(Optional.of(own));
        }
        return RegionCode.parse(region)
                .flatMap(regions::find)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("region", UnitRefusal.REGION_UNKNOWN))
                .map(node -> {
                    if (actor.scope().holds(node.code()) && node.level() >= own.level()) {
                        return Optional.of(node);
                    }
                    return node.subtree().holds(own.code()) ? Optional.of(own) : Optional.empty();
                });
    }

    private Outcome<Filter> filter(
            Region node, @Nullable String kind, @Nullable String industry, @Nullable String band, boolean isClosed) {
        boolean isNarrowed = industry != null || band != null;
        if (isNarrowed && node.level() < Region.DISTRICT) {
            return Outcome.invalid("region", UnitRefusal.NARROW_FIRST);
        }
        if (kind != null && !dictionary.kinds().containsKey(kind)) {
            return Outcome.invalid("kind", UnitRefusal.KIND_UNKNOWN);
        }
        List<String> industries = industry == null
                ? null
                : dictionary.industries().values().stream()
                        .filter(each ->
                                each.code().equals(industry) || each.section().equals(industry))
                        .map(UnitDictionary.Industry::code)
                        .toList();
        if (industries != null && industries.isEmpty()) {
            return Outcome.invalid("industry", UnitRefusal.INDUSTRY_UNKNOWN, String.valueOf(industry));
        }
        if (band == null) {
            return Outcome.done(new Filter(node, kind, industries, null, null, isClosed));
        }
        return dictionary
                .band(band)
                .<Outcome<Filter>>map(
                        one -> Outcome.done(new Filter(node, kind, industries, one.least(), one.most(), isClosed)))
                .orElseGet(() -> Outcome.invalid("band", UnitRefusal.BAND_UNKNOWN));
    }
}
