package org.gongzhi.security;

import java.time.Clock;
import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.factor.FactorDemands;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Says which duties of the territory take a second factor. Whoever holds one and has none adds it before anything else. */
@Component
class DemandSecondFactor {

    private final SecurityPermissions permissions;
    private final SecondFactorQueries queries;
    private final FactorDemands demands;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    DemandSecondFactor(
            SecurityPermissions permissions,
            SecondFactorQueries queries,
            FactorDemands demands,
            RegionLookup regions,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.queries = queries;
        this.demands = demands;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Demanded(String duty, boolean isDemanded) {}

    /** As it stood already: nothing is done, and nothing said in the trail. */
    Outcome<Demanded> set(Actor actor, DutyKind kind, boolean isDemanded) {
        return transactions.write(
                actor,
                () -> permissions
                        .maySecure(actor)
                        .unless(guard -> !isDemanded && isDemandedAbove(guard, kind)
                                ? Outcome.refused(SecurityRefusal.DEMANDED_ABOVE)
                                : Outcome.done(kind))
                        .map(guard -> {
                            boolean isNew = isDemanded
                                    ? demands.add(guard.node(), kind, guard.account(), Time.now(clock))
                                    : demands.lift(guard.node(), kind);
                            if (isNew) {
                                audit.record(
                                        guard,
                                        isDemanded ? "factor.demand" : "factor.lift",
                                        "duty",
                                        null,
                                        guard.node(),
                                        null,
                                        Map.of("duty", kind.code()),
                                        null);
                            }
                            return new Demanded(kind.code(), isDemanded);
                        }));
    }

    private boolean isDemandedAbove(Actor guard, DutyKind kind) {
        return queries.demands(regions.get(guard.node()), Time.today(clock)).stream()
                .anyMatch(demand -> demand.kind() == kind && demand.isDemandedAbove());
    }
}
