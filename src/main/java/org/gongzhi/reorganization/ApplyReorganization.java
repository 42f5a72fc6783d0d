package org.gongzhi.reorganization;

import java.time.Clock;
import java.util.UUID;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.reorganization.Reorganization.State;
import org.springframework.stereotype.Component;

/** Lets a plan be carried out, or taken back: decides that it may be, marks it as under way, and leaves the work to a job. */
@Component
class ApplyReorganization {

    private final Transactions transactions;
    private final ReorganizationPermissions permissions;
    private final Reorganizations reorganizations;
    private final PlanReorganization plans;
    private final Dependents dependents;
    private final RegionLookup regions;
    private final Jobs jobs;
    private final Clock clock;

    ApplyReorganization(
            Transactions transactions,
            ReorganizationPermissions permissions,
            Reorganizations reorganizations,
            PlanReorganization plans,
            Dependents dependents,
            RegionLookup regions,
            Jobs jobs,
            Clock clock) {
        this.transactions = transactions;
        this.permissions = permissions;
        this.reorganizations = reorganizations;
        this.plans = plans;
        this.dependents = dependents;
        this.regions = regions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The value is the job. */
    Outcome<UUID> apply(Actor actor, UUID id) {
        return begin(actor, id, State.APPLYING);
    }

    Outcome<UUID> undo(Actor actor, UUID id) {
        return begin(actor, id, State.UNDOING);
    }

    private Outcome<UUID> begin(Actor actor, UUID id, State state) {
        return transactions.write(
                actor,
                () -> permissions.mayReorganize(actor).then(_ -> {
                    reorganizations.lock();
                    return reorganizations
                            .findOrRefuse(id)
                            .unless(change -> permissions.mayChange(actor, java.util.List.of(change.region())))
                            .unless(change -> isAlone(id, change))
                            .then(change -> state == State.APPLYING
                                    ? change.mayBeApplied(
                                            Time.today(clock),
                                            plans.mark(change.asked().subject(), change.plan()))
                                    : change.mayBeUndone().unless(dependents::none))
                            .map(_ -> {
                                UUID job = jobs.submit(
                                        actor, CarryOutReorganization.KIND, new CarryOutReorganization.Order(id));
                                reorganizations.begin(id, state, job);
                                return job;
                            });
                }));
    }

    private Outcome<Boolean> isAlone(UUID id, Reorganization change) {
        return change.isUnderWay()
                        || reorganizations.isUnderWayNear(
                                id,
                                change.region(),
                                regions.get(change.region()).to())
                ? Outcome.refused(ReorganizationRefusal.UNDER_WAY)
                : Outcome.done(true);
    }
}
