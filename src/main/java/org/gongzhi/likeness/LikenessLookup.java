package org.gongzhi.likeness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Time;
import org.gongzhi.likeness.Likeness.Kinship;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is probably the same as a matter one is about to write down, or has before one. Inside the asker's transaction: of what they see, and nothing else. */
@Component
public class LikenessLookup {

    /**
     * What one is about to write down, or has before one.
     *
     * @param region a community or grid
     * @param lng where it was marked on the map, with {@code lat} or neither
     * @param kind null while none is chosen
     * @param words what was said
     * @param except the matter itself, where it is written down already
     */
    public record Asked(
            RegionCode region,
            @Nullable Double lng,
            @Nullable Double lat,
            @Nullable String kind,
            @Nullable String words,
            @Nullable UUID except) {}

    /**
     * What is probably the same.
     *
     * @param title for residents only what is public
     * @param why it may be the same, in one line
     */
    public record Alike(
            UUID id,
            String number,
            String title,
            @OneOf(codes = DemandStatus.class) String status,
            String place,
            Instant raisedAt,
            int joiners,
            String why) {}

    private static final int MOST = 5;
    private static final int MOST_FOR_RESIDENTS = 3;

    private final AlikeQueries queries;
    private final LikenessBook book;
    private final LikenessWords words;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final Clock clock;

    LikenessLookup(
            AlikeQueries queries,
            LikenessBook book,
            LikenessWords words,
            DemandDictionary dictionary,
            RegionLookup regions,
            Clock clock) {
        this.queries = queries;
        this.book = book;
        this.words = words;
        this.dictionary = dictionary;
        this.regions = regions;
        this.clock = clock;
    }

    /** For staff: open ones, and those that ended lately; most alike first. */
    public List<Alike> forStaff(Asked asked) {
        List<String> terms = SearchTerms.telling(asked.words() == null ? "" : asked.words());
        return alike(asked, terms, false, MOST, AlikeQueries.Row::matchedTerms, AlikeQueries.Row::title);
    }

    /** For a case page; of what goes on elsewhere or was declined nobody asks any more. */
    public List<Alike> ofCase(Demand demand) {
        Demand.Origin origin = demand.origin();
        return demand.in(DemandStatus.MERGED, DemandStatus.DECLINED)
                ? List.of()
                : forStaff(new Asked(
                        origin.region(),
                        origin.lng(),
                        origin.lat(),
                        origin.kindCode(),
                        origin.title() + " " + origin.words(),
                        demand.id().value()));
    }

    /**
     * For residents: open ones of public kinds, in the same community. Whoever moves a mark or tries words learns nothing of a neighbour's: the points are not
     * looked at, and of the words only those that are published; what is not published is told by its kind.
     */
    public List<Alike> forResidents(Asked asked) {
        List<String> terms = SearchTerms.telling(asked.words() == null ? "" : asked.words());
        Map<String, String> names = dictionary.kindNames();
        var unmarked = new Asked(asked.region(), null, null, asked.kind(), asked.words(), asked.except());
        return alike(
                unmarked,
                terms,
                true,
                MOST_FOR_RESIDENTS,
                row -> matched(terms, row.publicTitle()),
                row -> row.publicTitle() == null ? names.getOrDefault(row.kind(), row.kind()) : row.publicTitle());
    }

    private static int matched(List<String> terms, @Nullable String title) {
        if (title == null) {
            return 0;
        }
        Set<String> told = new HashSet<>(SearchTerms.telling(title));
        return (int) terms.stream().filter(told::contains).count();
    }

    private record Found(AlikeQueries.Row row, Likeness likeness) {}

    private List<Alike> alike(
            Asked asked,
            List<String> terms,
            boolean isPublicOnly,
            int most,
            Function<AlikeQueries.Row, Integer> matched,
            Function<AlikeQueries.Row, String> title) {
        String kind = asked.kind();
        if (kind == null && terms.isEmpty()) {
            return List.of();
        }
        Instant now = Time.now(clock);
        var spot = new Spot(asked.region(), isPublicOnly ? null : asked.lng(), isPublicOnly ? null : asked.lat());
        Map<String, String> names = dictionary.kindNames();
        Collection<String> family = kind == null ? names.keySet() : family(kind, asked.region());
        Function<String, RuleTerms.Likeness> rules = book.holdingAt(asked.region());
        List<RuleTerms.Likeness> inForce = family.stream().map(rules).toList();
        int radius = inForce.stream()
                .mapToInt(RuleTerms.Likeness::radiusMetres)
                .max()
                .orElse(0);
        int days = inForce.stream().mapToInt(RuleTerms.Likeness::days).max().orElse(0);
        return queries
                .near(new AlikeQueries.Near(
                        spot, radius, family, terms, now.minus(Duration.ofDays(days)), asked.except(), isPublicOnly))
                .stream()
                .map(row -> found(row, spot, kind, terms.size(), matched.apply(row), rules.apply(row.kind()), now))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(
                                (Found found) -> found.likeness().points())
                        .thenComparing(found -> found.row().raisedAt())
                        .thenComparing(found -> found.row().id().toString())
                        .reversed())
                .limit(most)
                .map(found -> told(found, spot, names, title, now))
                .toList();
    }

    /** Itself, its head, and what stands under the same head. */
    private List<String> family(String kind, RegionCode place) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        String head = dictionary.kinds(path).stream()
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .map(DemandDictionary.Offered::parent)
                .orElse(null);
        List<String> family = dictionary.withChildren(List.of(head == null ? kind : head));
        return family.isEmpty() ? List.of(kind) : family;
    }

    private static Optional<Found> found(
            AlikeQueries.Row row,
            Spot spot,
            @Nullable String kind,
            int asked,
            int matched,
            RuleTerms.Likeness rule,
            Instant now) {
        Kinship kinship = kind == null ? Kinship.UNKNOWN : kind.equals(row.kind()) ? Kinship.SAME : Kinship.RELATED;
        return Likeness.of(
                        spot,
                        asked,
                        new Likeness.Other(row.spot(), kinship, matched, row.raisedAt(), row.endedAt()),
                        rule,
                        now)
                .map(likeness -> new Found(row, likeness));
    }

    private Alike told(
            Found found, Spot spot, Map<String, String> names, Function<AlikeQueries.Row, String> title, Instant now) {
        AlikeQueries.Row row = found.row();
        return new Alike(
                row.id(),
                row.number(),
                title.apply(row),
                row.status(),
                regions.find(row.spot().region()).map(Region::name).orElse(""),
                row.raisedAt(),
                row.joiners(),
                words.why(
                        found.likeness(),
                        spot,
                        names.getOrDefault(row.kind(), row.kind()),
                        row.raisedAt(),
                        row.endedAt(),
                        now));
    }
}
