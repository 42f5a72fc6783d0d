package org.gongzhi.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.likeness.Likeness.Kinship;
import org.gongzhi.rule.RuleTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTests {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final RuleTerms.Likeness RULE = new RuleTerms.Likeness(300, 30, 3);
    private static final RegionCode COMMUNITY = new RegionCode(110_105_001_026_000L);
    private static final RegionCode GRID = new RegionCode(110_105_001_026_001L);
    private static final RegionCode OTHER_GRID = new RegionCode(110_105_001_026_002L);
    private static final RegionCode OTHER_COMMUNITY = new RegionCode(110_105_001_027_000L);

    private static final Spot HERE = new Spot(COMMUNITY, 116.45, 39.91);

    @Test
    void twoPointsAreNearWithinTheRadiusWhateverTheirCommunities() {
        Spot hundredMetres = new Spot(OTHER_COMMUNITY, 116.45, 39.91 + 100 / 111_320.0);
        assertThat(HERE.metresTo(hundredMetres)).isBetween(99.0, 101.0);
        assertThat(HERE.isNear(hundredMetres, 300)).isTrue();
        assertThat(HERE.isNear(hundredMetres, 90)).isFalse();
        Spot east = new Spot(COMMUNITY, 116.45 + Spot.degreesEast(39.91, 250), 39.91);
        assertThat(HERE.metresTo(east)).isBetween(248.0, 252.0);
    }

    @Test
    void withoutAPointTheCommunityCountsAndBetweenGridsTheGrid() {
        assertThat(at(COMMUNITY).isNear(HERE, 20)).isTrue();
        assertThat(at(COMMUNITY).isNear(at(GRID), 20)).isTrue();
        assertThat(at(GRID).isNear(at(OTHER_GRID), 20)).isFalse();
        assertThat(at(COMMUNITY).isNear(at(OTHER_COMMUNITY), 5000)).isFalse();
    }

    @Test
    void oneKindInOnePlaceIsEnoughAndOneOfAKindNearbyOnlyWithItsWords() {
        assertThat(likeness(Kinship.SAME, 0, 3, null)).isPresent();
        assertThat(likeness(Kinship.RELATED, 0, 3, null)).isEmpty();
        assertThat(likeness(Kinship.RELATED, 5, 3, null)).isPresent();
        assertThat(likeness(Kinship.UNKNOWN, 2, 3, null)).isEmpty();
        assertThat(likeness(Kinship.UNKNOWN, 8, 3, null)).isPresent();
    }

    @Test
    void whatEndedLongAgoIsAnotherMatterAndWhatIsOpenNeverIs() {
        assertThat(likeness(Kinship.SAME, 5, 200, 30L)).isPresent();
        assertThat(likeness(Kinship.SAME, 10, 200, 31L)).isEmpty();
        assertThat(likeness(Kinship.SAME, 0, 400, null)).isPresent();
    }

    @Test
    void theNearerTheNewerAndTheMoreAlikeTheMorePoints() {
        int plain = likeness(Kinship.SAME, 0, 10, null).orElseThrow().points();
        assertThat(likeness(Kinship.SAME, 4, 10, null).orElseThrow().points()).isGreaterThan(plain);
        assertThat(likeness(Kinship.SAME, 0, 1, null).orElseThrow().points()).isGreaterThan(plain);
        Likeness close = Likeness.of(HERE, 0, other(HERE, Kinship.SAME, 0, 10, null), RULE, NOW)
                .orElseThrow();
        assertThat(close.points()).isGreaterThan(plain);
        assertThat(close.metres()).isZero();
    }

    private static Optional<Likeness> likeness(Kinship kinship, int matched, int raisedDays, @Nullable Long endedDays) {
        return Likeness.of(at(COMMUNITY), 10, other(at(COMMUNITY), kinship, matched, raisedDays, endedDays), RULE, NOW);
    }

    private static Likeness.Other other(
            Spot spot, Kinship kinship, int matched, int raisedDays, @Nullable Long endedDays) {
        return new Likeness.Other(
                spot,
                kinship,
                matched,
                NOW.minus(Duration.ofDays(raisedDays)),
                endedDays == null ? null : NOW.minus(Duration.ofDays(endedDays)));
    }

    private static Spot at(RegionCode region) {
        return new Spot(region, null, null);
    }
}
