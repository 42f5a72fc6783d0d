package org.gongzhi.redaction;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Covers words in texts, in the order in which they were covered. A text never gets longer, and how long the words were is not told. */
final class Covering {

    static final String MARK = "■■";
    static final int SHORTEST = MARK.length();

    private static final String CUT = "…";

    private final List<String> words;

    Covering(List<String> words) {
        this.words = words;
    }

    /** Absent texts stay absent. */
    @Nullable
    String apply(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String left = text;
        for (String each : words) {
            left = covered(left, each);
            // Titles for the public are written in one form of what looks the same.
            left = covered(left, Normalizer.normalize(each, Normalizer.Form.NFKC));
        }
        return left;
    }

    Passage apply(Passage passage) {
        return passage.with(
                passage.parts().stream().<@Nullable String>map(this::apply).toList());
    }

    private static String covered(String text, String word) {
        if (word.length() < SHORTEST) {
            return text;
        }
        String left = text.replace(word, MARK);
        // A title ends where its room does: the beginning of the words may stand there.
        for (int length = word.length() - 1; length >= SHORTEST; length--) {
            String cut = word.substring(0, length) + CUT;
            if (left.endsWith(cut)) {
                return left.substring(0, left.length() - cut.length()) + MARK + CUT;
            }
        }
        return left;
    }
}
