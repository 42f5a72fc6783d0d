package org.gongzhi.region;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionQueries.Ancestor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The tree for everybody: public facts, no sign-in. */
@RestController
@RequestMapping("/public/regions")
class RegionController {

    private static final int USUAL = 20;
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final Transactions transactions;
    private final RegionLookup lookup;
    private final RegionQueries queries;
    private final RegionSearch search;
    private final RegionMap map;
    private final LocatePlace locatePlace;
    private final Answers answers;
    private final JsonMapper json;

    RegionController(
            Transactions transactions,
            RegionLookup lookup,
            RegionQueries queries,
            RegionSearch search,
            RegionMap map,
            LocatePlace locatePlace,
            Answers answers,
            JsonMapper json) {
        this.transactions = transactions;
        this.lookup = lookup;
        this.queries = queries;
        this.search = search;
        this.map = map;
        this.locatePlace = locatePlace;
        this.answers = answers;
        this.json = json;
    }

    /** @param path the names above it, from the province down: 北京市 › 朝阳区 › 建外街道 */
    record Item(
            @Schema(format = "region-code") String code,
            String name,
            String shortName,
            int level,
            String kind,
            String path,
            boolean hasChildren,
            boolean working,
            @Nullable Double lng,
            @Nullable Double lat) {}

    record Step(@Schema(format = "region-code") String code, String name, int level) {}

    /** @param successors what a closed node has become, through every change since */
    record Node(
            @Schema(format = "region-code") String code,
            String name,
            String shortName,
            int level,
            String kind,
            List<Step> path,
            boolean hasChildren,
            boolean working,
            @Nullable LocalDate closedOn,
            List<Step> successors,
            @Nullable Double lng,
            @Nullable Double lat) {}

    record Candidate(
            @Schema(format = "region-code") String code,
            String name,
            String shortName,
            int level,
            @Nullable Long metres) {}

    record Place(Item node, List<Candidate> candidates, boolean sketch) {}

    @GetMapping
    Answer<Items<Item>> search(
            @RequestParam(name = "search", required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable Integer level,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Math.clamp(limit == null ? USUAL : limit, 1, RegionSearch.MOST);
        Outcome<Region> outer =
                within == null || within.isBlank() ? Outcome.done(lookup.get(RegionCode.NATION)) : node(within);
        return answers.of(outer.map(region -> transactions.readFacts(() -> new Items<>(items(
                text == null || text.isBlank()
                        ? lookup.children(region.code()).stream()
                                .filter(child -> level == null || child.level() == level)
                                .limit(most)
                                .toList()
                        : search.find(text, region.level() == Region.NATION ? null : region, level, most))))));
    }

    @GetMapping("/{code}")
    Answer<Node> one(@PathVariable @Schema(format = "region-code") String code) {
        return answers.of(node(code)
                .map(region -> transactions.readFacts(() -> new Node(
                        region.code().toString(),
                        region.name(),
                        region.shortName(),
                        region.level(),
                        region.kind(),
                        lookup.path(region.code()).stream()
                                .map(above -> new Step(above.code().toString(), above.name(), above.level()))
                                .toList(),
                        !lookup.children(region.code()).isEmpty(),
                        region.working(),
                        region.closedOn(),
                        region.open()
                                ? List.of()
                                : lookup.successors(region.code()).stream()
                                        .map(next -> new Step(next.code().toString(), next.name(), next.level()))
                                        .toList(),
                        region.lng(),
                        region.lat()))));
    }

    @GetMapping("/{code}/children")
    Answer<Items<Item>> children(
            @PathVariable @Schema(format = "region-code") String code,
            @RequestParam(required = false) @Nullable Integer level) {
        return answers.of(node(code)
                .map(region -> transactions.readFacts(() -> new Items<>(items(lookup.children(region.code()).stream()
                        .filter(child -> level == null || child.level() == level)
                        .toList())))));
    }

    /** GeoJSON of the children; the tag changes when an outline, a point or a name does. */
    @GetMapping(
            path = "/{code}/map",
            produces = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
    Answer<RegionMap.Collection> map(@PathVariable @Schema(format = "region-code") String code) {
        return switch (node(code)) {
            case Outcome.Done<Region>(Region region) -> {
                String body = json.writeValueAsString(transactions.readFacts(() -> map.of(region)));
                yield Answer.of(ResponseEntity.ok()
                        .contentType(GEO_JSON)
                        .cacheControl(AN_HOUR)
                        .eTag("\"" + Integer.toHexString(body.hashCode()) + "-" + body.length() + "\"")
                        .body(body));
            }
            case Outcome.Refused<Region> refused -> answers.refused(refused);
        };
    }

    @GetMapping("/at")
    Answer<Place> at(@RequestParam double lng, @RequestParam double lat) {
        return answers.of(locatePlace
                .at(lng, lat)
                .map(place -> transactions.readFacts(() -> new Place(
                        items(List.of(place.node())).getFirst(),
                        place.candidates().stream()
                                .map(near -> new Candidate(
                                        near.region().code().toString(),
                                        near.region().name(),
                                        near.region().shortName(),
                                        near.region().level(),
                                        near.metres()))
                                .toList(),
                        place.sketch()))));
    }

    private Outcome<Region> node(String code) {
        return RegionCode.parse(code)
                .flatMap(lookup::find)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(RegionRefusal.UNKNOWN, code));
    }

    private List<Item> items(List<Region> regions) {
        List<Long> codes = regions.stream().map(region -> region.code().value()).toList();
        Map<RegionCode, String> paths = queries.ancestors(codes).stream()
                .collect(Collectors.groupingBy(
                        Ancestor::of,
                        Collectors.mapping(ancestor -> ancestor.node().name(), Collectors.joining(" › "))));
        Set<RegionCode> parents = queries.parentsAmong(codes);
        Function<Region, Item> item = region -> new Item(
                region.code().toString(),
                region.name(),
                region.shortName(),
                region.level(),
                region.kind(),
                paths.getOrDefault(region.code(), ""),
                parents.contains(region.code()),
                region.working(),
                region.lng(),
                region.lat());
        return regions.stream().map(item).toList();
    }
}
