package org.gongzhi.reorganization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.RegionTree;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Plan.What;
import org.jspecify.annotations.Nullable;

/** What a draft of regions is put together from: codes and names that are free, nodes before and after. */
final class RegionPieces {

    private final RegionLookup regions;
    private final RegionTree tree;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Plan.Pair> pairs = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private final Set<String> namesUnder = new HashSet<>();

    RegionPieces(RegionLookup regions, RegionTree tree) {
        this.regions = regions;
        this.tree = tree;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Plan.Pair> pairs() {
        return pairs;
    }

    void add(Node node) {
        nodes.add(node);
    }

    void pair(Plan.Pair pair) {
        pairs.add(pair);
    }

    /** False when it was taken in this draft before. */
    boolean takeName(Region parent, String name) {
        return namesUnder.add(parent.code() + name);
    }

    boolean moveSubtree(Region root, RegionCode newRoot, Region newParent, String name) {
        long by = newRoot.value() - root.code().value();
        for (Region node : tree.subtree(root)) {
            boolean isRoot = node.code().equals(root.code());
            RegionCode code = new RegionCode(node.code().value() + by);
            RegionCode parent = isRoot
                    ? newParent.code()
                    : new RegionCode(
                            java.util.Objects.requireNonNull(node.parent()).value() + by);
            String newName = isRoot ? name : node.name();
            nodes.add(new Node(
                    What.MOVED,
                    node.code().toString(),
                    node.name(),
                    regions.pathText(node.code()),
                    code.toString(),
                    newName,
                    isRoot ? path(newParent) + " › " + newName : null,
                    node.level(),
                    parent.toString(),
                    node.kind()));
            pairs.add(new Plan.Pair("", node.code().toString(), code.toString(), false));
        }
        namesUnder.add(newParent.code() + name);
        return true;
    }

    Region opened(RegionCode code, int level, Region parent, String name, String kind) {
        nodes.add(new Node(
                What.OPENED,
                null,
                null,
                null,
                code.toString(),
                name,
                path(parent) + " › " + name,
                level,
                parent.code().toString(),
                kind));
        long to = code.value() + RegionTree.span(level);
        return new Region(code, to, level, parent.code(), name, name, kind, false, true, null, null, null);
    }

    Node changed(What what, Region node, @Nullable String to, @Nullable String toName, Region parent) {
        return new Node(
                what,
                node.code().toString(),
                node.name(),
                regions.pathText(node.code()),
                to,
                toName,
                toName == null ? null : path(parent) + " › " + toName,
                node.level(),
                parent.code().toString(),
                node.kind());
    }

    private String path(Region node) {
        return regions.find(node.code()).isPresent() ? regions.pathText(node.code()) : node.name();
    }

    List<Region> childrenOf(Region node) {
        return tree.subtree(node).stream()
                .filter(child -> node.code().equals(child.parent()))
                .toList();
    }

    Outcome<RegionCode> code(Region parent, int level, String kind, @Nullable RegionCode like) {
        Optional<RegionCode> free = tree.free(parent, level, kind, like, taken);
        free.ifPresent(code -> taken.add(code.value()));
        return free.<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ReorganizationRefusal.NO_CODE_LEFT, parent.name()));
    }

    Outcome<String> name(@Nullable String name, int level, Region parent, List<Region> leaving) {
        if (name == null || name.isBlank() || name.strip().length() > 40) {
            return Outcome.invalid("name", ReorganizationRefusal.NAME_MISSING);
        }
        String spoken = RegionTree.spoken(level, name.strip());
        boolean isTaken = regions.children(parent.code()).stream()
                        .anyMatch(other -> other.name().equals(spoken)
                                && leaving.stream()
                                        .noneMatch(node -> node.code().equals(other.code())))
                || namesUnder.contains(parent.code() + spoken);
        return isTaken
                ? Outcome.invalid("name", ReorganizationRefusal.NAME_TAKEN, spoken, parent.name())
                : Outcome.done(spoken);
    }
}
