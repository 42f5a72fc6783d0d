package org.gongzhi.likeness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be the same, asked while it is being written down; and what stands together. */
@RestController
class LikenessController {

    private final Answers answers;
    private final Transactions transactions;
    private final LikenessLookup likeness;
    private final ClusterQueries clusters;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;

    LikenessController(
            Answers answers,
            Transactions transactions,
            LikenessLookup likeness,
            ClusterQueries clusters,
            DemandDictionary dictionary,
            RegionLookup regions) {
        this.answers = answers;
        this.transactions = transactions;
        this.likeness = likeness;
        this.clusters = clusters;
        this.dictionary = dictionary;
        this.regions = regions;
    }

    @GetMapping("/api/demands/alike")
    Answer<Items<LikenessLookup.Alike>> alike(
            @CurrentActor Actor actor,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Double lng,
            @RequestParam(required = false) @Nullable Double lat) {
        return answers.of(place(actor, region)
                .map(place -> new Items<>(transactions.read(
                        actor,
                        () -> likeness.forStaff(
                                new LikenessLookup.Asked(place.code(), lng, lat, given(kind), given(q), null))))));
    }

    /**
     * What stands together.
     *
     * @param place the communities it lies in
     */
    record ClusterResponse(
            UUID id, String kind, String kindName, long n, Instant firstAt, Instant lastAt, String place) {}

    /** @param lookedAt when a street of the node was looked at last; absent when none was yet */
    record ClusterPage(
            List<ClusterResponse> items,
            @Nullable String next,
            @Nullable Instant lookedAt) {}

    @GetMapping("/api/demand-clusters")
    Answer<ClusterPage> clusters(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after) {
        return answers.of(node(actor, region)
                .map(node -> transactions.read(
                        actor, () -> page(node, Cursor.decode(after).orElse(null)))));
    }

    private ClusterPage page(Region node, @Nullable Cursor after) {
        Page<ClusterQueries.ClusterRow> page = clusters.page(node, after);
        Map<String, String> names = dictionary.kindNames();
        return new ClusterPage(
                page.items().stream()
                        .map(row -> new ClusterResponse(
                                row.id(),
                                row.kind(),
                                names.getOrDefault(row.kind(), row.kind()),
                                row.n(),
                                row.firstAt(),
                                row.lastAt(),
                                row.communities().stream()
                                        .flatMap(code -> regions.find(code).stream())
                                        .map(Region::name)
                                        .collect(Collectors.joining("、"))))
                        .toList(),
                page.next(),
                clusters.lookedAt(node).orElse(null));
    }

    /** Those of a cluster that are open and that the asker sees; none where it is no more. */
    @GetMapping("/api/demand-clusters/{id}")
    Answer<Items<ClusterQueries.MemberRow>> members(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(
                actor.duty().isAdministrator()
                        ? Outcome.refused(LikenessRefusal.NOT_FOR_ADMINISTRATORS)
                        : Outcome.done(new Items<>(transactions.read(actor, () -> clusters.members(id)))));
    }

    /** A district or below, of which the asker sees a part. */
    private Outcome<Region> node(Actor actor, @Nullable String text) {
        if (actor.duty().isAdministrator()) {
            return Outcome.refused(LikenessRefusal.NOT_FOR_ADMINISTRATORS);
        }
        return (text == null ? Optional.of(actor.node()) : RegionCode.parse(text))
                .flatMap(regions::find)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("region", LikenessRefusal.NODE_UNKNOWN))
                .unless(node -> node.level() >= Region.DISTRICT
                        ? Outcome.done(node)
                        : Outcome.invalid("region", LikenessRefusal.TOO_WIDE))
                .unless(node -> actor.scope()
                                .within(node.code().value(), node.to())
                                .ranges()
                                .isEmpty()
                        ? Outcome.refused(LikenessRefusal.PLACE_OUTSIDE, node.name())
                                .about("region")
                        : Outcome.done(node));
    }

    /** A community or grid that the asker works in. */
    private Outcome<Region> place(Actor actor, String text) {
        if (actor.duty().isAdministrator()) {
            return Outcome.refused(LikenessRefusal.NOT_FOR_ADMINISTRATORS);
        }
        return RegionCode.parse(text)
                .flatMap(regions::find)
                .filter(place -> place.level() >= Region.COMMUNITY)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("region", LikenessRefusal.PLACE_UNKNOWN))
                .unless(place -> actor.scope().holds(place.code())
                        ? Outcome.done(place)
                        : Outcome.refused(LikenessRefusal.PLACE_OUTSIDE, place.name())
                                .about("region"));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
