package org.gongzhi.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One department or body that was called to a demand, as it stands. Those with the same {@code whistle} were called at once.
 *
 * @param status called, refused, arrived, finished, released or withdrawn
 * @param grade in_place, mostly or not_in_place
 */
public record PastCallout(
        UUID id,
        UUID whistle,
        UUID demand,
        RegionCode region,
        RegionCode node,
        UUID caller,
        String callerName,
        @Nullable UUID department,
        String name,
        boolean isLead,
        String reason,
        String words,
        String status,
        Instant calledAt,
        Instant arriveDueAt,
        Instant dueAt,
        @Nullable Instant arrivedAt,
        @Nullable String refusalCode,
        @Nullable String refusalWords,
        @Nullable Instant endedAt,
        @Nullable String result,
        @Nullable String grade,
        @Nullable String gradeWords,
        @Nullable Instant gradedAt,
        List<Note> notes) {

    /**
     * What was said of it, for those called and for the history of the case.
     *
     * @param account null for what the clock did
     */
    public record Note(
            UUID id, Instant at, String verb, @Nullable UUID account, String actor, String words, String inTheCase) {}

    public boolean isOpen() {
        return endedAt == null;
    }
}
