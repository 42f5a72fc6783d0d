package org.gongzhi.organization;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;

/** What is typed about an organization, as it is kept. */
final class OrganizationWords {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WHY = 300;
    private static final int LONGEST_HOLDER = 40;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z-]{2,30}");

    private OrganizationWords() {}

    static Outcome<String> name(@Nullable String typed) {
        String name = Words.tidy(typed).replaceAll("\\s+", " ");
        int length = length(name);
        return length < SHORTEST_NAME || length > LONGEST_NAME
                ? Outcome.invalid("name", OrganizationRefusal.NAME_WRONG, SHORTEST_NAME, LONGEST_NAME, length)
                : Outcome.done(name);
    }

    static Outcome<Optional<String>> code(@Nullable String typed) {
        String code = Words.tidy(typed).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        return CODE.matcher(code).matches()
                ? Outcome.done(Optional.of(code))
                : Outcome.invalid("code", OrganizationRefusal.CODE_WRONG);
    }

    /** The document a change rests on, or the reason. */
    static Outcome<String> why(@Nullable String typed) {
        String why = Words.tidy(typed);
        return why.isEmpty() || length(why) > LONGEST_WHY
                ? Outcome.invalid("why", OrganizationRefusal.WHY_MISSING, LONGEST_WHY)
                : Outcome.done(why);
    }

    static Outcome<String> holder(@Nullable String typed) {
        String holder = Words.tidy(typed);
        return holder.isEmpty() || length(holder) > LONGEST_HOLDER
                ? Outcome.invalid("holder", OrganizationRefusal.HOLDER_WRONG, LONGEST_HOLDER)
                : Outcome.done(holder);
    }

    static Outcome<Optional<String>> work(@Nullable String typed) {
        String work = Words.tidy(typed);
        return length(work) > LONGEST_HOLDER
                ? Outcome.invalid("work", OrganizationRefusal.HOLDER_WRONG, LONGEST_HOLDER)
                : Outcome.done(work.isEmpty() ? Optional.empty() : Optional.of(work));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
