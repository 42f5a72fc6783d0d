package org.gongzhi.hotline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * Finds the community a hotline's case is about, from its columns for street and community where there are such, else from the address, which names places in
 * passing. What fits several communities is never guessed.
 */
final class HotlinePlaces {

    private static final Pattern NOT_LETTERS = Pattern.compile("[\\s,，、·()（）.。-]+");
    private static final Pattern ENDING =
            Pattern.compile("(街道办事处|街道|地区办事处|地区|社区居委会|社区居民委员会|居民委员会|居委会|村民委员会|村委会|社区|镇|乡|村)$");
    private static final int SHORTEST_IN_PASSING = 2;
    private static final int MOST_NAMED = 4;

    /** Where it is; {@code isCertain} is false where only the street is known. */
    record Found(RegionCode region, boolean isCertain) {}

    private final Map<String, List<Region>> streets = new HashMap<>();
    private final Map<String, List<Region>> communities = new HashMap<>();
    /** Names as they may stand within an address, by their first two characters. */
    private final Map<String, List<Named>> inPassing = new HashMap<>();

    private final Map<Long, Region> byCode = new HashMap<>();

    private record Named(String name, Region region) {}

    /** @param regions streets and communities of the territory that imports */
    HotlinePlaces(List<Region> regions) {
        for (Region region : regions) {
            byCode.put(region.code().value(), region);
            Map<String, List<Region>> names = region.level() == Region.STREET ? streets : communities;
            for (String name : names(region)) {
                names.computeIfAbsent(name, _ -> new ArrayList<>()).add(region);
                if (name.codePointCount(0, name.length()) >= SHORTEST_IN_PASSING) {
                    inPassing
                            .computeIfAbsent(name.substring(0, 2), _ -> new ArrayList<>())
                            .add(new Named(name, region));
                }
            }
        }
    }

    private static Set<String> names(Region region) {
        Set<String> names = new TreeSet<>();
        for (String name : List.of(region.name(), region.shortName())) {
            String plain = plain(name);
            names.add(plain);
            String stem = ENDING.matcher(plain).replaceFirst("");
            if (stem.length() >= SHORTEST_IN_PASSING) {
                names.add(stem);
            }
        }
        names.remove("");
        return names;
    }

    private static String plain(@Nullable String written) {
        return written == null
                ? ""
                : NOT_LETTERS
                        .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** @param toStreet where no single community fits but the street is known, the street will do */
    Outcome<Found> find(
            @Nullable String street, @Nullable String community, @Nullable String address, boolean toStreet) {
        if (street == null && community == null && address == null) {
            return Outcome.invalid("address", HotlineRefusal.PLACE_MISSING);
        }
        List<Region> within = new ArrayList<>();
        if (street != null) {
            within.addAll(exact(streets, street));
            if (within.size() != 1) {
                return Outcome.invalid("street", HotlineRefusal.STREET_UNKNOWN, street);
            }
        }
        Map<String, Region> passed = inPassing(plain(address));
        if (street == null) {
            passed.values().stream()
                    .filter(region -> region.level() == Region.STREET)
                    .forEach(within::add);
        }
        List<Region> candidates = community == null
                ? passed.values().stream()
                        .filter(region -> region.level() == Region.COMMUNITY)
                        .toList()
                : exact(communities, community);
        List<Region> fitting = candidates.stream()
                .filter(region -> within.isEmpty() || within.stream().anyMatch(outer -> outer.holds(region.code())))
                .distinct()
                .toList();
        return fitting.size() == 1
                ? Outcome.done(new Found(fitting.getFirst().code(), true))
                : uncertain(fitting, within, community, address, toStreet);
    }

    private Outcome<Found> uncertain(
            List<Region> fitting,
            List<Region> within,
            @Nullable String community,
            @Nullable String address,
            boolean toStreet) {
        Set<Long> streetsMeant = fitting.isEmpty()
                ? within.stream().map(region -> region.code().value()).collect(Collectors.toSet())
                : fitting.stream().map(region -> region.code().street()).collect(Collectors.toSet());
        if (toStreet && streetsMeant.size() == 1) {
            return Outcome.done(new Found(new RegionCode(streetsMeant.iterator().next()), false));
        }
        String inPassing = address == null ? "" : address;
        String said = community == null ? inPassing : community;
        String field = community == null ? "address" : "community";
        if (fitting.size() > 1) {
            return Outcome.invalid(field, HotlineRefusal.PLACE_AMBIGUOUS, said, candidates(fitting));
        }
        return Outcome.invalid(field, HotlineRefusal.PLACE_UNKNOWN, said);
    }

    /** 永安里社区（建外街道）、永安里社区（双井街道）. */
    private String candidates(List<Region> regions) {
        return regions.stream()
                .sorted(Comparator.comparing(Region::code))
                .limit(MOST_NAMED)
                .map(region -> {
                    Region street = byCode.get(region.code().street());
                    return street == null ? region.name() : region.name() + "（" + street.name() + "）";
                })
                .collect(Collectors.joining("、"));
    }

    private static List<Region> exact(Map<String, List<Region>> names, String written) {
        String plain = plain(written);
        List<Region> found = names.getOrDefault(plain, List.of());
        return found.isEmpty() ? names.getOrDefault(ENDING.matcher(plain).replaceFirst(""), List.of()) : found;
    }

    /** The longest name at each place of the text; a shorter one inside it is not meant. */
    private Map<String, Region> inPassing(String text) {
        Map<String, Region> found = new LinkedHashMap<>();
        int at = 0;
        while (at + SHORTEST_IN_PASSING <= text.length()) {
            int from = at;
            List<Named> here = inPassing.getOrDefault(text.substring(at, at + 2), List.of()).stream()
                    .filter(named -> text.startsWith(named.name(), from))
                    .toList();
            int longest =
                    here.stream().mapToInt(named -> named.name().length()).max().orElse(0);
            here.stream()
                    .filter(named -> named.name().length() == longest)
                    .forEach(named -> found.put(named.region().code().toString(), named.region()));
            at += Math.max(1, longest);
        }
        return found;
    }
}
