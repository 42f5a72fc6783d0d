package org.gongzhi.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;

/** Dates inside the sentences that are written into records, which are Chinese whatever the reader's language. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private Words() {}

    static String moment(Instant at) {
        return MOMENT.format(at.atZone(Time.ZONE));
    }

    static String day(LocalDate on) {
        return DAY.format(on);
    }

    /** The first sentence of what was said, short enough for a list. */
    static String titleOf(String words) {
        String firstLine = words.strip().split("\\R", 2)[0].strip();
        int end = firstLine.length();
        for (int i = 0; i < firstLine.length(); i++) {
            if ("。！？!?；;".indexOf(firstLine.charAt(i)) >= 0 && i >= 4) {
                end = i;
                break;
            }
        }
        String sentence = firstLine.substring(0, end);
        if (sentence.codePointCount(0, sentence.length()) <= 30) {
            return sentence;
        }
        return sentence.substring(0, sentence.offsetByCodePoints(0, 29)) + "…";
    }

    /** Without the characters nobody typed (controls and halves of characters, which PostgreSQL refuses too) and without blank ends. */
    static String tidy(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.codePoints()
                        .filter(point -> !Character.isISOControl(point) || point == '\n')
                        .filter(point -> Character.getType(point) != Character.SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
    }

    static @Nullable String tidyOrNull(@Nullable String typed) {
        String tidy = tidy(typed);
        return tidy.isEmpty() ? null : tidy;
    }

    /** Staff's words on a step: tidy, and no longer than a step holds. */
    static Outcome<String> checked(@Nullable String typed, String field, int most, boolean isNeeded) {
        String tidy = tidy(typed);
        int length = tidy.codePointCount(0, tidy.length());
        if (isNeeded && length == 0) {
            return Outcome.invalid(field, DemandRefusal.WORDS_MISSING);
        }
        return length > most ? Outcome.invalid(field, DemandRefusal.WORDS_TOO_LONG, most, length) : Outcome.done(tidy);
    }
}
