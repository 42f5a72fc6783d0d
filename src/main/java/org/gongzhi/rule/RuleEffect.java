package org.gongzhi.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/** What would have been different, worked out from the records by whoever keeps them. Inside the caller's transaction. */
public interface RuleEffect {

    /** The book it is about. */
    String book();

    List<Figure> of(Actor actor, Asked asked);

    /**
     * A rule somebody thinks of, and where.
     *
     * @param now what holds at the node on the day the draft begins; null: nothing
     * @param overriding below the node, whom the draft does not reach
     */
    record Asked(
            RuleDraft draft,
            @Nullable RuleVersion now,
            Region node,
            List<RuleVersion> overriding,
            LocalDate today,
            boolean isEnglish) {}

    /**
     * A number and what stands behind it.
     *
     * @param sentence with the number in it
     * @param cases the first hundred, newest first
     */
    record Figure(String code, long count, String sentence, List<Case> cases) {}

    /**
     * A case as everybody who keeps rules may know it: its number and times, never its words.
     *
     * @param before due time or words by what holds, {@code after} by the draft; absent where nothing is compared
     */
    record Case(
            String number,
            Instant at,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter,
            @Nullable String before,
            @Nullable String after) {}
}
