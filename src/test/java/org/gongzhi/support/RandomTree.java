package org.gongzhi.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A territory nobody has thought of before: provinces, cities with and without districts, streets, communities and grids whose codes share as many digits as they
 * can (001 beside 010 beside 011), so that whatever compares codes as texts, or ranges one too long, meets a neighbour.
 */
public final class RandomTree {

    private static final List<String> KINDS =
            List.of("nation", "province", "city", "district", "street", "community", "grid");
    /** Digits of a code down to each level. */
    private static final int[] DIGITS = {0, 2, 4, 6, 9, 12, 15};

    /**
     * A node of the tree.
     *
     * @param to end of its subtree, not in it
     */
    public record Place(
            RegionCode code, long to, int level, @Nullable RegionCode parent, String name) {

        public boolean holds(RegionCode inner) {
            return code.value() <= inner.value() && inner.value() < to;
        }
    }

    private final JdbcClient owner;
    private final Random random;
    private final List<Place> places = new ArrayList<>();

    /** Grows it in the database at once. */
    public RandomTree(JdbcClient owner, Random random) {
        this.owner = owner;
        this.random = random;
        places.add(new Place(RegionCode.NATION, 1_000_000_000_000_000L, 0, null, "全国"));
        grow();
    }

    public List<Place> places() {
        return List.copyOf(places);
    }

    public List<Place> at(int level) {
        return places.stream().filter(place -> place.level() == level).toList();
    }

    public Place place(RegionCode code) {
        return places.stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no place " + code));
    }

    public List<Place> children(Place place) {
        return places.stream()
                .filter(below -> place.code().equals(below.parent()))
                .toList();
    }

    private void grow() {
        for (String province : some(2, List.of("91", "92", "90"))) {
            Place top = add(places.getFirst(), 1, province);
            for (String city : some(1 + random.nextInt(2), List.of("01", "10", "11", "19"))) {
                Place town = add(top, 2, province + city);
                if (random.nextInt(4) == 0 && !at(3).isEmpty()) {
                    // As in 东莞: streets right below the city; but a district there must be, with its leaders and
                    // administrators.
                    growStreets(town, province + city + "00", 2);
                } else {
                    for (String district : some(2 + random.nextInt(2), List.of("01", "10", "11", "12"))) {
                        Place below = add(town, 3, province + city + district);
                        growStreets(below, province + city + district, 2 + random.nextInt(2));
                    }
                }
            }
        }
    }

    private void growStreets(Place parent, String digits, int most) {
        for (String street : some(most, List.of("001", "010", "011", "100"))) {
            Place place = add(parent, 4, digits + street);
            for (String community : some(1 + random.nextInt(3), List.of("001", "010", "011", "100", "101"))) {
                Place home = add(place, 5, digits + street + community);
                for (String grid : some(random.nextInt(3), List.of("001", "010", "011"))) {
                    add(home, 6, digits + street + community + grid);
                }
            }
        }
    }

    private List<String> some(int howMany, List<String> of) {
        List<String> shuffled = new ArrayList<>(of);
        java.util.Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(howMany, shuffled.size()));
    }

    private Place add(Place parent, int level, String digits) {
        RegionCode code = RegionCode.parse(digits).orElseThrow();
        long to = code.value() + (long) Math.pow(10, 15 - DIGITS[level]);
        Place place = new Place(code, to, level, parent.code(), "地" + digits);
        places.add(place);
        owner.sql("""
                        insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_working, pinyin, initials, grams, lng, lat)
                        values (:code, :to, :level, :parent, :name, :name, :name, :kind, true, 'di', 'd', array['地'], :lng, :lat)""")
                .param("code", code.value())
                .param("to", to)
                .param("level", level)
                .param("parent", parent.code().value())
                .param("name", place.name())
                .param("kind", KINDS.get(level))
                .param("lng", 116 + random.nextDouble())
                .param("lat", 39 + random.nextDouble())
                .update();
        return place;
    }
}
