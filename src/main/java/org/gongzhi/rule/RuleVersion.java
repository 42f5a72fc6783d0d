package org.gongzhi.rule;

import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What a territory says on one matter for a time.
 *
 * @param key what it is about, in the words of its book: {@code demand.settle.utility}, the code of a kind
 * @param to first day it no longer holds; null: until further notice
 * @param source the document it rests on
 */
public record RuleVersion(
        UUID id,
        String key,
        RegionCode region,
        int version,
        LocalDate from,
        @Nullable LocalDate to,
        RuleTerms terms,
        String source) {

    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
}
