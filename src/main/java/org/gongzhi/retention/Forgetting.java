package org.gongzhi.retention;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.privacy.PublicTitle;
import org.jspecify.annotations.Nullable;

/** Takes people out of texts: those whose names and phones are known, and whatever looks like a name, a door, a phone or a number of somebody's. */
final class Forgetting {

    /** Where a text may not be empty. */
    static final String NOTHING_LEFT = "（已清除）";

    private static final int ROUNDS = 3;

    private final List<String> known;

    /** @param people as they left their names and phones */
    Forgetting(List<Contacts.Plain> people) {
        this.known = people.stream()
                .flatMap(person -> Stream.concat(Stream.ofNullable(person.name()), Stream.ofNullable(person.phone())))
                .filter(word -> word.length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Empty texts stay empty, absent ones absent. */
    @Nullable
    String apply(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals(NOTHING_LEFT)) {
            return text;
        }
        String left = text;
        for (String word : known) {
            left = left.replace(word, "一位居民");
        }
        // Until nothing changes any more: taking one thing out can bring two others together.
        for (int n = 0; n < ROUNDS; n++) {
            String next = PublicTitle.scrubbed(left);
            if (next.equals(left)) {
                break;
            }
            left = next;
        }
        return left.isEmpty() ? NOTHING_LEFT : cut(left, text.codePointCount(0, text.length()));
    }

    /** Words put in the place of others must not make a text longer than its column takes. */
    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
