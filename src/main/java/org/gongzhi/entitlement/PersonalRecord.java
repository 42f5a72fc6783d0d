package org.gongzhi.entitlement;

import java.time.Instant;
import java.util.List;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about whoever raised a case, as they are shown it. Names and phones stay masked: a code may be in other hands.
 *
 * @param name masked; null when none is kept
 * @param phone masked; null when none is kept
 * @param lng of the point on the map, WGS 84; null when none is kept
 * @param answers to what was asked besides
 * @param told what was said to or by them since
 * @param looks at name and phone: when and for what, as {@code portal} shows them
 */
public record PersonalRecord(
        String number,
        Instant raisedAt,
        String kind,
        String where,
        String place,
        @Nullable Double lng,
        @Nullable Double lat,
        String title,
        String words,
        boolean anonymous,
        @Nullable String name,
        @Nullable String phone,
        List<Answered.Told> answers,
        List<Line> told,
        List<String> files,
        List<Look> looks) {

    /** What was said, and when. */
    public record Line(Instant at, String words) {}

    /**
     * A look at name and phone.
     *
     * @param purpose its code
     */
    public record Look(Instant at, String purpose) {}
}
