package org.gongzhi.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many names of each level share a pair of characters. */
final class GramCounts {

    record Count(String gram, int level, int nodes) {}

    private final Map<String, int[]> byGram = new HashMap<>();

    void add(int level, Set<String> grams) {
        grams.forEach(gram -> byGram.computeIfAbsent(gram, _ -> new int[Region.GRID + 1])[level]++);
    }

    /** Of the pairs that more than so many share in all: how many at each level that has any. */
    List<Count> above(int common) {
        List<Count> counts = new ArrayList<>();
        byGram.forEach((gram, levels) -> {
            if (Arrays.stream(levels).sum() > common) {
                for (int level = 0; level < levels.length; level++) {
                    if (levels[level] > 0) {
                        counts.add(new Count(gram, level, levels[level]));
                    }
                }
            }
        });
        return counts;
    }
}
