package org.gongzhi.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rule says; the one part of its book is there, the others are absent. */
public record RuleTerms(
        @Nullable Clock clock,
        @Nullable Formula formula,
        @Nullable Kind kind,
        @Nullable Reason reason,
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

    /**
     * 类别. Name, parent and whether it is public are said by the territory that made the kind and hold for everybody below: the same matter bears the same name
     * in every figure.
     *
     * @param clazz of its clock
     * @param radius in metres, within which two matters of the kind may be the same one; absent: by words alone
     */
    public record Kind(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String parent,
            @JsonProperty("class") String clazz,
            int position,
            @Nullable Boolean isPublic,
            @Nullable String hotline,
            @Nullable Integer radius,
            boolean isActive,
            List<Question> questions) {}

    /**
     * An extra question of a kind.
     *
     * @param kind text, number, choice or date
     * @param audience public: residents are asked too; staff: only who registers
     * @param choices of a choice, otherwise empty
     */
    public record Question(
            String code,
            String kind,
            String label,
            @Nullable String labelEn,
            boolean isRequired,
            String audience,
            List<String> choices) {}

    /**
     * 理由. Name and verb are said by the territory that made it.
     *
     * @param instead 可以找谁, read by the resident when declined
     */
    public record Reason(
            @Nullable String verb,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String instead,
            boolean needsWords,
            int position,
            boolean isActive) {}

    /** 派遣: the department suggested first. Its name comes with what is read, and is not sent. */
    public record Route(
            @Nullable UUID departmentId, @Nullable String departmentName) {}

    public static RuleTerms of(Clock clock) {
        return new RuleTerms(clock, null, null, null, null);
    }

    public static RuleTerms of(Formula formula) {
        return new RuleTerms(null, formula, null, null, null);
    }

    public static RuleTerms of(Kind kind) {
        return new RuleTerms(null, null, kind, null, null);
    }

    public static RuleTerms of(Reason reason) {
        return new RuleTerms(null, null, null, reason, null);
    }

    public static RuleTerms of(Route route) {
        return new RuleTerms(null, null, null, null, route);
    }
}
