package org.gongzhi.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
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
            boolean hasBeenJudged) {}

    /** One verb: allowed, or why not and who can. */
    public record Answer(DemandVerb verb, boolean isAllowed, Outcome.@Nullable Refused<?> why) {}

    private final Demands demands;
    private final DemandChanges changes;
    private final DemandPermissions permissions;
    private final AssignDemand assign;
    private final Clock clock;

    DemandLookup(
            Demands demands, DemandChanges changes, DemandPermissions permissions, AssignDemand assign, Clock clock) {
        this.demands = demands;
        this.changes = changes;
        this.permissions = permissions;
        this.assign = assign;
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
        return permissions.answers(actor, situation, Time.now(clock));
    }

    /** Who it can be given to by name. */
    public List<AccountLookup.Colleague> colleaguesFor(Demand demand) {
        return assign.colleaguesFor(demand);
    }
}
