package org.gongzhi.likeness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.likeness.Clusters.Matter;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** How many groups of what is open now would stand together. What was merged stays merged. */
@Component
class LikenessEffect implements RuleEffect {

    private static final int SHOWN = 100;
    private static final int MOST = 5000;
    private static final Duration OLDEST = Duration.ofDays(180);

    private final Sql sql;
    private final LikenessBook book;
    private final RegionLookup regions;
    private final Clock clock;

    LikenessEffect(Sql sql, LikenessBook book, RegionLookup regions, Clock clock) {
        this.sql = sql;
        this.book = book;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public String book() {
        return "likeness";
    }

    private record Open(String number, Matter matter) {}

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        Instant now = Time.now(clock);
        RuleTerms.Likeness draft = Objects.requireNonNull(asked.draft().terms().likeness());
        Predicate<String> isReached =
                book.reachOf(asked.draft().key(), asked.node().code());
        Function<String, RuleTerms.Likeness> rules = book.holdingAt(asked.node().code());
        List<Open> open = open(asked, now).stream()
                .filter(each -> isReached.test(each.matter().kind())
                        && asked.overriding().stream()
                                .noneMatch(rule ->
                                        regions.isWithin(each.matter().spot().region(), rule.region())))
                .toList();
        Map<String, List<Matter>> together = open.stream()
                .map(Open::matter)
                .collect(Collectors.groupingBy(each -> each.spot().region().street() + " " + each.kind()));
        int before = 0;
        int after = 0;
        Set<UUID> membersBefore = new HashSet<>();
        Set<UUID> membersAfter = new HashSet<>();
        for (List<Matter> matters : together.values()) {
            before += count(Clusters.of(matters, rules.apply(matters.getFirst().kind()), now), membersBefore);
            after += count(Clusters.of(matters, draft, now), membersAfter);
        }
        String yes = asked.isEnglish() ? "stands together" : "集中反映";
        String no = asked.isEnglish() ? "alone" : "不在内";
        List<Case> changed = open.stream()
                .filter(each -> membersBefore.contains(each.matter().id())
                        != membersAfter.contains(each.matter().id()))
                .map(each -> new Case(
                        each.number(),
                        each.matter().raisedAt(),
                        null,
                        null,
                        membersBefore.contains(each.matter().id()) ? yes : no,
                        membersAfter.contains(each.matter().id()) ? yes : no))
                .toList();
        return List.of(new Figure(
                "clusters",
                changed.size(),
                asked.isEnglish()
                        ? "Of the " + open.size() + " open ones it speaks for, " + before
                                + " groups stand together now and " + after + " would; " + changed.size()
                                + " are seen otherwise"
                        : "它管的 " + open.size() + " 件在办里，现在集中反映 " + before + " 组，改后 " + after + " 组；" + changed.size()
                                + " 件的归法不同",
                changed.stream().limit(SHOWN).toList()));
    }

    private static int count(List<List<Matter>> clusters, Set<UUID> members) {
        clusters.forEach(cluster -> cluster.forEach(each -> members.add(each.id())));
        return clusters.size();
    }

    private List<Open> open(Asked asked, Instant now) {
        return sql.of("""
                        select id, number, kind_code, region_code, lng, lat, raised_at from demand
                        where region_code >= :from and region_code < :to and raised_at >= :oldest
                          and status in ('raised','accepted','assigned','handling','verifying','suspended')
                        order by raised_at desc, id desc limit :most""")
                .bind("from", asked.node().code())
                .bind("to", asked.node().to())
                .bind("oldest", now.minus(OLDEST))
                .bind("most", MOST)
                .list(row -> new Open(
                        row.text("number"),
                        new Matter(
                                row.id("id"),
                                row.text("kind_code"),
                                new Spot(row.region("region_code"), row.realOrNull("lng"), row.realOrNull("lat")),
                                row.at("raised_at"))));
    }
}
