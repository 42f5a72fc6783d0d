package org.gongzhi.demo;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where the public facilities of the sample lie: near the point of their community and nearer to it than to any other's. A facility stays where it is, and those
 * who mark it miss it by a few steps. Nothing that happens at home has a spot.
 */
final class DemoSpots {

    record Spot(double lng, double lat) {}

    /** People walk that far and still say it is theirs. */
    private static final double FARTHEST = 260;

    private static final double STEPS_BESIDE = 12;
    private static final double METRES_PER_DEGREE = 111_320;

    private final List<Region> communities;
    private final long seed;

    DemoSpots(List<Region> communities, long seed) {
        this.communities = communities.stream()
                .filter(one -> one.lng() != null && one.lat() != null)
                .toList();
        this.seed = seed;
    }

    /** Three of four mark it; nobody can where the community was never measured. */
    @Nullable
    Spot of(Region community, DemoStories.Story story, Instant raisedAt) {
        Double lng = community.lng();
        Double lat = community.lat();
        String facility = story.spot();
        if (facility == null || lng == null || lat == null) {
            return null;
        }
        var marking =
                new Random(seed ^ raisedAt.getEpochSecond() ^ community.code().value());
        if (marking.nextInt(4) == 0) {
            return null;
        }
        var lying = new Random(seed ^ community.code().value() ^ facility.hashCode());
        var own = new Spot(lng, lat);
        Spot there = away(own, lying, Math.min(FARTHEST, toTheNextCommunity(own, community) / 2));
        return rounded(away(there, marking, STEPS_BESIDE));
    }

    /** Half of it is the line between the two, which steps beside must not cross. */
    private double toTheNextCommunity(Spot own, Region community) {
        double nearest = Double.MAX_VALUE;
        for (Region other : communities) {
            if (!other.code().equals(community.code()) && other.lng() != null && other.lat() != null) {
                nearest = Math.min(nearest, metres(own, new Spot(other.lng(), other.lat())));
            }
        }
        return Math.max(0, nearest - 2 * STEPS_BESIDE);
    }

    private static Spot away(Spot from, Random random, double farthest) {
        double far = farthest * Math.sqrt(random.nextDouble());
        double angle = random.nextDouble() * 2 * Math.PI;
        return new Spot(
                from.lng() + far * Math.cos(angle) / (METRES_PER_DEGREE * Math.cos(Math.toRadians(from.lat()))),
                from.lat() + far * Math.sin(angle) / METRES_PER_DEGREE);
    }

    static double metres(Spot one, Spot other) {
        double east = (one.lng() - other.lng()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(one.lat()));
        return Math.hypot(east, (one.lat() - other.lat()) * METRES_PER_DEGREE);
    }

    /** To a metre or so, as a map gives it. */
    private static Spot rounded(Spot spot) {
        return new Spot(Math.round(spot.lng() * 100_000) / 100_000.0, Math.round(spot.lat() * 100_000) / 100_000.0);
    }
}
