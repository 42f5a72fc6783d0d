package org.gongzhi.kernel;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** For {@code ./gongzhi fuzz}: whatever is typed becomes a question that PostgreSQL understands; cursors and codes of places are read or not. */
public final class SearchTermsFuzzer {

    /** No quote and no backslash within a word: nothing that could end it early. */
    private static final Pattern QUESTION = Pattern.compile("'[^'\\\\\\s]+'(:\\*)?( & '[^'\\\\\\s]+'(:\\*)?)*");

    private SearchTermsFuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        SearchTerms.query(typed).ifPresent(question -> {
            if (!QUESTION.matcher(question).matches()) {
                throw new AssertionError(question);
            }
        });
        SearchTerms.vector(typed);
        Cursor.decode(typed);
        RegionCode.parse(typed);
    }
}
