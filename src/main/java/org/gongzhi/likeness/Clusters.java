package org.gongzhi.likeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.rule.RuleTerms;

/** 集中反映: open matters of one kind around one of them, enough of them and lately. Nobody belongs to two. */
final class Clusters {

    /** Each is compared with each: beyond this many of one kind in a street the older ones are left out. */
    static final int MOST_COMPARED = 600;

    record Matter(UUID id, String kind, Spot spot, Instant raisedAt) {}

    private Clusters() {}

    /**
     * The largest first: of what is left, the one with most others near, and these; until too few are left together.
     *
     * @param matters of one kind and one street
     */
    static List<List<Matter>> of(List<Matter> matters, RuleTerms.Likeness rule, Instant now) {
        Instant oldest = now.minus(java.time.Duration.ofDays(rule.days()));
        List<Matter> lately = matters.stream()
                .filter(each -> !each.raisedAt().isBefore(oldest))
                .sorted(Comparator.comparing(Matter::raisedAt)
                        .thenComparing(each -> each.id().toString())
                        .reversed())
                .limit(MOST_COMPARED)
                .toList();
        Map<Matter, List<Matter>> near = new HashMap<>();
        for (Matter one : lately) {
            near.put(
                    one,
                    lately.stream()
                            .filter(other -> one.spot().isNear(other.spot(), rule.radiusMetres()))
                            .toList());
        }
        List<List<Matter>> clusters = new ArrayList<>();
        Set<Matter> left = new HashSet<>(lately);
        while (true) {
            List<Matter> largest = List.of();
            for (Matter one : lately) {
                if (left.contains(one)) {
                    List<Matter> around = near.getOrDefault(one, List.of()).stream()
                            .filter(left::contains)
                            .toList();
                    if (around.size() > largest.size()) {
                        largest = around;
                    }
                }
            }
            if (largest.size() < rule.least()) {
                return clusters;
            }
            clusters.add(largest);
            largest.forEach(left::remove);
        }
    }
}
