package org.gongzhi.callout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.callout.CalloutEvent.Grade;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Lamp;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one demand as its page shows them.
 *
 * @param open how many still hold the demand
 */
record CalloutPage(
        List<Whistle> whistles,
        int open,
        @OneOf(codes = DemandStatus.class) String demandStatus) {

    record Whistle(
            UUID id, Instant at, String reason, String reasonName, String words, String actor, List<Called> called) {}

    /** @param dueAt of the clock that matters as it stands: to come, or to be done */
    record Called(
            UUID id,
            int version,
            UUID demandId,
            String demandTitle,
            String demandNumber,
            String regionCode,
            String name,
            @Nullable UUID departmentId,
            boolean lead,
            String words,
            @OneOf(codes = CalloutStatus.class) String status,
            @OneOf(codes = Lamp.class) String lamp,
            Instant calledAt,
            Instant dueAt,
            Instant warnAt,
            Instant arriveDueAt,
            Instant finishDueAt,
            @Nullable Instant pausedAt,
            @Nullable Instant arrivedAt,
            @Nullable Boolean inTime,
            @Nullable Refused refused,
            @Nullable Instant endedAt,
            @Nullable String result,
            @Nullable Judged judged,
            List<Note> notes,
            List<May> may) {}

    record Refused(String reason, String reasonName, String words, boolean held) {}

    record Judged(
            @OneOf(codes = Grade.class) String grade,
            String words,
            Instant at,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    record Note(UUID id, Instant at, String verb, String verbName, String actor, String words, List<FileLink> files) {}

    record FileLink(UUID id, String name, long bytes, boolean isImage) {}

    record May(
            String verb,
            boolean allowed,
            @Nullable String why,
            @Nullable String who) {}
}
