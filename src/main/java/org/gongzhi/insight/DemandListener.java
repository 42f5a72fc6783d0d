package org.gongzhi.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandEvent.Snapshot;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionLookup;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts what happens to demands, in the transaction in which it happens. */
@Component
class DemandListener {

    private final Deltas deltas;
    private final RegionLookup regions;

    DemandListener(Deltas deltas, RegionLookup regions) {
        this.deltas = deltas;
        this.regions = regions;
    }

    @EventListener
    void on(DemandEvent event) {
        var change = new Deltas.Change();
        switch (event) {
            case DemandEvent.Raised(Snapshot demand) ->
                change.flow(Metric.RAISED, demand, demand.raisedAt()).stock(demand, 1);
            case DemandEvent.RaisedTogether(List<Snapshot> demands) ->
                demands.forEach(demand ->
                        change.flow(Metric.RAISED, demand, demand.raisedAt()).stock(demand, 1));
            case DemandEvent.TakenBack(List<DemandEvent.Withdrawn> gone) -> gone.forEach(each -> forget(each, change));
            case DemandEvent.Moved moved -> count(moved, change);
            case DemandEvent.Judged judged -> count(judged, change);
            case DemandEvent.Joined(Snapshot demand, Instant at) -> change.flow(Metric.JOINED, demand, at);
            case DemandEvent.BecameLate late -> {
                for (Snapshot demand : late.demands()) {
                    change.flow(Metric.BECAME_LATE, demand, late.at());
                    change.stock(notLate(demand), -1).stock(demand, 1);
                }
            }
        }
        deltas.append(change);
    }

    private static void forget(DemandEvent.Withdrawn gone, Deltas.Change change) {
        Snapshot demand = gone.demand();
        change.flow(Metric.RAISED, demand, demand.raisedAt(), -1, 0).stock(demand, -1);
        if (gone.lateAt() != null) {
            change.flow(Metric.BECAME_LATE, demand, gone.lateAt(), -1, 0);
        }
    }

    private void count(DemandEvent.Moved moved, Deltas.Change change) {
        Snapshot before = moved.before();
        Snapshot after = moved.after();
        Instant at = moved.at();
        change.stock(before, -1).stock(after, 1);
        if (!before.kindCode().equals(after.kindCode()) || !before.region().equals(after.region())) {
            // A demand is listed under its kind and place of today; what it was raised as moves with it.
            change.flow(Metric.RAISED, before, before.raisedAt(), -1, 0).flow(Metric.RAISED, after, after.raisedAt());
        }
        if (moved.verb() == DemandVerb.ACCEPT) {
            change.flow(Metric.ACCEPTED, after, at);
        }
        if (moved.verb() == DemandVerb.PASS_UP) {
            change.flow(Metric.PASSED_UP, after, at);
        }
        if (moved.verb() == DemandVerb.RECEIVE_TRANSFER && isAbove(after.node(), before.node())) {
            change.flow(Metric.RECEIVED_ABOVE, after, at);
        }
        if (isDone(after.status()) && !isDone(before.status())) {
            Instant since = moved.acceptedAt() == null ? after.raisedAt() : moved.acceptedAt();
            change.flow(
                    Metric.CLOSED,
                    after,
                    at,
                    1,
                    Math.max(0, Duration.between(since, at).toMinutes()));
        }
        if (after.status() == DemandStatus.DECLINED && before.status() != DemandStatus.DECLINED) {
            change.flow(Metric.DECLINED, after, at);
        }
        if (after.status() == DemandStatus.MERGED && before.status() != DemandStatus.MERGED) {
            change.flow(Metric.MERGED, after, at);
        }
        boolean isTakenOut = before.status() == DemandStatus.MERGED && after.status() != DemandStatus.MERGED;
        if (isTakenOut) {
            change.flow(Metric.MERGED, after, at, -1, 0);
        }
        if (after.status().isOpen() && !before.status().isOpen() && !isTakenOut) {
            change.flow(Metric.REOPENED, after, at);
        }
    }

    private static void count(DemandEvent.Judged judged, Deltas.Change change) {
        change.flow(Metric.CALL_BACK_VALID, judged.demand(), judged.at());
        if (judged.isContacted()) {
            change.flow(Metric.CONTACTED, judged.demand(), judged.at());
        }
        if (judged.isSolved()) {
            change.flow(Metric.SOLVED, judged.demand(), judged.at());
        }
        switch (judged.satisfaction()) {
            case SATISFIED -> change.flow(Metric.SATISFIED, judged.demand(), judged.at());
            case BASICALLY -> change.flow(Metric.BASICALLY, judged.demand(), judged.at());
            case UNSATISFIED -> {
                // Counted by what is left of the valid call-backs.
            }
        }
    }

    private boolean isAbove(RegionCode upper, RegionCode lower) {
        return !upper.equals(lower) && regions.isWithin(lower, upper);
    }

    private static boolean isDone(DemandStatus status) {
        return status == DemandStatus.CLOSED || status == DemandStatus.SETTLED;
    }

    private static Snapshot notLate(Snapshot demand) {
        return new Snapshot(
                demand.id(),
                demand.region(),
                demand.node(),
                demand.kindCode(),
                demand.channel(),
                demand.status(),
                false,
                demand.raisedAt());
    }
}
