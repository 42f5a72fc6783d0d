package org.gongzhi.redaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.file.Covers.Area;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;

/** A listed reason, with words where it needs some. */
record Justified(RedactionReason reason, @Nullable String note) {

    static final int LONGEST = 200;

    static Outcome<Justified> of(@Nullable String reason, @Nullable String typed) {
        String note = Words.tidyOrNull(typed);
        return RedactionReason.of(reason)
                .<Outcome<Justified>>map(listed -> Outcome.done(new Justified(listed, note)))
                .orElseGet(() -> Outcome.invalid("reason", RedactionRefusal.REASON_MISSING))
                .unless(why -> why.reason() == RedactionReason.OTHER && note == null
                        ? Outcome.invalid("note", RedactionRefusal.NOTE_MISSING)
                        : Outcome.done(why))
                .unless(why -> fits(note) ? Outcome.done(why) : tooLong());
    }

    /** Why something is opened or brought back. */
    static Outcome<String> words(@Nullable String typed, String field) {
        String tidy = Words.tidy(typed);
        return tidy.isEmpty()
                ? Outcome.invalid(field, RedactionRefusal.NOTE_MISSING)
                : fits(tidy) ? Outcome.done(tidy) : Outcome.invalid(field, RedactionRefusal.NOTE_TOO_LONG, LONGEST);
    }

    private static boolean fits(@Nullable String note) {
        return note == null || note.codePointCount(0, note.length()) <= LONGEST;
    }

    private static Outcome<Justified> tooLong() {
        return Outcome.invalid("note", RedactionRefusal.NOTE_TOO_LONG, LONGEST);
    }

    /** The reason is read by everybody, so it must not say what it covers. */
    Outcome<Justified> unlessItSays(String words) {
        return says(note, words) ? Outcome.invalid("note", RedactionRefusal.NOTE_SAYS_IT) : Outcome.done(this);
    }

    static boolean says(@Nullable String note, String words) {
        return note != null && !note.equals(new Covering(List.of(words)).apply(note));
    }

    String inRecords() {
        return "理由：" + reason.inRecords() + (note == null ? "" : "，" + note);
    }

    Redaction redaction(
            UUID id, Demand demand, @Nullable UUID photo, List<Area> areas, int places, Actor actor, Instant now) {
        return new Redaction(
                id,
                demand.id().value(),
                demand.origin().region(),
                photo,
                areas,
                places,
                reason.code(),
                note,
                nameOf(actor),
                now,
                null,
                null,
                null);
    }

    static String nameOf(Actor actor) {
        return actor.nodeName().isEmpty() ? actor.name() : actor.name() + "（" + actor.nodeName() + "）";
    }
}
