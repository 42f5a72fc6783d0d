package org.gongzhi.insight;

import java.time.Instant;
import org.gongzhi.callout.CalloutEvent;
import org.gongzhi.demand.DemandEvent.Snapshot;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts what happens to call-outs, in the transaction in which it happens; all of it on the day of the call. */
@Component
class CallListener {

    private final Deltas deltas;

    CallListener(Deltas deltas) {
        this.deltas = deltas;
    }

    @EventListener
    void on(CalloutEvent event) {
        var change = new Deltas.Change();
        switch (event) {
            case CalloutEvent.Whistled(Snapshot demand, int bodies, Instant day) ->
                change.flow(Metric.WHISTLED, demand, day).flow(Metric.CALLED_OUT, demand, day, bodies, 0);
            case CalloutEvent.Arrived(Snapshot demand, boolean isInTime, Instant day) -> {
                if (isInTime) {
                    change.flow(Metric.ARRIVED_IN_TIME, demand, day);
                }
            }
            case CalloutEvent.Graded(Snapshot demand, CalloutEvent.Grade grade, Instant day) -> {
                change.flow(Metric.CALL_GRADED, demand, day);
                switch (grade) {
                    case IN_PLACE -> change.flow(Metric.CALL_IN_PLACE, demand, day);
                    case MOSTLY -> change.flow(Metric.CALL_MOSTLY, demand, day);
                    case NOT_IN_PLACE -> {
                        // Counted by what is left of those judged.
                    }
                }
            }
        }
        deltas.append(change);
    }
}
