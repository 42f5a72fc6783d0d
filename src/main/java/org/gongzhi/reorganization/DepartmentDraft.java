package org.gongzhi.reorganization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Plan.What;
import org.gongzhi.reorganization.ReorganizationQueries.Department;
import org.jspecify.annotations.Nullable;

/** Which departments become which, one draft at a time. Writes nothing. */
final class DepartmentDraft {

    private static final Set<String> KINDS = Set.of("office", "service");

    private final RegionLookup regions;
    private final ReorganizationQueries queries;
    private final Asked asked;
    private final Supplier<UUID> ids;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Plan.Pair> pairs = new ArrayList<>();
    private final List<String> partIds = new ArrayList<>();

    DepartmentDraft(RegionLookup regions, ReorganizationQueries queries, Asked asked) {
        this.regions = regions;
        this.queries = queries;
        this.asked = asked;
        this.ids = Ids::next;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Plan.Pair> pairs() {
        return pairs;
    }

    List<String> partIds() {
        return partIds;
    }

    Outcome<DepartmentDraft> make() {
        return found().then(known -> switch (asked.kind()) {
                    case RENAME -> rename(known.getFirst());
                    case MOVE -> region().then(to -> move(known.getFirst(), to));
                    case MERGE -> merge(known);
                    case SPLIT -> split(known.getFirst());
                    case OPEN -> region().then(this::open);
                    case CLOSE -> {
                        nodes.add(node(
                                What.CLOSED,
                                known.getFirst(),
                                null,
                                null,
                                known.getFirst().region()));
                        yield Outcome.done(true);
                    }
                })
                .map(_ -> this);
    }

    private Outcome<List<Department>> found() {
        if (asked.nodes().isEmpty() && asked.kind() != Asked.Kind.OPEN) {
            return Outcome.invalid("nodes", ReorganizationRefusal.NODES_MISSING);
        }
        List<Department> found = new ArrayList<>();
        for (String text : asked.nodes().stream().distinct().toList()) {
            switch (one(text, "nodes")) {
                case Outcome.Done<Department>(Department department) -> found.add(department);
                case Outcome.Refused<Department> refused -> {
                    return refused.as();
                }
            }
        }
        return Outcome.done(found);
    }

    private Outcome<Department> one(@Nullable String text, String field) {
        Optional<Department> found = id(text).flatMap(queries::department);
        if (found.isEmpty()) {
            return Outcome.invalid(field, ReorganizationRefusal.NODE_UNKNOWN, text == null ? "" : text);
        }
        return found.get().isActive()
                ? Outcome.done(found.get())
                : Outcome.invalid(
                        field, ReorganizationRefusal.NODE_CLOSED, found.get().name());
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Outcome<RegionCode> region() {
        Optional<Region> found = RegionCode.parse(asked.parent()).flatMap(regions::find);
        return found.isPresent() && found.get().open() && found.get().working()
                ? Outcome.done(found.get().code())
                : Outcome.invalid(
                        "parent", ReorganizationRefusal.NODE_UNKNOWN, asked.parent() == null ? "" : asked.parent());
    }

    private Outcome<Boolean> rename(Department department) {
        return name(asked.name(), department.region()).then(name -> {
            nodes.add(node(What.RENAMED, department, department.id().toString(), name, department.region()));
            return Outcome.done(true);
        });
    }

    /** Only cases that the people of the department still see afterwards may stay open in it. */
    private Outcome<Boolean> move(Department department, RegionCode to) {
        if (department.region().equals(to)) {
            return Outcome.invalid(
                    "parent",
                    ReorganizationRefusal.ALREADY_THERE,
                    department.name(),
                    regions.get(to).name());
        }
        return name(department.name(), to)
                .unless(_ -> withinReach(department, to, "parent"))
                .map(name ->
                        nodes.add(node(What.MOVED, department, department.id().toString(), name, to)));
    }

    private Outcome<Boolean> withinReach(Department department, RegionCode to, String field) {
        Region region = regions.get(to);
        long outside = queries.casesOutside(department.id(), region.code().value(), region.to());
        return outside == 0
                ? Outcome.done(true)
                : Outcome.invalid(field, ReorganizationRefusal.CASES_OUT_OF_REACH, outside, region.name());
    }

    private Outcome<Boolean> merge(List<Department> merging) {
        Department first = merging.getFirst();
        if (asked.into() != null) {
            return one(asked.into(), "into").then(into -> {
                if (merging.stream().anyMatch(each -> each.id().equals(into.id()))) {
                    return Outcome.invalid("into", ReorganizationRefusal.INTO_ITSELF, into.name());
                }
                nodes.add(node(What.KEPT, into, into.id().toString(), into.name(), into.region()));
                return absorb(merging, into.id(), into.name(), into.region(), into.id());
            });
        }
        if (merging.size() < 2) {
            return Outcome.invalid("nodes", ReorganizationRefusal.NODES_MISSING);
        }
        UUID id = ids.get();
        return name(asked.name(), first.region()).then(name -> {
            nodes.add(opened(id, name, first.region(), first.kind()));
            return absorb(merging, id, name, first.region(), null);
        });
    }

    private Outcome<Boolean> absorb(
            List<Department> merging, UUID into, String name, RegionCode region, @Nullable UUID beside) {
        List<UUID> all = new ArrayList<>(merging.stream().map(Department::id).toList());
        if (beside != null) {
            all.add(beside);
        }
        long together = queries.casesOfSeveral(all);
        if (together > 0) {
            return Outcome.invalid("nodes", ReorganizationRefusal.WORK_TOGETHER, together);
        }
        for (Department department : merging) {
            Outcome<Boolean> reach = withinReach(department, region, "nodes");
            if (!reach.isDone()) {
                return reach;
            }
            nodes.add(node(What.MERGED, department, into.toString(), name, region));
            pairs.add(new Plan.Pair("", department.id().toString(), into.toString(), true));
        }
        return Outcome.done(true);
    }

    private Outcome<Boolean> split(Department department) {
        if (asked.parts().size() < 2) {
            return Outcome.invalid("parts", ReorganizationRefusal.PARTS_MISSING);
        }
        if (asked.parts().stream().filter(Asked.Part::keeps).count() > 1) {
            return Outcome.invalid("parts", ReorganizationRefusal.TWO_PARTS_KEEP);
        }
        boolean goesOn = asked.parts().stream().anyMatch(Asked.Part::keeps);
        List<String> names = new ArrayList<>();
        for (Asked.Part part : asked.parts()) {
            if (part.keeps()) {
                partIds.add(department.id().toString());
                nodes.add(node(
                        What.KEPT, department, department.id().toString(), department.name(), department.region()));
                continue;
            }
            Outcome<Boolean> made = name(part.name(), department.region()).then(name -> {
                if (names.contains(name)) {
                    return Outcome.invalid(
                            "name",
                            ReorganizationRefusal.NAME_TAKEN,
                            name,
                            regions.get(department.region()).name());
                }
                names.add(name);
                UUID id = ids.get();
                partIds.add(id.toString());
                nodes.add(opened(id, name, department.region(), department.kind()));
                if (!goesOn) {
                    nodes.add(node(What.SPLIT, department, id.toString(), name, department.region()));
                }
                return Outcome.done(true);
            });
            if (!made.isDone()) {
                return made;
            }
        }
        return Outcome.done(true);
    }

    private Outcome<Boolean> open(RegionCode region) {
        String kind = asked.nodeKind() == null ? "" : asked.nodeKind();
        if (!KINDS.contains(kind)) {
            return Outcome.invalid(
                    "nodeKind",
                    ReorganizationRefusal.KIND_UNKNOWN,
                    regions.get(region).name());
        }
        return name(asked.name(), region).map(name -> nodes.add(opened(ids.get(), name, region, kind)));
    }

    private Outcome<String> name(@Nullable String name, RegionCode region) {
        if (name == null || name.isBlank() || name.strip().length() > 40) {
            return Outcome.invalid("name", ReorganizationRefusal.NAME_MISSING);
        }
        // A closed department keeps its name: what it did is still read under it.
        boolean isTaken = queries.departmentsAt(region).stream()
                .anyMatch(other -> other.name().equals(name.strip()));
        return isTaken
                ? Outcome.invalid(
                        "name",
                        ReorganizationRefusal.NAME_TAKEN,
                        name.strip(),
                        regions.get(region).name())
                : Outcome.done(name.strip());
    }

    private Node opened(UUID id, String name, RegionCode region, String kind) {
        return new Node(
                What.OPENED, null, null, null, id.toString(), name, path(region, name), 0, region.toString(), kind);
    }

    private Node node(
            What what, Department department, @Nullable String to, @Nullable String toName, RegionCode region) {
        return new Node(
                what,
                department.id().toString(),
                department.name(),
                path(department.region(), department.name()),
                to,
                toName,
                toName == null ? null : path(region, toName),
                0,
                region.toString(),
                department.kind());
    }

    private String path(RegionCode region, String name) {
        return regions.pathText(region) + " › " + name;
    }
}
