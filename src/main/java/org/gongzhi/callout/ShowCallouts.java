package org.gongzhi.callout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.callout.CalloutQueries.Matter;
import org.gongzhi.callout.CalloutQueries.NoteRow;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.file.Files;
import org.gongzhi.http.Problems;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Lamp;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls of a demand, for whoever sees the demand; and who can be called to it, those who have dealt with its kind before first. */
@Component
class ShowCallouts {

    /** @param times matters of this kind within a year; {@code isSuggested} when there was any */
    record Callable(UUID id, String name, String node, String kind, boolean isSuggested, long times) {}

    private static final Duration YEAR = Duration.ofDays(365);

    private final Transactions transactions;
    private final DemandLookup.Joint joint;
    private final CalloutQueries queries;
    private final CalloutPermissions permissions;
    private final DemandDictionary dictionary;
    private final AccountLookup accounts;
    private final org.gongzhi.region.RegionLookup regions;
    private final Files files;
    private final Problems problems;
    private final Clock clock;

    ShowCallouts(
            Transactions transactions,
            DemandLookup.Joint joint,
            CalloutQueries queries,
            CalloutPermissions permissions,
            DemandDictionary dictionary,
            AccountLookup accounts,
            org.gongzhi.region.RegionLookup regions,
            Files files,
            Problems problems,
            Clock clock) {
        this.transactions = transactions;
        this.joint = joint;
        this.queries = queries;
        this.permissions = permissions;
        this.dictionary = dictionary;
        this.accounts = accounts;
        this.regions = regions;
        this.files = files;
        this.problems = problems;
        this.clock = clock;
    }

    Outcome<CalloutPage> ofDemand(Actor actor, DemandId demand) {
        return transactions.read(
                actor,
                () -> joint.find(demand).map(called -> {
                    List<Callout> all = queries.callouts(actor, demand);
                    Map<UUID, List<CalloutPage.Called>> byWhistle = shown(actor, all, queries.matter(demand)).stream()
                            .collect(Collectors.groupingBy(each -> whistleOf(all, each.id())));
                    Map<String, String> reasons = dictionary.reasonNames();
                    return new CalloutPage(
                            queries.whistles(actor, demand).stream()
                                    .map(row -> new CalloutPage.Whistle(
                                            row.id(),
                                            row.at(),
                                            row.reason(),
                                            reasons.getOrDefault(row.reason(), row.reason()),
                                            row.words(),
                                            row.actor(),
                                            byWhistle.getOrDefault(row.id(), List.of())))
                                    .toList(),
                            called.demand().marks().openCalls(),
                            called.demand().status().code());
                }));
    }

    private static UUID whistleOf(List<Callout> all, UUID callout) {
        return all.stream()
                .filter(each -> each.id().value().equals(callout))
                .findFirst()
                .orElseThrow()
                .task()
                .whistle();
    }

