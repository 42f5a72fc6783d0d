package org.gongzhi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoSpotsTests {

    private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");
    private static final Region LEFT = community(1, 116.44, 39.90);
    private static final Region RIGHT = community(2, 116.443, 39.90);
    private static final Region UNMEASURED = community(3, null, null);
    private static final DemoStories.Story AT_THE_GATE =
            new DemoStories.Story("roads", "东门积水", "一下雨就积水", "已清掏", 1, "小区东门");
    private static final DemoStories.Story AT_HOME = new DemoStories.Story("leak", "渗水", "渗到我家", "已修好", 1, null);

    private final DemoSpots spots = new DemoSpots(List.of(LEFT, RIGHT, UNMEASURED), 7);

    @Test
    void aFacilityLiesNearItsOwnCommunityAndStaysThere() {
        List<DemoSpots.Spot> marked = marked(LEFT, AT_THE_GATE);
        assertThat(marked).hasSizeBetween(60, 90).allSatisfy(spot -> {
            assertThat(DemoSpots.metres(spot, at(LEFT))).isLessThan(DemoSpots.metres(spot, at(RIGHT)));
            assertThat(DemoSpots.metres(spot, marked.getFirst())).isLessThan(30);
        });
        assertThat(marked(LEFT, AT_THE_GATE))
                .as("the same seed, the same places")
                .isEqualTo(marked);
    }

    @Test
    void nothingIsMarkedAtAHomeOrWhereNobodyMeasured() {
        assertThat(marked(LEFT, AT_HOME)).isEmpty();
        assertThat(marked(UNMEASURED, AT_THE_GATE)).isEmpty();
    }

    @Test
    void noStoryWithASpotNamesADoor() {
        assertThat(new DemoStories().all())
                .filteredOn(story -> story.spot() != null)
                .hasSizeGreaterThan(12)
                .allSatisfy(story -> assertThat(story.title() + story.words()).doesNotContain("{室}"));
    }

    private List<DemoSpots.Spot> marked(Region community, DemoStories.Story story) {
        List<DemoSpots.Spot> marked = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            DemoSpots.Spot spot = spots.of(community, story, MORNING.plus(Duration.ofDays(day)));
            if (spot != null) {
                marked.add(spot);
            }
        }
        return marked;
    }

    private static DemoSpots.Spot at(Region region) {
        Double lng = region.lng();
        Double lat = region.lat();
        assertThat(lng).isNotNull();
        assertThat(lat).isNotNull();
        return new DemoSpots.Spot(lng == null ? 0 : lng, lat == null ? 0 : lat);
    }

    private static Region community(int nth, @Nullable Double lng, @Nullable Double lat) {
        long code = 110105_001_000_000L + nth * 1000L;
        return new Region(
                new RegionCode(code),
                code + 1000,
                Region.COMMUNITY,
                new RegionCode(110105_001_000_000L),
                "社区" + nth,
                "社区" + nth,
                "community",
                false,
                true,
                null,
                lng,
                lat);
    }
}
