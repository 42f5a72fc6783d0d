package org.gongzhi.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandLookup.Situation;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.file.Files;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Problems;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.ledger.CasePage.FileLink;
import org.gongzhi.ledger.CaseQueries.FileRow;
import org.gongzhi.ledger.CaseQueries.StepRow;
import org.gongzhi.likeness.LikenessLookup;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.question.Answered;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.Todos;
import org.gongzhi.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One demand with everything around it, and to whom it can be given. */
@RestController
class CaseController {

    private final DemandLookup demands;
    private final CaseQueries queries;
    private final DemandDictionary dictionary;
    private final AssigneeChoices assignees;
    private final LikenessLookup likeness;
    private final Contacts contacts;
    private final Files files;
    private final Todos todos;
    private final Trail trail;
    private final RegionLookup regions;
    private final AccountLookup accounts;
    private final Transactions transactions;
    private final Answers answers;
    private final Problems problems;

    CaseController(
            DemandLookup demands,
            CaseQueries queries,
            DemandDictionary dictionary,
            AssigneeChoices assignees,
            LikenessLookup likeness,
            Contacts contacts,
            Files files,
            Todos todos,
            Trail trail,
            RegionLookup regions,
            AccountLookup accounts,
            Transactions transactions,
            Answers answers,
            Problems problems) {
        this.demands = demands;
        this.queries = queries;
        this.dictionary = dictionary;
        this.assignees = assignees;
        this.likeness = likeness;
        this.contacts = contacts;
        this.files = files;
        this.todos = todos;
        this.trail = trail;
        this.regions = regions;
        this.accounts = accounts;
        this.transactions = transactions;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/api/demands/{id}")
    Answer<CasePage> page(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(transactions.read(actor, () -> found(actor, id).map(situation -> page(actor, situation))));
    }

    @GetMapping("/api/demands/{id}/assignees")
    Answer<CasePage.Assignees> assignees(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(transactions.read(
                actor, () -> found(actor, id).map(Situation::demand).map(assignees::of)));
    }

    private Outcome<Situation> found(Actor actor, UUID id) {
        return actor.duty().isAdministrator()
                ? Outcome.refused(LedgerRefusal.NOT_FOR_ADMINISTRATORS)
                : demands.situation(new DemandId(id));
    }

    private CasePage page(Actor actor, Situation situation) {
        Demand demand = situation.demand();
        UUID id = demand.id().value();
        DemandNames names = new DemandNames(regions, accounts, dictionary.kindNames());
        Map<String, String> reasons = dictionary.reasonNames();
        List<StepRow> history = queries.history(id);
        List<FileRow> attached = queries.files(id);
        String responsible = names.responsible(demand.node(), demand.departmentId(), demand.handlerId());
        LedgerReach reach = LedgerReach.of(actor, null, regions).orThrow();
        return new CasePage(
                facts(demand, names, reasons, responsible),
                regions.path(demand.origin().region()).stream()
                        .map(node -> new CasePage.PathNode(node.code().toString(), node.name(), node.level()))
                        .toList(),
                CasePage.stations(demand, history, responsible),
                history.stream().map(step -> entry(step, attached, reasons)).toList(),
                may(actor, situation),
                transfer(situation, names),
                extension(situation, names),
                links(attached, null),
                Answered.told(queries.answers(List.of(id)).getOrDefault(id, List.of())),
                trail(actor, demand),
                queries.callBacks(id),
                likeness.ofCase(demand),
                queries.previous(reach, demand).orElse(null),
                queries.next(reach, demand).orElse(null));
    }

    private CasePage.Facts facts(Demand demand, DemandNames names, Map<String, String> reasons, String responsible) {
        Demand.Origin origin = demand.origin();
        Demand.Marks marks = demand.marks();
        Demand.Clock time = demand.clock();
        String reason = marks.reasonCode();
        return new CasePage.Facts(
                demand.id().value(),
                demand.version(),
                origin.number(),
                origin.title(),
                origin.words(),
                origin.kindCode(),
                names.kind(origin.kindCode()),
                origin.channel(),
                origin.region().toString(),
                names.place(origin.region()),
                origin.place(),
                origin.lng(),
                origin.lat(),
                origin.isAnonymous(),
                contact(origin.contactId()),
                origin.raisedAt(),
                origin.registeredBy() == null ? null : names.person(origin.registeredBy()),
                demand.status().code(),
                DemandNames.step(demand.status(), marks.supervisedAt() != null),
                responsible,
                demand.node().toString(),
                names.node(demand.node()),
                demand.departmentId(),
                demand.handlerId(),
                demand.statusAt(),
                marks.acceptedAt(),
                marks.closedAt(),
                marks.settledAt(),
                marks.supervisedAt(),
                marks.urgedAt(),
                new CasePage.ClockFacts(
                        todos.inWords(time.ruleId()),
                        todos.ruleVersion(time.ruleId()),
                        time.dueAt(),
                        time.warnAt(),
                        todos.nextDue(DemandId.SUBJECT, demand.id().value(), time.dueAt()),
                        time.pausedAt(),
                        time.reviewOn(),
                        time.isLate()),
                marks.joinerCount(),
                marks.reopenCount(),
                demand.publicTitle() != null,
                demand.publicTitle(),
                reason,
                reason == null ? null : reasons.getOrDefault(reason, reason),
                marks.reasonWords(),
                marks.mergedIntoId());
    }

    private CasePage.@Nullable ContactFacts contact(@Nullable UUID id) {
        return id == null
                ? null
                : contacts.masked(id)
                        .map(masked -> new CasePage.ContactFacts(masked.name(), masked.phone()))
                        .orElse(null);
    }

    private CasePage.Entry entry(StepRow step, List<FileRow> attached, Map<String, String> reasons) {
        String reason = step.reason();
        return new CasePage.Entry(
                step.id(),
                step.at(),
                step.verb(),
                problems.word("ledger.verb." + step.verb()),
                step.actor(),
                step.toName(),
                reason == null ? null : reasons.getOrDefault(reason, reason),
                step.words(),
                step.publicWords(),
                links(attached, step.id()));
    }

    private List<FileLink> links(List<FileRow> attached, @Nullable UUID step) {
        List<FileLink> links = new ArrayList<>();
        for (FileRow row : attached) {
            if (Objects.equals(row.stepId(), step)) {
                files.describe(row.fileId())
                        .ifPresent(
                                file -> links.add(new FileLink(file.id(), file.name(), file.bytes(), file.isImage())));
            }
        }
        return links;
    }

    private List<CasePage.May> may(Actor actor, Situation situation) {
        List<DemandLookup.Answer> all = demands.answers(actor, situation);
        List<DemandVerb> allowed = all.stream()
                .filter(DemandLookup.Answer::isAllowed)
                .map(DemandLookup.Answer::verb)
                .toList();
        DemandVerb foremost = CasePage.foremost(situation.demand(), allowed);
        return all.stream()
                .map(answer -> new CasePage.May(
                        answer.verb().code(),
                        answer.isAllowed(),
                        answer.verb() == foremost,
                        answer.why() == null
                                ? null
                                : problems.sentence(
                                        answer.why().reason(), answer.why().facts()),
                        answer.who().isEmpty() ? null : String.join("、", answer.who())))
                .toList();
    }

    private static CasePage.@Nullable Transfer transfer(Situation situation, DemandNames names) {
        DemandLookup.Transfer open = situation.transfer();
        return open == null
                ? null
                : new CasePage.Transfer(
                        open.direction(),
                        open.fromNode().toString(),
                        open.toNode().toString(),
                        names.node(open.fromNode()),
                        names.node(open.toNode()),
                        open.words(),
                        open.offeredAt());
    }

    private static CasePage.@Nullable Extension extension(Situation situation, DemandNames names) {
        DemandLookup.Extension open = situation.extension();
        return open == null
                ? null
                : new CasePage.Extension(names.person(open.askedBy()), open.askedAt(), open.askedDueAt(), open.words());
    }

    private List<CasePage.Link> trail(Actor actor, Demand demand) {
        UUID id = demand.id().value();
        List<CasePage.Link> links = new ArrayList<>();
        List<Trail.Edge> edges = trail.of(actor, DemandId.SUBJECT, id);
        edges.stream()
                .filter(edge -> edge.place() == Trail.Place.ABOVE)
                .forEach(edge ->
                        link(edge.fromKind(), edge.from(), edge, "above").ifPresent(links::add));
        links.add(new CasePage.Link(
                DemandId.SUBJECT,
                "this",
                demand.origin().title(),
                demand.origin().raisedAt(),
                null,
                "this"));
        edges.stream()
                .filter(edge -> edge.place() == Trail.Place.BELOW)
                .forEach(edge -> link(edge.toKind(), edge.to(), edge, "below").ifPresent(links::add));
        return links;
    }

    /** Another demand under its own title, and only where the reader may open it: a department knows nothing of what was merged into its case. */
    private Optional<CasePage.Link> link(String kind, UUID id, Trail.Edge edge, String place) {
        if (!kind.equals(DemandId.SUBJECT)) {
            String link = edge.relation().equals("called_out") ? "/" + kind + "s/" + id : null;
            return Optional.of(new CasePage.Link(kind, edge.relation(), edge.label(), edge.at(), link, place));
        }
        return demands.find(new DemandId(id))
                .map(other -> new CasePage.Link(
                        kind, edge.relation(), other.origin().title(), edge.at(), "/demands/" + id, place));
    }
}
