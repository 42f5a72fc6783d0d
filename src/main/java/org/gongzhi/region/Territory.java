package org.gongzhi.region;

import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes to the tree that are a territory's own: taking it into use, and its grids. Called inside the caller's transaction, who decides who may. */
@Component
public class Territory {

    private static final int MOST_GRIDS = 999;

    private final RegionRows rows;
    private final RegionLookup lookup;
    private final ApplicationEventPublisher events;

    Territory(RegionRows rows, RegionLookup lookup, ApplicationEventPublisher events) {
        this.rows = rows;
        this.lookup = lookup;
        this.events = events;
    }

    /** From now on this node and all below it run on Gongzhi. The value: how many nodes did not before. */
    public Outcome<Integer> open(RegionCode root) {
        Optional<Region> node = lookup.find(root);
        if (node.isEmpty()) {
            return Outcome.refused(RegionRefusal.UNKNOWN, root.toString());
        }
        int opened = rows.open(root.value(), node.get().to());
        lookup.forgetAfterwards();
        events.publishEvent(new RegionEvent.Opened(root));
        return Outcome.done(opened);
    }

    /**
     * A grid below a community: number 1 of 110105001026000 has the code 110105001026001, and a range of that one code.
     *
     * @param number 1 to 999
     */
    public Outcome<Region> addGrid(RegionCode community, int number, String name) {
        Optional<Region> found = lookup.find(community);
        if (found.isEmpty()) {
            return Outcome.invalid("community", RegionRefusal.UNKNOWN, community.toString());
        }
        Region parent = found.get();
        if (parent.level() != Region.COMMUNITY || parent.to() - parent.code().value() <= number) {
            return parent.level() == Region.COMMUNITY
                    ? Outcome.invalid("number", RegionRefusal.GRID_NUMBER_OUT_OF_RANGE, number)
                    : Outcome.invalid("community", RegionRefusal.NOT_A_COMMUNITY, parent.name());
        }
        if (number < 1 || number > MOST_GRIDS) {
            return Outcome.invalid("number", RegionRefusal.GRID_NUMBER_OUT_OF_RANGE, number);
        }
        if (name.isBlank()) {
            return Outcome.invalid("name", RegionRefusal.GRID_NAME_MISSING);
        }
        RegionNode grid = RegionNode.grid(community.value(), number, name.strip());
        var code = new RegionCode(grid.code());
        Optional<Region> taken = lookup.find(code);
        if (taken.isPresent()) {
            return Outcome.invalid(
                    "number",
                    RegionRefusal.GRID_NUMBER_TAKEN,
                    number,
                    taken.get().name());
        }
        rows.add(grid, parent.working());
        lookup.forgetAfterwards();
        events.publishEvent(new RegionEvent.GridAdded(code, community, name.strip()));
        return Outcome.done(lookup.get(code));
    }

    /** One of many grids; {@code number} and {@code name} as in {@link #addGrid}. */
    public record NewGrid(RegionCode community, int number, String name) {}

    /** All grids of a territory that starts with none, in one statement: for loaders. A number that is taken, or no number of a grid, is a mistake and fails. */
    public int addGrids(List<NewGrid> grids) {
        List<RegionNode> nodes = grids.stream()
                .map(grid -> {
                    Region parent = lookup.get(grid.community());
                    if (parent.level() != Region.COMMUNITY
                            || grid.number() < 1
                            || grid.number() > MOST_GRIDS
                            || parent.to() - parent.code().value() <= grid.number()) {
                        throw new IllegalArgumentException("no grid " + grid.number() + " in " + parent.name());
                    }
                    return RegionNode.grid(
                            grid.community().value(), grid.number(), grid.name().strip());
                })
                .toList();
        int added = rows.addAll(nodes);
        lookup.forgetAfterwards();
        grids.forEach(grid -> events.publishEvent(new RegionEvent.GridAdded(
                new RegionCode(grid.community().value() + grid.number()), grid.community(), grid.name())));
        return added;
    }
}
