package org.gongzhi.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.likeness.Clusters.Matter;
import org.gongzhi.rule.RuleTerms;
import org.junit.jupiter.api.Test;

class ClustersTests {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final RuleTerms.Likeness RULE = new RuleTerms.Likeness(300, 30, 3);
    private static final RegionCode COMMUNITY = new RegionCode(110_105_001_026_000L);

    private final Random random = new Random(7);

    @Test
    void enoughOfThemNearOneAndLatelyStandTogether() {
        List<Matter> matters = List.of(at(0, 1), at(100, 2), at(200, 3), at(2000, 1), at(2100, 1), at(50, 40));
        List<List<Matter>> clusters = Clusters.of(matters, RULE, NOW);
        assertThat(clusters).hasSize(1);
        assertThat(clusters.getFirst()).containsExactlyInAnyOrder(matters.get(0), matters.get(1), matters.get(2));
    }

    @Test
    void whateverLiesWhereNobodyBelongsToTwoAndEveryClusterIsLargeEnoughAndNarrow() {
        for (int round = 0; round < 30; round++) {
            List<Matter> matters = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                matters.add(at(random.nextInt(4000), random.nextInt(40)));
            }
            Set<UUID> seen = new HashSet<>();
            for (List<Matter> cluster : Clusters.of(matters, RULE, NOW)) {
                assertThat(cluster).hasSizeGreaterThanOrEqualTo(RULE.least());
                assertThat(cluster).allMatch(each -> seen.add(each.id()));
                assertThat(cluster)
                        .as("one of them has all others around it")
                        .anyMatch(one -> cluster.stream()
                                .allMatch(other -> one.spot().isNear(other.spot(), RULE.radiusMetres())));
            }
            List<Matter> left =
                    matters.stream().filter(each -> !seen.contains(each.id())).toList();
            assertThat(Clusters.of(left, RULE, NOW)).as("nothing is left out").isEmpty();
        }
    }

    private Matter at(int metresNorth, int daysAgo) {
        return new Matter(
                new UUID(random.nextLong(), random.nextLong()),
                "noise",
                new Spot(COMMUNITY, 116.45, 39.9 + Spot.degreesNorth(metresNorth)),
                NOW.minus(Duration.ofDays(daysAgo)));
    }
}
