package org.gongzhi.reorganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** One change of the tree, from its plan to its end. */
record Reorganization(
        UUID id,
        RegionCode region,
        Asked asked,
        Plan plan,
        State state,
        String treeMark,
        String planner,
        Instant plannedAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt,
        @Nullable UUID jobId,
        @Nullable Long rowsMoved) {

    enum State {
        PLANNED,
        APPLYING,
        APPLIED,
        UNDOING,
        UNDONE,
        DROPPED
    }

    boolean isUnderWay() {
        return state == State.APPLYING || state == State.UNDOING;
    }

    /** @param markNow what the nodes look like at this moment */
    Outcome<Reorganization> mayBeApplied(LocalDate today, String markNow) {
        if (state != State.PLANNED) {
            return Outcome.refused(ReorganizationRefusal.NOT_PLANNED);
        }
        if (asked.effectiveOn().isAfter(today)) {
            return Outcome.refused(
                    ReorganizationRefusal.NOT_YET, asked.effectiveOn().toString());
        }
        if (plan.hasOpenQuestions()) {
            return Outcome.refused(ReorganizationRefusal.QUESTIONS_OPEN);
        }
        return treeMark.equals(markNow) ? Outcome.done(this) : Outcome.refused(ReorganizationRefusal.TREE_CHANGED);
    }

    Outcome<Reorganization> mayBeUndone() {
        return state == State.APPLIED ? Outcome.done(this) : Outcome.refused(ReorganizationRefusal.NOT_APPLIED);
    }
}
