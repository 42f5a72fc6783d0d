package org.gongzhi.dictionary;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.gongzhi.rule.RuleEffect;
import org.springframework.stereotype.Component;

/** How often a reason was given. What was given stays as it was said. */
@Component
class ReasonEffect implements RuleEffect {

    private static final int DAYS = 90;
    private static final int SHOWN = 100;

    private final Reasons reasons;
    private final Clock clock;

    ReasonEffect(Reasons reasons, Clock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public String book() {
        return "reason";
    }

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        List<Case> given =
                reasons.given(asked.node(), asked.draft().key(), Time.now(clock).minus(Duration.ofDays(DAYS)));
        return List.of(new Figure(
                "given",
                given.size(),
                asked.isEnglish()
                        ? "Given " + given.size() + " times in the last " + DAYS + " days; that stays as it was said"
                        : "近 " + DAYS + " 天用过 " + given.size() + " 次，已经用的不变",
                given.stream().limit(SHOWN).toList()));
    }
}
