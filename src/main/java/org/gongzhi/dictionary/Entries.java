package org.gongzhi.dictionary;

import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;

/** What every entry people make must be like. */
final class Entries {

    private static final int LONGEST_NAME = 20;
    private static final int LAST_POSITION = 999;

    private Entries() {}

    static Outcome<String> name(@Nullable String name) {
        String tidy = Words.tidyOrNull(name);
        return tidy == null || tidy.length() > LONGEST_NAME
                ? Outcome.invalid("name", DictionaryRefusal.NAME_MISSING)
                : Outcome.done(tidy);
    }

    static Outcome<Integer> position(int position) {
        return position < 1 || position > LAST_POSITION
                ? Outcome.invalid("position", DictionaryRefusal.POSITION_OUT_OF_RANGE, position)
                : Outcome.done(position);
    }

    static Outcome<Boolean> text(String field, @Nullable String text, int most) {
        return text != null && text.length() > most
                ? Outcome.invalid(field, DictionaryRefusal.TEXT_TOO_LONG, most, text.length())
                : Outcome.done(true);
    }

    /** Codes are for the machine: people see names. */
    static String newCode(String prefix) {
        return prefix + "_" + Ids.next().toString().substring(24);
    }
}
