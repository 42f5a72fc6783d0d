package org.gongzhi.reorganization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.RegionTree;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Plan.What;
import org.jspecify.annotations.Nullable;

/** Which nodes of the territory become which, one draft at a time. Counts nothing and writes nothing. */
final class RegionDraft {

    private final RegionLookup regions;
    private final Asked asked;
    private final RegionPieces pieces;
    private final List<Plan.Note> notes = new ArrayList<>();
    private final List<String> partCodes = new ArrayList<>();

    RegionDraft(RegionLookup regions, RegionTree tree, Asked asked) {
        this.regions = regions;
        this.asked = asked;
        this.pieces = new RegionPieces(regions, tree);
    }

    List<Node> nodes() {
        return pieces.nodes();
    }

    List<Plan.Pair> pairs() {
        return pieces.pairs();
    }

    List<Plan.Note> notes() {
        return notes;
    }

    /** Of a split: the code of each part, in their order. */
    List<String> partCodes() {
        return partCodes;
    }

    /** The value is the draft itself, filled. */
    Outcome<RegionDraft> make() {
        return found(asked.nodes(), "nodes")
                .then(known -> switch (asked.kind()) {
                    case RENAME -> rename(known.getFirst());
                    case MOVE -> parent().then(parent -> move(known, parent));
                    case MERGE -> merge(known);
                    case SPLIT -> split(known.getFirst());
                    case OPEN -> parent().then(this::open);
                    case CLOSE -> close(known.getFirst());
                })
                .map(_ -> this);
    }

    private Outcome<List<Region>> found(List<String> codes, String field) {
        if (codes.isEmpty() && asked.kind() != Asked.Kind.OPEN) {
            return Outcome.invalid(field, ReorganizationRefusal.NODES_MISSING);
        }
        List<Region> found = new ArrayList<>();
        for (String code : codes.stream().distinct().toList()) {
            switch (one(code, field)) {
                case Outcome.Done<Region>(Region region) -> found.add(region);
                case Outcome.Refused<Region> refused -> {
                    return refused.as();
                }
            }
        }
        if (found.stream().anyMatch(node -> node.level() < Region.STREET)) {
            return Outcome.invalid(field, ReorganizationRefusal.LEVEL_NOT_YOURS);
        }
        return Outcome.done(found);
    }

    private Outcome<Region> one(@Nullable String code, String field) {
        Optional<Region> found = RegionCode.parse(code).flatMap(regions::find);
        if (found.isEmpty() || found.get().hidden()) {
            return Outcome.invalid(field, ReorganizationRefusal.NODE_UNKNOWN, code == null ? "" : code);
        }
        return found.get().open() && found.get().working()
                ? Outcome.done(found.get())
                : Outcome.invalid(
                        field, ReorganizationRefusal.NODE_CLOSED, found.get().name());
    }

    private Outcome<Region> parent() {
        return one(asked.parent(), "parent");
    }

    private Region above(Region node) {
        return regions.get(Objects.requireNonNull(node.parent()));
    }

    // ── the six kinds ──

    private Outcome<Boolean> rename(Region node) {
        return pieces.name(asked.name(), node.level(), above(node), List.of(node))
                .then(name -> {
                    if (name.equals(node.name())) {
                        return Outcome.invalid("name", ReorganizationRefusal.NAME_UNCHANGED, name);
                    }
                    pieces.add(pieces.changed(What.RENAMED, node, node.code().toString(), name, above(node)));
                    return Outcome.done(true);
                });
    }

    private Outcome<Boolean> move(List<Region> moving, Region parent) {
        for (Region node : moving) {
            if (node.holds(parent.code())) {
                return Outcome.invalid("parent", ReorganizationRefusal.BELOW_ITSELF, node.name());
            }
            if (above(node).code().equals(parent.code())) {
                return Outcome.invalid("parent", ReorganizationRefusal.ALREADY_THERE, node.name(), parent.name());
            }
            if (above(node).level() != parent.level()) {
                return Outcome.invalid(
                        "parent",
                        ReorganizationRefusal.OTHER_LEVEL,
                        node.name(),
                        parent.name(),
                        above(node).name());
            }
            Outcome<Boolean> moved = pieces.name(node.name(), node.level(), parent, List.of())
                    .then(name -> pieces.code(parent, node.level(), node.kind(), node.code())
                            .map(code -> pieces.moveSubtree(node, code, parent, name)));
            if (!moved.isDone()) {
                return moved;
            }
        }
        return Outcome.done(true);
    }

    private Outcome<Boolean> merge(List<Region> merging) {
        Region first = merging.getFirst();
        if (merging.stream().anyMatch(node -> node.level() != first.level())) {
            return Outcome.invalid(
                    "nodes",
                    ReorganizationRefusal.OTHER_LEVEL,
                    first.name(),
                    merging.getLast().name(),
                    first.name());
        }
        if (asked.into() != null) {
            return one(asked.into(), "into").then(into -> {
                if (into.level() != first.level()) {
                    return Outcome.invalid(
                            "into", ReorganizationRefusal.OTHER_LEVEL, first.name(), into.name(), first.name());
                }
                if (merging.stream().anyMatch(node -> node.code().equals(into.code()))) {
                    return Outcome.invalid("into", ReorganizationRefusal.INTO_ITSELF, into.name());
                }
                pieces.add(pieces.changed(What.KEPT, into, into.code().toString(), into.name(), above(into)));
                return absorb(merging, into);
            });
        }
        if (merging.size() < 2) {
            return Outcome.invalid("nodes", ReorganizationRefusal.NODES_MISSING);
        }
        Region parent = above(first);
        return pieces.name(asked.name(), first.level(), parent, merging)
                .then(name -> pieces.code(parent, first.level(), first.kind(), null)
                        .then(code -> absorb(merging, pieces.opened(code, first.level(), parent, name, first.kind()))));
    }

