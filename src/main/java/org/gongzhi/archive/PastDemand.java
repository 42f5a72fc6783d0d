package org.gongzhi.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;

/** A demand as it stands, and how it came to. Its number is given here, in the order of {@code raisedAt} within street and month. */
public record PastDemand(
        UUID id,
        RegionCode region,
        String title,
        String words,
        String kind,
        String channel,
        String place,
        @Nullable Double lng,
        @Nullable Double lat,
        boolean isAnonymous,
        @Nullable UUID contact,
        Instant raisedAt,
        @Nullable UUID registeredBy,
        DemandStatus status,
        Instant statusAt,
        @Nullable DemandStatus resumeStatus,
        RegionCode node,
        RegionCode firstNode,
        @Nullable UUID department,
        @Nullable UUID handler,
        @Nullable Instant acceptedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant closedAt,
        @Nullable Instant settledAt,
        UUID clockRule,
        Instant dueAt,
        Instant warnAt,
        @Nullable Instant pausedAt,
        @Nullable LocalDate reviewOn,
        boolean isLate,
        @Nullable String reasonCode,
        @Nullable String reasonWords,
        int joiners,
        int reopens,
        boolean isPublished,
        List<Answered> answers,
        List<Step> steps,
        List<CallBack> callBacks,
        @Nullable Transfer transfer) {

    public record Step(
            Instant at,
            DemandVerb verb,
            @Nullable DemandStatus from,
            DemandStatus to,
            @Nullable UUID account,
            String actor,
            RegionCode node,
            @Nullable UUID department,
            @Nullable String toName,
            @Nullable String reasonCode,
            String words,
            @Nullable String publicWords) {}

    /** {@code closing}: which closing it judges, counted from 0. Nulls when nobody was reached. */
    public record CallBack(
            int closing,
            Instant at,
            @Nullable UUID account,
            boolean isValid,
            @Nullable Boolean isContacted,
            @Nullable Boolean isSolved,
            DemandEvent.@Nullable Satisfaction satisfaction) {}

    public record Transfer(
            String direction,
            RegionCode from,
            RegionCode to,
            @Nullable String reasonCode,
            String words,
            Instant offeredAt,
            UUID offeredBy,
            @Nullable Instant endedAt,
            @Nullable String outcome) {}
}
