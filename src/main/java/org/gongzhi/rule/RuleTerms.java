package org.gongzhi.rule;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rule says; the one part of its book is there, the others are absent. */
public record RuleTerms(
        @Nullable Clock clock,
        @Nullable Formula formula,
        @Nullable Route route) {

    /**
     * 时限.
     *
     * @param unit hour, day or working_day
     * @param warnPercent the share of the time, counted back from the due time, in which it is called soon
     * @param warnHours or so many hours before the due time; one of the two
     */
    public record Clock(
            int amount,
            String unit,
            @Nullable Integer warnPercent,
            @Nullable Integer warnHours) {}

    /**
     * 三率口径.
     *
     * @param basicallyWeight what a "basically satisfied" counts in satisfaction
     */
    public record Formula(
            BigDecimal basicallyWeight,
            BigDecimal responseWeight,
            BigDecimal solutionWeight,
            BigDecimal satisfactionWeight) {}

    /** 派遣: the department suggested first. Its name comes with what is read, and is not sent. */
    public record Route(
            @Nullable UUID departmentId, @Nullable String departmentName) {}

    public static RuleTerms of(Clock clock) {
        return new RuleTerms(clock, null, null);
    }

    public static RuleTerms of(Formula formula) {
        return new RuleTerms(null, formula, null);
    }

    public static RuleTerms of(Route route) {
        return new RuleTerms(null, null, route);
    }
}