    Outcome<CalloutPage.Called> one(Actor actor, CalloutId id) {
        if (actor.duty().isAdministrator()) {
            return Outcome.refused(CalloutRefusal.NOT_FOR_ADMINISTRATORS);
        }
        return transactions.read(
                actor,
                () -> queries.callout(actor, id)
                        .<Outcome<Callout>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(CalloutRefusal.UNKNOWN))
                        .map(callout -> shown(
                                        actor,
                                        List.of(callout),
                                        queries.matter(callout.task().demand()))
                                .getFirst()));
    }

    Outcome<List<Callable>> callable(Actor actor, DemandId demand) {
        return transactions.read(
                actor,
                () -> joint.find(demand).map(called -> {
                    var origin = called.demand().origin();
                    Map<UUID, Long> known = queries
                            .known(
                                    actor,
                                    origin.region().district(),
                                    origin.kindCode(),
                                    Time.now(clock).minus(YEAR))
                            .stream()
                            .collect(Collectors.toMap(CalloutQueries.Known::department, CalloutQueries.Known::times));
                    return accounts.departmentsFor(called.demand().node()).stream()
                            .map(department -> {
                                long times = known.getOrDefault(department.id(), 0L);
                                return new Callable(
                                        department.id(),
                                        department.name(),
                                        regions.get(department.node()).name(),
                                        department.kind(),
                                        times > 0,
                                        times);
                            })
                            .sorted(Comparator.comparing((Callable each) -> !each.isSuggested()))
                            .toList();
                }));
    }

    private List<CalloutPage.Called> shown(Actor actor, List<Callout> callouts, Matter matter) {
        Instant now = Time.now(clock);
        Map<UUID, List<NoteRow>> notes =
                queries
                        .notes(
                                actor,
                                callouts.stream().map(each -> each.id().value()).toList())
                        .stream()
                        .collect(Collectors.groupingBy(NoteRow::callout));
        Map<String, String> reasons = dictionary.reasonNames();
        return callouts.stream()
                .map(callout -> shown(
                        actor, callout, matter, notes.getOrDefault(callout.id().value(), List.of()), reasons, now))
                .toList();
    }

    private CalloutPage.Called shown(
            Actor actor,
            Callout callout,
            Matter matter,
            List<NoteRow> notes,
            Map<String, String> reasons,
            Instant now) {
        Callout.Task task = callout.task();
        Callout.Clock time = callout.clock();
        boolean isComing = callout.status() == CalloutStatus.CALLED;
        Callout.Arrival arrival = callout.arrival();
        Lamp lamp = callout.lamp(now);
        return new CalloutPage.Called(
                callout.id().value(),
                callout.version(),
                matter.id(),
                matter.title(),
                matter.number(),
                task.region().toString(),
                task.name(),
                task.department(),
                task.isLead(),
                task.words(),
                callout.status().code(),
                lamp.code(),
                task.calledAt(),
                isComing ? time.arriveDueAt() : time.dueAt(),
                isComing ? time.arriveWarnAt() : time.warnAt(),
                time.arriveDueAt(),
                time.dueAt(),
                time.pausedAt(),
                arrival == null ? null : arrival.at(),
                arrival == null ? null : arrival.isInTime(),
                refused(callout, reasons),
                callout.endedAt(),
                callout.result(),
                judged(callout),
                notes.stream().map(this::note).toList(),
                may(actor, callout, now));
    }

    private static CalloutPage.@Nullable Refused refused(Callout callout, Map<String, String> reasons) {
        String reason = callout.refused().reason();
        String words = callout.refused().words();
        return reason == null
                ? null
                : new CalloutPage.Refused(
                        reason,
                        reasons.getOrDefault(reason, reason),
                        words == null ? "" : words,
                        callout.refused().isHeld());
    }

    private static CalloutPage.@Nullable Judged judged(Callout callout) {
        Callout.Judgement given = callout.judgement();
        return given == null
                ? null
                : new CalloutPage.Judged(
                        given.grade().code(), given.words(), given.at(), given.answer(), given.answeredAt());
    }

    private CalloutPage.Note note(NoteRow row) {
        return new CalloutPage.Note(
                row.id(),
                row.at(),
                row.verb(),
                problems.word("callout.verb." + row.verb()),
                row.actor(),
                row.words(),
                row.files().stream()
                        .flatMap(id -> files.describe(id).stream())
                        .map(file -> new CalloutPage.FileLink(file.id(), file.name(), file.bytes(), file.isImage()))
                        .toList());
    }

    private List<CalloutPage.May> may(Actor actor, Callout callout, Instant now) {
        return permissions.answers(actor, callout, now).stream()
                .map(answer -> new CalloutPage.May(
                        answer.verb().code(),
                        answer.may().isDone(),
                        answer.may() instanceof Outcome.Refused<Callout> refused
                                ? problems.sentence(refused.reason(), refused.facts())
                                : null,
                        answer.who().isEmpty() ? null : String.join("、", answer.who())))
                .toList();
    }
}
