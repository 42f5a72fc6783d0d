package org.gongzhi.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.support.RegionFixtures;

/** Who keeps rules, and rules to keep. */
final class RuleFixtures {

    private RuleFixtures() {}

    /** An administrator sees nothing of what is done in the house; the scope is empty, as at sign-in. */
    static Actor administratorOf(RegionCode node) {
        return new Actor(
                null,
                "系统管理员",
                DutyKind.SYSTEM_ADMINISTRATOR,
                Ids.next(),
                node,
                3,
                "某区",
                null,
                Scope.NOTHING,
                "127.0.0.1");
    }

    static Actor leaderOf(RegionCode node) {
        return new Actor(
                null,
                "某某",
                DutyKind.DISTRICT_LEADER,
                Ids.next(),
                node,
                3,
                "某区",
                null,
                Scope.of(node.value(), node.value() + 1_000_000_000L),
                "127.0.0.1");
    }

    static RuleDraft clock(String key, RegionCode region, LocalDate from, int hours) {
        return new RuleDraft(key, region, from, hours(hours), "某区工作规则", "试行");
    }

    static RuleTerms hours(int hours) {
        return RuleTerms.of(new RuleTerms.Clock(hours, "hour", 25, null));
    }

    static RuleTerms weights(String basically, String response, String solution, String satisfaction) {
        return RuleTerms.of(new RuleTerms.Formula(
                new BigDecimal(basically),
                new BigDecimal(response),
                new BigDecimal(solution),
                new BigDecimal(satisfaction)));
    }

    static RuleDraft formula(RegionCode region, LocalDate from, RuleTerms weights) {
        return new RuleDraft("rates", region, from, weights, "某区考核办法", "试行");
    }

    static Outcome.Refused<?> refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?> refused -> refused;
            case Outcome.Done<?> done -> throw new AssertionError("done: " + done);
        };
    }

    static Refusal reason(Outcome<?> outcome) {
        return refused(outcome).reason();
    }

    static final RegionCode SOMEWHERE = RegionFixtures.XUHUI;
}
