package org.gongzhi.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.RegionCode;

/** 沿用: the nearest territory that says something on the day is the one whose rule holds. */
public final class Inheritance {

    private Inheritance() {}

    /**
     * The rule on a matter that holds at the end of a path on a day.
     *
     * @param path from the nation down to the place
     */
    public static Optional<RuleVersion> holding(
            List<RuleVersion> said, List<RegionCode> path, String key, LocalDate on) {
        return path.reversed().stream()
                .flatMap(node -> said.stream()
                        .filter(rule -> rule.region().equals(node) && rule.key().equals(key) && rule.holdsOn(on)))
                .findFirst();
    }
}
