package org.gongzhi.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words as people typed them, and dates inside the sentences that are written into records, which are Chinese whatever the reader's language. */
public final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private static final int LONGEST_HEADLINE = 30;

    private Words() {}

    /** 11月24日 10:00. */
    public static String moment(Instant at) {
        return MOMENT.format(at.atZone(Time.ZONE));
    }

    /** 11月24日. */
    public static String day(LocalDate on) {
        return DAY.format(on);
    }

    /** Without the characters nobody typed (controls and halves of characters, which PostgreSQL refuses too) and without blank ends. */
    public static String tidy(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.codePoints()
                        .filter(point -> !Character.isISOControl(point) || point == '\n')
                        .filter(point -> Character.getType(point) != Character.SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
    }

    /** The first sentence of what was said, short enough for a list. */
    public static String headline(String words) {
        String firstLine = words.strip().split("\\R", 2)[0].strip();
        int end = firstLine.length();
        for (int i = 0; i < firstLine.length(); i++) {
            if ("。！？!?；;".indexOf(firstLine.charAt(i)) >= 0 && i >= 4) {
                end = i;
                break;
            }
        }
        String sentence = firstLine.substring(0, end);
        if (sentence.codePointCount(0, sentence.length()) <= LONGEST_HEADLINE) {
            return sentence;
        }
        return sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_HEADLINE - 1)) + "…";
    }

    /** {@link #tidy}, and nothing is null. */
    public static @Nullable String tidyOrNull(@Nullable String typed) {
        String tidy = tidy(typed);
        return tidy.isEmpty() ? null : tidy;
    }
}
