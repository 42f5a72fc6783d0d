package org.gongzhi.suggestion;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which page somebody was on: its pattern and no more, {@code /demands/:id}. What stands in an address can name a person or a case, so everything that is not
 * plainly a word of the pages is left out.
 */
record PagePattern(String value) {

    private static final int MOST = 120;
    private static final int LONGEST_WORD = 30;
    private static final String PLACE = ":id";

    static PagePattern of(@Nullable String address) {
        String path = address == null ? "" : address.strip().split("[?#]", 2)[0];
        if (!path.startsWith("/")) {
            return new PagePattern("/");
        }
        String pattern =
                Arrays.stream(path.split("/", -1)).map(PagePattern::word).collect(Collectors.joining("/"));
        return new PagePattern(pattern.length() > MOST ? pattern.substring(0, MOST) : pattern);
    }

    private static String word(String part) {
        return part.isEmpty() || (part.length() <= LONGEST_WORD && part.matches(":?[a-zA-Z]+(-[a-zA-Z]+)*"))
                ? part
                : PLACE;
    }
}
