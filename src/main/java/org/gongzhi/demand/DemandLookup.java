package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those above ask about one demand, inside the asker's own transaction: what it is, what is pending about it, and who may do what with it. */
@Component
public class DemandLookup {

    /** 上报 or 下派 that waits for its receiver. */
    public record Transfer(
            UUID id, String direction, RegionCode fromNode, RegionCode toNode, String words, Instant offeredAt) {}

    public record Extension(UUID id, UUID askedBy, Instant askedDueAt, String words, Instant askedAt) {}

    /** A demand with what is pending about it. */
    public record Situation(
            Demand demand,
            @Nullable Transfer transfer,
            @Nullable Extension extension,
            boolean hasBeenJudged) {

        Situation of(Demand next) {
            return new Situation(next, transfer, extension, hasBeenJudged);
        }
    }

    /**
     * One verb: allowed, or why not and who can.
     *
     * @param who names of those who can where this person cannot; empty where it is not a matter of who, or they stand outside what the asker sees
     */
    public record Answer(DemandVerb verb, boolean isAllowed, Outcome.@Nullable Refused<?> why, List<String> who) {}

    private static final int MOST_NAMED = 4;

    private final Demands demands;
    private final DemandSteps steps;
    private final DemandChanges changes;
    private final DemandPermissions permissions;
    private final AssignDemand assign;
    private final AccountLookup accounts;
    private final Clock clock;

