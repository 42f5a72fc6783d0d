package org.gongzhi.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the territory a reading of the ledger covers, in the form that its indexes serve: an equal code at one level, or each district in turn where
 * the territory is wider than a district.
 *
 * @param height level of {@code places}: 0 for everything, else 3 to 6
 * @param places codes at that level; one of no meaning for everything
 * @param scope what the reader may see of it
 */
public record LedgerReach(int height, List<Long> places, Scope scope) {

    public LedgerReach {
        places = List.copyOf(places);
    }

    /** A node outside the reader's scope is refused with the name of whoever can open it; a node above it shows the reader's own part. */
    public static Outcome<LedgerReach> of(Actor actor, @Nullable RegionCode asked, RegionLookup regions) {
        if (actor.duty().isAdministrator()) {
            return Outcome.refused(LedgerRefusal.NOT_FOR_ADMINISTRATORS);
        }
        RegionCode code = asked == null ? actor.node() : asked;
        Region node = regions.find(code).orElse(null);
        if (node == null) {
            return Outcome.invalid("region", LedgerRefusal.REGION_UNKNOWN, code);
        }
        Scope seen = actor.scope().within(node.code().value(), node.to());
        if (seen.ranges().isEmpty()) {
            return Outcome.<LedgerReach>refused(LedgerRefusal.REGION_OUTSIDE, node.name())
                    .about("region");
        }
        Region own = node.holds(actor.node()) ? regions.get(actor.node()) : node;
        return Outcome.done(of(own, seen, regions));
    }

    private static LedgerReach of(Region node, Scope scope, RegionLookup regions) {
        return switch (node.level()) {
            case Region.NATION -> new LedgerReach(0, List.of(0L), scope);
            case Region.PROVINCE, Region.CITY -> {
                Set<Long> districts = new LinkedHashSet<>();
                addDistricts(node, districts, regions);
                yield new LedgerReach(Region.DISTRICT, List.copyOf(districts), scope);
            }
            default -> new LedgerReach(node.level(), List.of(node.code().value()), scope);
        };
    }

    /** Also the node's own code: what a city itself owns, and what lies right below a city that has no districts. */
    private static void addDistricts(Region node, Set<Long> into, RegionLookup regions) {
        into.add(node.code().district());
        for (Region child : regions.children(node.code())) {
            if (child.level() <= Region.CITY) {
                addDistricts(child, into, regions);
            } else {
                into.add(child.code().district());
            }
        }
    }

    /** Wider than a district, and not everything: several places to ask. */
    boolean isWide() {
        return places.size() > 1;
    }

    @Nullable
    List<Long> districts() {
        return height == Region.DISTRICT ? places : null;
    }

    /** Of a street and whatever lies below one. */
    @Nullable
    Long street() {
        return height >= Region.STREET ? new RegionCode(places.getFirst()).street() : null;
    }

    /** The place itself where it is of this level. */
    @Nullable
    Long at(int level) {
        return height == level ? places.getFirst() : null;
    }
}
