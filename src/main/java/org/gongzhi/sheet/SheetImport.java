package org.gongzhi.sheet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** A sheet on its way in: uploaded, checked, applied, perhaps taken back. */
record SheetImport(
        UUID id,
        String kind,
        RegionCode region,
        String person,
        String name,
        long bytes,
        int headingLine,
        List<String> headings,
        @Nullable SheetMapping mapping,
        String state,
        @Nullable UUID jobId,
        boolean hasContent,
        Counts counts,
        Instant createdAt,
        @Nullable Instant checkedAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt) {

    /** @param appliedTo the lines of turns before {@code appliedTurn} are applied, and of that turn up to here */
    record Counts(
            int lines,
            int fresh,
            int changed,
            int same,
            int wrong,
            long appliedTurn,
            int appliedTo,
            int applied,
            int undone,
            int kept) {

        int good() {
            return fresh + changed;
        }
    }

    /** Columns may be chosen anew as long as nothing was applied. */
    Outcome<SheetImport> mayCheck() {
        if (!hasContent) {
            return Outcome.refused(SheetRefusal.CONTENT_GONE);
        }
        boolean isOpen = counts.applied() == 0 && !state.equals("applying");
        return isOpen ? Outcome.done(this) : Outcome.refused(SheetRefusal.BUSY);
    }

    /** Once checked; also again, where it broke off. */
    Outcome<SheetImport> mayApply() {
        if (!hasContent) {
            return Outcome.refused(SheetRefusal.CONTENT_GONE);
        }
        if (!state.equals("checked")) {
            return Outcome.refused(state.equals("uploaded") ? SheetRefusal.NOT_CHECKED : SheetRefusal.BUSY);
        }
        return counts.good() == 0 ? Outcome.refused(SheetRefusal.NOTHING_TO_APPLY) : Outcome.done(this);
    }

    /** As often as wanted: what somebody worked on stays, and may be free later. */
    Outcome<SheetImport> mayUndo() {
        if (counts.applied() <= counts.undone()) {
            return Outcome.refused(SheetRefusal.NOTHING_TO_UNDO);
        }
        return state.equals("applying") || state.equals("undoing")
                ? Outcome.refused(SheetRefusal.BUSY)
                : Outcome.done(this);
    }

    SheetKind.Order order() {
        SheetMapping known = mapping == null
                ? new SheetMapping(java.util.Map.of(), java.util.Map.of(), java.util.Map.of())
                : mapping;
        return new SheetKind.Order(id, name, known.columns().keySet(), known.words(), known.options());
    }
}
