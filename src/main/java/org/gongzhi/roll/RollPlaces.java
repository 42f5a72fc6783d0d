package org.gongzhi.roll;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;

/** Places within a duty's reach as sheets write them: by code, by name, or by name with those above it before. */
final class RollPlaces {

    private static final Pattern NOT_LETTERS = Pattern.compile("[\\s,，、·/>()（）.。-]+");
    private static final int MOST_NAMED = 4;

    private final RegionLookup regions;
    private final Actor actor;
    private final Map<String, List<Region>> named = new HashMap<>();

    RollPlaces(RegionLookup regions, Actor actor) {
        this.regions = regions;
        this.actor = actor;
        walk(regions.get(actor.node()));
    }

    private void walk(Region node) {
        String name = "";
        for (Region above : regions.path(node.code()).reversed()) {
            name = plain(above.name()) + name;
            if (above.level() != Region.NATION) {
                named.computeIfAbsent(name, _ -> new ArrayList<>()).add(node);
            }
        }
        if (node.level() < Region.GRID) {
            regions.children(node.code()).stream().filter(Region::open).forEach(this::walk);
        }
    }

    /** What fits several places is never guessed. */
    Outcome<RegionCode> find(String written) {
        Optional<Region> coded =
                RegionCode.parse(written).flatMap(regions::find).filter(Region::open);
        if (coded.isPresent() && actor.scope().holds(coded.get().code())) {
            return Outcome.done(coded.get().code());
        }
        List<Region> fitting = named.getOrDefault(plain(written), List.of());
        if (fitting.size() > 1) {
            return Outcome.invalid(
                    "place",
                    RollRefusal.PLACE_AMBIGUOUS,
                    written,
                    fitting.stream()
                            .limit(MOST_NAMED)
                            .map(region -> regions.pathText(region.code()))
                            .collect(Collectors.joining("、")));
        }
        return fitting.isEmpty()
                ? Outcome.invalid("place", RollRefusal.PLACE_UNKNOWN, written)
                : Outcome.done(fitting.getFirst().code());
    }

    static String plain(String written) {
        return NOT_LETTERS
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}
