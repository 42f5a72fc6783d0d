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
        @Nullable Route route,
        @Nullable Kind kind,
        @Nullable Reason reason,
        @Nullable Likeness likeness,
        @Nullable Retention retention,
        @Nullable Questions questions,
        @Nullable Limit limit) {

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

    /**
     * 类别: how a territory uses it. Name, parent and whether it is public are given once, to a new kind; they stay, so that figures can be compared.
     *
     * @param clazz of its clock: urgent, utility, ordinary or hard
     * @param isActive whether it is offered
     */
    public record Kind(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String parent,
            @Nullable Boolean isPublic,
            @JsonProperty("class") String clazz,
            int position,
            @Nullable String hotline,
            boolean isActive) {}

    /**
     * 理由: how a territory uses it. Verb and name are given once, to a new reason.
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

    /**
     * 相似.
     *
     * @param radiusMetres how near the same matter lies
     * @param days how long after its end a matter may be the same, and how far back those lie that stand together
     * @param least from how many on they stand together
     */
    public record Likeness(int radiusMetres, int days, int least) {}

    /**
     * 保存期限.
     *
     * @param months after a case has ended
     * @param removesPhotos the pictures people sent with it go too
     */
    public record Retention(int months, boolean removesPhotos) {}

    /** 补充问题: what is asked besides of whoever raises a matter of the kind, in this order. */
    public record Questions(List<Question> asked) {}

    /**
     * One question.
     *
     * @param code the same from version to version, for programs; absent for a new one: it is made up
     * @param type text, one, many, number, date or yes_no
     * @param options to choose from, for one and many
     * @param help read below the question
     */
    public record Question(
            @Nullable String code,
            String text,
            @Nullable String textEn,
            String type,
            boolean isRequired,
            @Nullable List<Choice> options,
            @Nullable String help,
            @Nullable String helpEn) {}

    /** What can be chosen. */
    public record Choice(String text, @Nullable String textEn) {}

    /**
     * 党组织规则: one number, people, units, months or years, as its matter says.
     *
     * @param amount from 1 to 1,000
     */
    public record Limit(int amount) {}

    public static RuleTerms of(Clock clock) {
        return new RuleTerms(clock, null, null, null, null, null, null, null, null);
    }

    public static RuleTerms of(Formula formula) {
        return new RuleTerms(null, formula, null, null, null, null, null, null, null);
    }

    public static RuleTerms of(Route route) {
        return new RuleTerms(null, null, route, null, null, null, null, null, null);
    }

    public static RuleTerms of(Kind kind) {
        return new RuleTerms(null, null, null, kind, null, null, null, null, null);
    }

    public static RuleTerms of(Reason reason) {
        return new RuleTerms(null, null, null, null, reason, null, null, null, null);
    }

    public static RuleTerms of(Likeness likeness) {
        return new RuleTerms(null, null, null, null, null, likeness, null, null, null);
    }

    public static RuleTerms of(Retention retention) {
        return new RuleTerms(null, null, null, null, null, null, retention, null, null);
    }

    public static RuleTerms of(Questions questions) {
        return new RuleTerms(null, null, null, null, null, null, null, questions, null);
    }

    public static RuleTerms of(Limit limit) {
        return new RuleTerms(null, null, null, null, null, null, null, null, limit);
    }
}
