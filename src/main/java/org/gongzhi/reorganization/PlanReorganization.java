package org.gongzhi.reorganization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.RegionTree;
import org.gongzhi.reorganization.Asked.Kind;
import org.gongzhi.reorganization.Asked.Subject;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Reorganization.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dry run: which node becomes which, what hangs on them, and what has to be decided first. Writes the plan down and changes nothing else. */
@Component
class PlanReorganization {

    private final Transactions transactions;
    private final ReorganizationPermissions permissions;
    private final RegionLookup regions;
    private final RegionTree tree;
    private final ReorganizationQueries queries;
    private final PlanContents contents;
    private final ClosingDepartment closing;
    private final Reorganizations reorganizations;
    private final Audit audit;
    private final Clock clock;

    PlanReorganization(
            Transactions transactions,
            ReorganizationPermissions permissions,
            RegionLookup regions,
            RegionTree tree,
            ReorganizationQueries queries,
            PlanContents contents,
            ClosingDepartment closing,
            Reorganizations reorganizations,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.permissions = permissions;
        this.regions = regions;
        this.tree = tree;
        this.queries = queries;
        this.contents = contents;
        this.closing = closing;
        this.reorganizations = reorganizations;
        this.audit = audit;
        this.clock = clock;
    }

    private record Drafted(List<Node> nodes, List<Plan.Pair> pairs, List<String> parts, List<Plan.Note> notes) {}

    /** @param replaces an earlier plan of the same, dropped for this one */
    Outcome<Reorganization> plan(Actor actor, Asked asked, @Nullable UUID replaces) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayReorganize(actor)
                        .unless(_ -> asked.effectiveOn().isBefore(Time.today(clock))
                                ? Outcome.invalid(
                                        "effectiveOn",
                                        ReorganizationRefusal.IN_THE_PAST,
                                        Time.today(clock).toString())
                                : Outcome.done(true))
                        .unless(_ -> permissions.mayChange(actor, named(asked)))
                        .then(_ -> draft(asked))
                        .then(draft -> keep(actor, asked, draft, replaces)));
    }

    private List<RegionCode> named(Asked asked) {
        List<RegionCode> named = new ArrayList<>();
        if (asked.subject() == Subject.REGION) {
            asked.nodes().forEach(text -> RegionCode.parse(text).ifPresent(named::add));
            RegionCode.parse(asked.into()).ifPresent(named::add);
        }
        RegionCode.parse(asked.parent()).ifPresent(named::add);
        return named;
    }

    private Outcome<Drafted> draft(Asked asked) {
        return asked.subject() == Subject.REGION
                ? new RegionDraft(regions, tree, asked)
                        .make()
                        .map(draft -> new Drafted(draft.nodes(), draft.pairs(), draft.partCodes(), draft.notes()))
                : new DepartmentDraft(regions, queries, asked)
                        .make()
                        .map(draft -> new Drafted(draft.nodes(), draft.pairs(), draft.partIds(), List.of()));
    }

    private Outcome<Reorganization> keep(Actor actor, Asked asked, Drafted draft, @Nullable UUID replaces) {
        Outcome<Boolean> mine = permissions.mayChange(actor, regionsOf(asked.subject(), draft.nodes()));
        if (!mine.isDone()) {
            return ((Outcome.Refused<Boolean>) mine).as();
        }
        if (asked.kind() == Kind.CLOSE) {
            Outcome<Boolean> empty = contents.isEmpty(asked, draft.nodes().getFirst());
            if (!empty.isDone()) {
                return ((Outcome.Refused<Boolean>) empty).as();
            }
        }
        List<Plan.Question> questions = new ArrayList<>(contents.questions(asked, draft.nodes(), draft.parts()));
        questions.addAll(closing.questions(asked, draft.nodes()));
        List<Plan.Pair> pairs = new ArrayList<>(draft.pairs());
        pairs.addAll(contents.decided(asked, draft.parts(), questions));
        pairs.addAll(closing.decided(draft.nodes(), questions));
        List<Plan.Note> known = new ArrayList<>(draft.notes());
        known.addAll(closing.notes(asked, questions));
        Plan drafted = new Plan(draft.nodes(), pairs, List.of(), questions, known);
        Plan plan = new Plan(
                draft.nodes(), pairs, contents.lines(asked, drafted), questions, contents.notes(asked, drafted));
        if (replaces != null) {
            reorganizations.drop(replaces);
        }
        Reorganization change = new Reorganization(
                Ids.next(),
                smallestAround(regionsOf(asked.subject(), plan.nodes())),
                asked,
                plan,
                State.PLANNED,
                mark(asked.subject(), plan),
                actor.name(),
                Time.now(clock),
                null,
                null,
                null,
                null);
        reorganizations.add(actor, change);
        audit.record(actor, "reorganization.plan", "reorganization", change.id(), change.region(), null, asked, null);
        return Outcome.done(change);
    }

    /** What the touched nodes, their parents and their departments look like now. */
    String mark(Subject subject, Plan plan) {
        Set<Long> codes = new HashSet<>();
        Set<UUID> departments = new HashSet<>();
        for (Node node : plan.nodes()) {
            if (node.parent() != null) {
                codes.add(Long.parseLong(node.parent()));
            }
            if (node.from() != null) {
                if (subject == Subject.REGION) {
                    codes.add(Long.parseLong(node.from()));
                } else {
                    departments.add(UUID.fromString(node.from()));
                }
            }
        }
        return queries.treeMark(codes, departments);
    }

    private List<RegionCode> regionsOf(Subject subject, List<Node> nodes) {
        Map<String, RegionCode> found = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.parent() != null) {
                found.put(node.parent(), new RegionCode(Long.parseLong(node.parent())));
            }
            if (subject == Subject.REGION && node.from() != null) {
                found.put(node.from(), new RegionCode(Long.parseLong(node.from())));
            } else if (node.from() != null) {
                queries.department(UUID.fromString(node.from()))
                        .ifPresent(department -> found.put(department.id().toString(), department.region()));
            }
        }
        return List.copyOf(found.values());
    }

    /** The smallest node that holds them all; of codes that are still to be made, the one above. */
    private RegionCode smallestAround(List<RegionCode> codes) {
        Region around = regions.get(codes.stream()
                .filter(code -> regions.find(code).isPresent())
                .findFirst()
                .orElseThrow());
        while (true) {
            Region here = around;
            RegionCode above = here.parent();
            if (above == null || codes.stream().allMatch(here::holds)) {
                return here.code();
            }
            around = regions.get(above);
        }
    }
}
