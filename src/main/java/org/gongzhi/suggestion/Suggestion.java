package org.gongzhi.suggestion;

import java.time.Instant;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody said of the system itself.
 *
 * @param readAt when the sender saw the answer
 */
record Suggestion(
        SuggestionId id,
        SuggestionKind kind,
        String words,
        String page,
        Sender sender,
        Addressee to,
        Instant askedAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable Answer answer,
        @Nullable Instant readAt) {

    /**
     * Who said it, and where they work.
     *
     * @param account null: a resident, of whom nothing is known but a code
     * @param name with place: 周敏 · 永安里社区
     */
    record Sender(
            RegionCode region,
            @Nullable UUID account,
            @Nullable UUID department,
            String name) {}

    /**
     * Who answers: the nearest level above with people; where there is none, whoever keeps the system.
     *
     * @param node the level above; where administrators answer, the sender's own
     */
    record Addressee(RegionCode node, boolean isForAdministrators) {}

    record Answer(Instant at, String name, String words) {}

    SuggestionStatus status() {
        return answer == null ? SuggestionStatus.OPEN : SuggestionStatus.ANSWERED;
    }
}
