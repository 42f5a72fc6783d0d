package org.gongzhi.callout;

import java.time.Instant;
import java.util.Locale;
import org.gongzhi.demand.DemandEvent;

/** What happened to call-outs, told in the transaction in which it happened. {@code calledAt}: when the street called, the day all figures belong to. */
public sealed interface CalloutEvent {

    /** 吹哨: {@code bodies} were called at once. */
    record Whistled(DemandEvent.Snapshot demand, int bodies, Instant calledAt) implements CalloutEvent {}

    record Arrived(DemandEvent.Snapshot demand, boolean isInTime, Instant calledAt) implements CalloutEvent {}

    record Graded(DemandEvent.Snapshot demand, Grade grade, Instant calledAt) implements CalloutEvent {}

    /** 到位, 基本到位, 不到位: how a street judges what came of a call. */
    enum Grade {
        IN_PLACE,
        MOSTLY,
        NOT_IN_PLACE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Grade of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
