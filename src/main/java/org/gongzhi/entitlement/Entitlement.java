package org.gongzhi.entitlement;

import java.time.Instant;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One request of whoever raised a case.
 *
 * @param node who answers: whoever answered for the case when it was asked
 */
record Entitlement(
        UUID id,
        UUID demand,
        RegionCode region,
        RegionCode node,
        EntitlementKind kind,
        Instant askedAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable Answer answer) {

    static final String SUBJECT = "entitlement";

    /** @param ground of a refusal; null when granted */
    record Answer(Instant at, String by, @Nullable EntitlementGround ground) {

        boolean isGranted() {
            return ground == null;
        }
    }

    boolean isGranted() {
        return answer != null && answer.isGranted();
    }
}
