package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final DemandChanges changes;
    private final DemandPermissions permissions;
    private final AssignDemand assign;
    private final AccountLookup accounts;
    private final Clock clock;

    DemandLookup(
            Demands demands,
            DemandChanges changes,
            DemandPermissions permissions,
            AssignDemand assign,
            AccountLookup accounts,
            Clock clock) {
        this.demands = demands;
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
            case ONLY_FROM_ABOVE -> colleagues.apply(above).stream();
            case ONLY_SOMEONE_ELSE ->
                colleagues.apply(answer.verb() == DemandVerb.DECIDE_EXTENSION ? above : own).stream();
            case ONLY_THE_RECEIVER ->
                situation.transfer() == null
                        ? Stream.empty()
                        : colleagues.apply(situation.transfer().toNode()).stream();
            default -> Stream.empty();
        };
        return able.filter(each -> !each.accountId().equals(actor.accountId()))
                .map(AccountLookup.Colleague::name)
                .distinct()
                .limit(MOST_NAMED)
                .toList();
    }

    /** Who it can be given to by name. */
    public List<AccountLookup.Colleague> colleaguesFor(Demand demand) {
        return assign.colleaguesFor(demand);
    }
}