    private Outcome<Boolean> absorb(List<Region> merging, Region into) {
        if (regions.find(into.code()).isPresent()) {
            pieces.childrenOf(into).forEach(child -> pieces.takeName(into, child.name()));
        }
        for (Region node : merging) {
            pieces.add(pieces.changed(What.MERGED, node, into.code().toString(), into.name(), above(into)));
            pieces.pair(new Plan.Pair("", node.code().toString(), into.code().toString(), true));
            for (Region child : pieces.childrenOf(node)) {
                Outcome<Boolean> moved = pieces.code(into, child.level(), child.kind(), child.code())
                        .map(code -> pieces.moveSubtree(child, code, into, distinctName(into, child, node)));
                if (!moved.isDone()) {
                    return moved;
                }
            }
        }
        return Outcome.done(true);
    }

    /** Every community has a 第一网格: the one that comes gets the name of where it came from. */
    private String distinctName(Region into, Region child, Region from) {
        String name = child.name();
        if (!pieces.takeName(into, name)) {
            name = name + "（" + from.shortName() + "）";
            pieces.takeName(into, name);
            notes.add(new Plan.Note("renamed", List.of(child.name(), name)));
        }
        return name;
    }

    private Outcome<Boolean> split(Region node) {
        if (asked.parts().size() < 2) {
            return Outcome.invalid("parts", ReorganizationRefusal.PARTS_MISSING);
        }
        if (asked.parts().stream().filter(Asked.Part::keeps).count() > 1) {
            return Outcome.invalid("parts", ReorganizationRefusal.TWO_PARTS_KEEP);
        }
        boolean goesOn = asked.parts().stream().anyMatch(Asked.Part::keeps);
        Map<String, Integer> partOf = new HashMap<>();
        for (int part = 0; part < asked.parts().size(); part++) {
            for (String child : asked.parts().get(part).children()) {
                if (partOf.put(child, part) != null) {
                    return Outcome.invalid("parts", ReorganizationRefusal.CHILD_TWICE, child);
                }
            }
        }
        List<Region> children = pieces.childrenOf(node);
        for (Region child : children) {
            if (!partOf.containsKey(child.code().toString())) {
                return Outcome.invalid("parts", ReorganizationRefusal.CHILD_NOT_ASSIGNED, child.name());
            }
        }
        Region parent = above(node);
        for (int nth = 0; nth < asked.parts().size(); nth++) {
            Asked.Part part = asked.parts().get(nth);
            if (part.keeps()) {
                partCodes.add(node.code().toString());
                pieces.add(pieces.changed(What.KEPT, node, node.code().toString(), node.name(), parent));
                continue;
            }
            int number = nth;
            Outcome<Boolean> made = pieces.name(part.name(), node.level(), parent, goesOn ? List.of() : List.of(node))
                    .then(name -> pieces.code(parent, node.level(), node.kind(), null)
                            .then(code -> {
                                pieces.takeName(parent, name);
                                Region opened = pieces.opened(code, node.level(), parent, name, node.kind());
                                partCodes.add(code.toString());
                                if (!goesOn) {
                                    pieces.add(pieces.changed(What.SPLIT, node, code.toString(), name, parent));
                                }
                                return goOver(
                                        children.stream()
                                                .filter(child -> Objects.equals(
                                                        partOf.get(child.code().toString()), number))
                                                .toList(),
                                        opened);
                            }));
            if (!made.isDone()) {
                return made;
            }
        }
        return Outcome.done(true);
    }

    private Outcome<Boolean> goOver(List<Region> children, Region into) {
        for (Region child : children) {
            Outcome<Boolean> moved = pieces.code(into, child.level(), child.kind(), child.code())
                    .map(code -> pieces.moveSubtree(child, code, into, child.name()));
            if (!moved.isDone()) {
                return moved;
            }
        }
        return Outcome.done(true);
    }

    private Outcome<Boolean> open(Region parent) {
        int level = parent.level() + 1;
        String kind = asked.nodeKind() == null ? "" : asked.nodeKind();
        if (level < Region.STREET || level > Region.GRID || !RegionTree.isKindOf(level, kind)) {
            return Outcome.invalid("nodeKind", ReorganizationRefusal.KIND_UNKNOWN, parent.name());
        }
        return pieces.name(asked.name(), level, parent, List.of())
                .then(name -> pieces.code(parent, level, kind, null).map(code -> {
                    pieces.opened(code, level, parent, name, kind);
                    return true;
                }));
    }

    private Outcome<Boolean> close(Region node) {
        pieces.add(pieces.changed(What.CLOSED, node, null, null, above(node)));
        return Outcome.done(true);
    }
}
