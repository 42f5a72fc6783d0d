package org.gongzhi.reorganization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.TreeChange;
import org.gongzhi.kernel.TreeFollower;
import org.gongzhi.region.RegionTree;
import org.gongzhi.reorganization.Asked.Subject;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Plan.What;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The steps of a change and their reverse, inside the caller's transaction. */
@Component
class TreeWork {

    private final RegionTree tree;
    private final Recoding recoding;
    private final Reorganizations reorganizations;
    private final ReorganizationQueries queries;
    private final ObjectProvider<TreeFollower> followers;
    private final Audit audit;
    private final Clock clock;

    TreeWork(
            RegionTree tree,
            Recoding recoding,
            Reorganizations reorganizations,
            ReorganizationQueries queries,
            ObjectProvider<TreeFollower> followers,
            Audit audit,
            Clock clock) {
        this.tree = tree;
        this.recoding = recoding;
        this.reorganizations = reorganizations;
        this.queries = queries;
        this.followers = followers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rows that got new codes; none when another attempt has done it. */
    long apply(Actor actor, Reorganization change, LongConsumer told) {
        reorganizations.lock();
        if (!reorganizations.isStill(change.id(), Reorganization.State.APPLYING)) {
            return 0;
        }
        LocalDate on = change.asked().effectiveOn();
        List<RegionCode> olds = oldRegions(change);
        // Whoever stopped writers here would be waited for by a writer who holds one of the rows that move. What is
        // written meanwhile is swept up.
        tree.hold(olds);
        shape(change, on);
        long rows = recode(change, olds, told);
        if (change.asked().subject() == Subject.DEPARTMENT) {
            for (Plan.Pair pair : change.plan().pairs()) {
                if (pair.topic().equals("rules")) {
                    // Takes over what was said of another, and nobody with it.
                    continue;
                }
                UUID into = UUID.fromString(pair.to());
                recoding.dutiesGoAlong(
                        change.id(), into, recoding.regionOf(into).value(), on);
            }
        }
        close(change, on);
        reorganizations.applied(change.id(), actor.account(), Time.now(clock), rows);
        audit.record(
                actor,
                "reorganization.apply",
                "reorganization",
                change.id(),
                change.region(),
                null,
                change.plan().nodes(),
                null);
        return rows;
    }

    private long recode(Reorganization change, List<RegionCode> olds, LongConsumer told) {
        if (change.plan().olds().isEmpty()) {
            return 0;
        }
        TreeChange tree = new TreeChange(change.id(), change.asked().effectiveOn());
        recoding.gather(olds.stream().map(RegionCode::value).toList());
        followers.orderedStream().forEach(follower -> follower.before(tree));
        recoding.rememberPlaces(tree);
        recoding.settle(change.id());
        long rows = 0;
        for (String place : recoding.places(change.id())) {
            rows += recoding.move(change.id(), place);
            told.accept(rows);
        }
        if (change.asked().subject() == Subject.REGION) {
            recoding.continueNumbers(change.id());
            recoding.takeMappingsAlong(change.id());
            recoding.takeProposalsAlong(change.id());
        }
        followers.orderedStream().forEach(follower -> follower.after(tree));
        return rows;
    }

    /** What was being written under the old codes while the change was made, if anything. */
    long sweep(Reorganization change) {
        if (change.asked().subject() != Subject.REGION
                || change.plan().olds().isEmpty()
                || !recoding.hasStragglers(change.id())) {
            return 0;
        }
        reorganizations.lock();
        return recode(change, oldRegions(change), _ -> {});
    }

    private static List<RegionCode> oldRegions(Reorganization change) {
        return change.asked().subject() == Subject.DEPARTMENT
                ? List.of()
                : change.plan().olds().stream()
                        .map(Long::parseLong)
                        .map(RegionCode::new)
                        .toList();
    }

    private void shape(Reorganization change, LocalDate on) {
        boolean isRegion = change.asked().subject() == Subject.REGION;
        for (Node node : change.plan().nodes()) {
            if (!isRegion) {
                shapeDepartment(change.id(), node, on);
            } else if (node.what() == What.OPENED) {
                tree.open(
                        code(node.to()),
                        node.level(),
                        code(node.parent()),
                        Objects.requireNonNull(node.toName()),
                        node.kind(),
                        on);
            } else if (node.what() == What.MOVED) {
                tree.copy(code(node.from()), code(node.to()), code(node.parent()), on);
                if (!Objects.equals(node.fromName(), node.toName())) {
                    tree.rename(code(node.to()), Objects.requireNonNull(node.toName()));
                }
            } else if (node.what() == What.RENAMED) {
                tree.rename(code(node.from()), Objects.requireNonNull(node.toName()));
            }
        }
    }

    private void shapeDepartment(UUID change, Node node, LocalDate on) {
        if (node.what() == What.OPENED) {
            recoding.openDepartment(node);
        } else if (node.from() != null && node.what() != What.KEPT) {
            queries.department(UUID.fromString(node.from()))
                    .filter(ReorganizationQueries.Department::isActive)
                    .ifPresent(before -> recoding.changeDepartment(change, before, node, on));
        }
    }

    private void close(Reorganization change, LocalDate on) {
        if (change.asked().subject() != Subject.REGION) {
            change.plan().nodes().stream()
                    .filter(node -> node.what() == What.CLOSED)
                    .forEach(node ->
                            recoding.endRoutes(change.id(), UUID.fromString(Objects.requireNonNull(node.from())), on));
            return;
        }
        tree.close(closed(change), on);
        for (Node node : change.plan().nodes()) {
            if (node.what() == What.MOVED || node.what() == What.MERGED || node.what() == What.SPLIT) {
                tree.succeed(code(node.from()), code(node.to()), on, change.id());
            }
        }
    }

    private static List<RegionCode> closed(Reorganization change) {
        return change.plan().nodes().stream()
                .filter(node -> node.what() != What.OPENED && node.what() != What.RENAMED && node.what() != What.KEPT)
                .map(node -> code(node.from()))
                .distinct()
                .toList();
    }

    // ── back ──

    long undo(Actor actor, Reorganization change, LongConsumer told) {
        reorganizations.lock();
        if (!reorganizations.isStill(change.id(), Reorganization.State.UNDOING)) {
            return 0;
        }
        boolean isRegion = change.asked().subject() == Subject.REGION;
        TreeChange undone = new TreeChange(change.id(), change.asked().effectiveOn());
        if (isRegion) {
            tree.holdEmpty(change.plan().fresh().stream().map(TreeWork::code).toList());
        }
        recoding.gatherMoved(change.id());
        followers.orderedStream().forEach(follower -> follower.before(undone));
        long rows = 0;
        for (String place : recoding.changedPlaces(change.id())) {
            rows += recoding.takeBack(change.id(), place);
            told.accept(rows);
        }
        recoding.forgetPlaces(change.id());
        followers.orderedStream().forEach(follower -> follower.after(undone));
        if (isRegion) {
            tree.forgetSuccession(change.id());
            tree.neverOpened(change.plan().fresh().stream().map(TreeWork::code).toList());
            tree.reopen(closed(change));
            change.plan().nodes().stream()
                    .filter(node -> node.what() == What.RENAMED)
                    .forEach(node -> tree.rename(code(node.from()), Objects.requireNonNull(node.fromName())));
        } else {
            recoding.forgetDepartments(change.plan().nodes().stream()
                    .filter(node -> node.what() == What.OPENED)
                    .map(node -> UUID.fromString(Objects.requireNonNull(node.to())))
                    .toList());
        }
        reorganizations.undone(change.id(), actor.account(), Time.now(clock));
        audit.record(
                actor,
                "reorganization.undo",
                "reorganization",
                change.id(),
                change.region(),
                change.plan().nodes(),
                null,
                null);
        return rows;
    }

    private static RegionCode code(@org.jspecify.annotations.Nullable String text) {
        return new RegionCode(Long.parseLong(Objects.requireNonNull(text)));
    }
}
