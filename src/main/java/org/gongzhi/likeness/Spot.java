package org.gongzhi.likeness;

import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Where something is: a point where one was marked, and the community or grid in any case.
 *
 * @param lng degrees, WGS 84; with {@code lat} or neither
 */
record Spot(
        RegionCode region, @Nullable Double lng, @Nullable Double lat) {

    private static final double METRES_A_DEGREE = 111_320;

    boolean isMarked() {
        return lng != null && lat != null;
    }

    /** Straight across, in metres; null unless both are marked. Good to a per cent over the few kilometres that matter here. */
    @Nullable
    Double metresTo(Spot other) {
        if (lng == null || lat == null || other.lng == null || other.lat == null) {
            return null;
        }
        double north = (other.lat - lat) * METRES_A_DEGREE;
        double east = (other.lng - lng) * METRES_A_DEGREE * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return Math.hypot(north, east);
    }

    /** Within so many metres; without two points, in the same community, and where both name a grid, in the same grid. */
    boolean isNear(Spot other, int radius) {
        Double metres = metresTo(other);
        if (metres != null) {
            return metres <= radius;
        }
        boolean areInGrids = isInGrid() && other.isInGrid();
        return areInGrids
                ? region.equals(other.region)
                : region.community() == other.region.community() && isBelowStreet() && other.isBelowStreet();
    }

    boolean isSameGrid(Spot other) {
        return isInGrid() && region.equals(other.region);
    }

    private boolean isInGrid() {
        return region.value() % 1000 != 0;
    }

    private boolean isBelowStreet() {
        return region.value() % 1_000_000 != 0;
    }

    /** Degrees of longitude that hold so many metres here. */
    static double degreesEast(double lat, int metres) {
        return metres / (METRES_A_DEGREE * Math.max(0.05, Math.cos(Math.toRadians(lat))));
    }

    static double degreesNorth(int metres) {
        return metres / METRES_A_DEGREE;
    }
}
