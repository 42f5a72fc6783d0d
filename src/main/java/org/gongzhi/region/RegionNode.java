package org.gongzhi.region;

import org.jspecify.annotations.Nullable;

/** A row of the tree before it is one: from the national list, from a test, or a grid of the territory's own. */
record RegionNode(long code, long to, int level, @Nullable Long parent, Placename name, String kind, boolean hidden) {

    /** The code tells the kind, not the name: Beijing's 地区 are streets, and a firm's site among communities is none. */
    static String kindOf(int level, long code) {
        return switch (level) {
            case Region.NATION -> "nation";
            case Region.PROVINCE -> "province";
            case Region.CITY -> "city";
            case Region.DISTRICT -> "district";
            case Region.STREET ->
                switch ((int) (code / 1_000_000 % 1000) / 100) {
                    case 0 -> "street";
                    case 1 -> "town";
                    case 2, 3 -> "township";
                    default -> "street_like";
                };
            case Region.COMMUNITY ->
                switch ((int) (code / 1000 % 1000) / 100) {
                    case 0, 1 -> "community";
                    case 2, 3 -> "village";
                    default -> "community_like";
                };
            case Region.GRID -> "grid";
            default -> throw new IllegalArgumentException("no level " + level);
        };
    }

    static RegionNode grid(long community, int number, String name) {
        long code = community + number;
        return new RegionNode(
                code,
                code + 1,
                Region.GRID,
                community,
                new Placename(name, name, name),
                kindOf(Region.GRID, code),
                false);
    }
}