    DemandLookup(
            Demands demands,
            DemandSteps steps,
            DemandChanges changes,
            DemandPermissions permissions,
            AssignDemand assign,
            AccountLookup accounts,
            Clock clock) {
        this.demands = demands;
        this.steps = steps;
        this.changes = changes;
        this.permissions = permissions;
        this.assign = assign;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Empty when there is none that the asker can see. */
    public Optional<Demand> find(DemandId id) {
        return demands.find(id);
    }

    /** Refused with whose it is where the asker cannot see it. */
    public Outcome<Situation> situation(DemandId id) {
        return changes.found(id).map(changes::situation);
    }

    /** Every verb of the staff, allowed or with its reason. */
    public List<Answer> answers(Actor actor, Situation situation) {
        Map<RegionCode, List<AccountLookup.Colleague>> known = new HashMap<>();
        return permissions.answers(actor, situation, Time.now(clock)).stream()
                .map(answer -> new Answer(
                        answer.verb(),
                        answer.isAllowed(),
                        answer.why(),
                        whoCan(actor, situation, answer, node -> known.computeIfAbsent(node, accounts::colleaguesAt))))
                .toList();
    }

    private List<String> whoCan(
            Actor actor,
            Situation situation,
            Answer answer,
            Function<RegionCode, List<AccountLookup.Colleague>> colleagues) {
        if (answer.why() == null || !(answer.why().reason() instanceof DemandRefusal reason)) {
            return List.of();
        }
        RegionCode own = situation.demand().node();
        RegionCode above = permissions.approverOf(situation.demand());
        Stream<AccountLookup.Colleague> able = switch (reason) {
            case ONLY_THE_RESPONSIBLE, YOU_ONLY_LOOK -> colleagues.apply(own).stream();
            case ONLY_A_LEAD -> colleagues.apply(own).stream().filter(each -> each.duty() != DutyKind.COMMUNITY_CLERK);
            case ONLY_A_STREET_CALLS ->
                colleagues
                        .apply(new RegionCode(
                                situation.demand().origin().region().street()))
                        .stream();
            case ONLY_FROM_ABOVE -> colleagues.apply(above).stream();
            case ONLY_SOMEONE_ELSE ->
                colleagues.apply(answer.verb() == DemandVerb.DECIDE_EXTENSION ? above : own).stream();
            case ONLY_THE_RECEIVER ->
                situation.transfer() == null
                        ? Stream.empty()
                        : colleagues.apply(situation.transfer().toNode()).stream();
            default -> Stream.empty();
        };
        return able.filter(each -> !actor.standsFor(each.accountId()))
                .map(AccountLookup.Colleague::name)
                .distinct()
                .limit(MOST_NAMED)
                .toList();
    }

    /** Who it can be given to by name. */
    public List<AccountLookup.Colleague> colleaguesFor(Demand demand) {
        return assign.colleaguesFor(demand);
    }

    /** Departments that were called to it, and see it beside the one it was given to. */
    public Set<UUID> calledTo(DemandId id) {
        return steps.calledTo(id);
    }

    /** A demand that others are called to, for the module above that calls them. */
    public record Called(Demand demand, DemandEvent.Snapshot snapshot, String clazz) {}

    /** 联办 and 遮盖: what the modules that call others to a demand, or cover words of it, may do with it, inside their own transaction. */
    @Component
    public static class Joint {

        private static final int MOST_WORDS = 500;

        private final DemandChanges changes;
        private final Demands demands;
        private final DemandSteps steps;
        private final DemandPermissions permissions;
        private final DemandDictionary dictionary;
        private final DemandTodos todos;
        private final Clock clock;

        Joint(
                DemandChanges changes,
                Demands demands,
                DemandSteps steps,
                DemandPermissions permissions,
                DemandDictionary dictionary,
                DemandTodos todos,
                Clock clock) {
            this.changes = changes;
            this.demands = demands;
            this.steps = steps;
            this.permissions = permissions;
            this.dictionary = dictionary;
            this.todos = todos;
            this.clock = clock;
        }

        /** Whether this person may call others to it at all. */
        public Outcome<Called> mayCallOut(Actor actor, DemandId id) {
            return changes.found(id)
                    .then(demand -> permissions.may(DemandVerb.CALL_OUT, actor, changes.situation(demand)))
                    .map(this::called);
        }

        /** A listed reason for not coming, as records name it. */
        public Outcome<DemandDictionary.Reason> reasonToRefuse(Actor actor, String code, String words) {
            return dictionary.reason(actor.node(), "refuse_call", code, words);
        }

        /**
         * 吹哨, with a listed reason and words. A demand that nobody has in hand yet is the caller's: who calls leads.
         *
         * @param names of those called, as the history shows them
         */
        public Outcome<Called> callOut(
                Actor actor,
                DemandId id,
                int version,
                String reason,
                @Nullable String words,
                List<UUID> departments,
                List<String> names) {
            String all = String.join("、", names);
            return Note.checked(words, "words", MOST_WORDS, true)
                    .then(said -> dictionary
                            .reason(actor.node(), "call_out", reason, said)
                            .then(_ -> changes.change(
                                    actor,
                                    id,
                                    version,
                                    DemandVerb.CALL_OUT,
                                    (situation, now) ->
                                            situation.demand().inHand().then(demand -> led(actor, demand, now)),
                                    (before, after, now) -> {
                                        if (before.in(DemandStatus.ACCEPTED)) {
                                            todos.settle(actor, after, "assign");
                                            todos.openForHandler(actor, after, "handle", "吹哨：" + all, now);
                                        }
                                        steps.addCalls(after, departments, names.size());
                                        return Note.of(said)
                                                .because(reason)
                                                .to(all)
                                                .says("请" + all + "一起办理");
                                    })))
                    .map(_ -> called(demands.find(id).orElseThrow()));
        }

        private static Outcome<Demand> led(Actor actor, Demand demand, java.time.Instant now) {
            return demand.in(DemandStatus.ACCEPTED)
                    ? demand.assign(now, null, actor.holder()).then(given -> given.takeUp(now, actor.holder()))
                    : Outcome.done(demand);
        }

        /** Held until the transaction ends, so that nobody checks or ends it meanwhile. */
        public Outcome<Called> hold(DemandId id) {
            return changes.locked(id).map(this::called);
        }

        /** The same, unless it is not as the sender saw it. */
        public Outcome<Demand> hold(DemandId id, int version) {
            return changes.locked(id, version);
        }

        /** Something about how it reads has changed: said in its history, and whoever has it on the screen looks anew. The new version. */
        public int tell(Actor actor, Demand demand, DemandVerb verb, String words, String publicWords) {
            Note note = Note.of(words).says(publicWords);
            return changes.record(actor, verb, demand, demand, note, Time.now(clock))
                    .version();
        }

        /** Without holding it. */
        public Outcome<Called> find(DemandId id) {
            return changes.found(id).map(this::called);
        }

        /**
         * What one of those called said or did, in the history of the case, which the caller holds.
         *
         * @param publicWords what the resident reads; null: nothing
         * @param ends how many calls end with it
         */
        public void respond(
                Actor actor, Called called, String words, @Nullable String publicWords, List<UUID> files, int ends) {
            Demand demand = called.demand();
            if (ends > 0) {
                steps.addCalls(demand, List.of(), -ends);
                if (demand.marks().openCalls() == ends && demand.status().isOpen()) {
                    todos.all().retitle(DemandId.SUBJECT, demand.id().value(), "吹哨的单位都有了结果，可以报请核查");
                }
            }
            changes.say(
                    actor,
                    DemandVerb.RESPOND_TO_CALL,
                    demand,
                    Note.of(words).says(publicWords).with(files),
                    Time.now(clock));
        }

        private Called called(Demand demand) {
            return new Called(
                    demand,
                    DemandEvent.Snapshot.of(demand),
                    dictionary
                            .classOf(
                                    demand.origin().kindCode(),
                                    demand.origin().region(),
                                    LocalDate.ofInstant(demand.origin().raisedAt(), Time.ZONE))
                            .orElseGet(() -> "ordinary"));
        }
    }
}
