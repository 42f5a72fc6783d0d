package org.gongzhi.organization;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.organization.OrganizationKindQueries.OrganizationKind;
import org.gongzhi.organization.OrganizationLimits.Limit;
import org.gongzhi.organization.OrganizationLimits.Limits;
import org.gongzhi.organization.Posts.Post;
import org.jspecify.annotations.Nullable;

/** What the rules say of how large an organization is, how long it serves and how many lead it: a stop below what is required, a word above what is normal. */
final class SetUpPolicy {

    private SetUpPolicy() {}

    /**
     * What a rule has to say about an organization: that it may not be so, or that it normally is otherwise.
     *
     * @param stop the refusal; null for a warning
     * @param key of the sentence that says it, with the article and the remedy
     */
    record Finding(@Nullable OrganizationRefusal stop, String key, String field, List<Object> facts) {

        static Finding stop(OrganizationRefusal reason, String field, Object... facts) {
            return new Finding(reason, reason.code(), field, List.of(facts));
        }

        static Finding warning(String key, String field, Object... facts) {
            return new Finding(null, "organization.warning." + key, field, List.of(facts));
        }

        /** Done with the warnings unless something may not be. */
        static Outcome<List<Finding>> unlessStopped(List<Finding> findings) {
            for (Finding finding : findings) {
                if (finding.stop() != null) {
                    return Outcome.invalid(
                            finding.field(), finding.stop(), finding.facts().toArray());
                }
            }
            return Outcome.done(findings);
        }
    }

    static List<Finding> onSize(Organization one, OrganizationKind kind, Limits limits) {
        List<Finding> found = new ArrayList<>();
        if (kind.leastKey() != null) {
            Limit least = limits.of(kind.leastKey());
            if (one.fullMembers() < least.amount()) {
                found.add(Finding.stop(
                        OrganizationRefusal.TOO_FEW_FULL_MEMBERS,
                        "fullMembers",
                        one.fullMembers(),
                        least.amount(),
                        least.article()));
            }
        }
        if (kind.mostKey() != null) {
            Limit most = limits.of(kind.mostKey());
            if (one.members() > most.amount()) {
                found.add(Finding.warning("too-many-members", "members", one.members(), most.amount(), most.article()));
            }
        }
        if (kind.aboveKey() != null) {
            Limit above = limits.of(kind.aboveKey());
            if (one.fullMembers() <= above.amount()) {
                found.add(Finding.warning(
                        "small-for-its-kind",
                        "fullMembers",
                        one.fullMembers(),
                        above.amount(),
                        kind.name(),
                        above.article()));
            }
        }
        if (kind.unitsKey() != null) {
            onUnits(one.units(), limits.of(kind.unitsKey()), found);
        }
        if (kind.lastsKey() != null) {
            onWork(one.foundedOn(), one.lastsUntil(), limits.of(kind.lastsKey()), found);
        }
        return List.copyOf(found);
    }

    private static void onUnits(@Nullable Integer units, Limit most, List<Finding> found) {
        if (units == null || units < 2) {
            found.add(Finding.stop(OrganizationRefusal.UNITS_MISSING, "units"));
        } else if (units > most.amount()) {
            found.add(Finding.warning("too-many-units", "units", units, most.amount(), most.article()));
        }
    }

    private static void onWork(LocalDate from, @Nullable LocalDate until, Limit least, List<Finding> found) {
        if (until == null || !until.isAfter(from)) {
            found.add(Finding.stop(OrganizationRefusal.END_OF_WORK_MISSING, "lastsUntil"));
        } else if (from.plusMonths(least.amount()).isAfter(until)) {
            found.add(Finding.stop(
                    OrganizationRefusal.WORK_TOO_SHORT,
                    "lastsUntil",
                    ChronoUnit.MONTHS.between(from, until),
                    least.amount(),
                    least.article()));
        }
    }

    /** When a term that begins on that day is over, by the rule. */
    static LocalDate due(OrganizationKind kind, LocalDate from, Limits limits) {
        return from.plusYears(limits.of(kind.termKey()).amount());
    }

    /** @param before when the term before it is or was over; null: it is the first */
    static List<Finding> onTerm(
            OrganizationKind kind, LocalDate from, LocalDate due, @Nullable LocalDate before, Limits limits) {
        List<Finding> found = new ArrayList<>();
        Limit years = limits.of(kind.termKey());
        Limit slack = limits.of("term.early_or_late");
        LocalDate usual = from.plusYears(years.amount());
        if (due.isBefore(usual.minusYears(slack.amount())) || due.isAfter(usual.plusYears(slack.amount()))) {
            found.add(Finding.stop(
                    OrganizationRefusal.TERM_OUT_OF_BOUNDS,
                    "dueOn",
                    years.amount(),
                    slack.amount(),
                    usual.toString(),
                    years.article()));
        } else if (!due.equals(usual)) {
            found.add(Finding.warning(
                    "term-not-as-usual", "dueOn", years.amount(), usual.toString(), slack.amount(), years.article()));
        }
        if (before != null && from.isBefore(before.minusYears(slack.amount()))) {
            found.add(Finding.warning("elected-early", "from", before.toString(), slack.amount(), slack.article()));
        }
        if (before != null && from.isAfter(before.plusYears(slack.amount()))) {
            found.add(Finding.warning("elected-late", "from", before.toString(), slack.amount(), slack.article()));
        }
        return List.copyOf(found);
    }

    /** @param seats how many would lead it, the new one included */
    static List<Finding> onBoard(Organization one, OrganizationKind kind, Post post, int seats, Limits limits) {
        if (!kind.hasBoard()) {
            return List.of();
        }
        Limit from = limits.of("board.from");
        if (one.fullMembers() < from.amount()) {
            return post == Post.MEMBER
                    ? List.of(Finding.stop(
                            OrganizationRefusal.NO_BOARD, "post", one.fullMembers(), from.amount(), from.article()))
                    : List.of();
        }
        Limit most = limits.of("board.most");
        if (seats > most.amount()) {
            return List.of(Finding.stop(OrganizationRefusal.BOARD_FULL, "post", most.amount(), most.article()));
        }
        Limit usual = limits.of("board.usual");
        return seats > usual.amount()
                ? List.of(Finding.warning("large-board", "post", seats, usual.amount(), usual.article()))
                : List.of();
    }
}
