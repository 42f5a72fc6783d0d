package org.gongzhi.dictionary;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.gongzhi.rule.RuleEffect;
import org.springframework.stereotype.Component;

/** How many matters of a kind there were, and which of them still run: those keep the class they began with. */
@Component
class KindEffect implements RuleEffect {

    private static final int DAYS = 90;
    private static final int SHOWN = 100;

    private final Kinds kinds;
    private final Clock clock;

    KindEffect(Kinds kinds, Clock clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public String book() {
        return "kind";
    }

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        List<Kinds.Case> raised =
                kinds.raised(asked.node(), asked.draft().key(), Time.now(clock).minus(Duration.ofDays(DAYS)));
        List<Kinds.Case> open = raised.stream().filter(Kinds.Case::isOpen).toList();
        return List.of(
                figure(
                        "raised",
                        raised,
                        asked.isEnglish()
                                ? raised.size() + " of this kind in the last " + DAYS + " days"
                                : "近 " + DAYS + " 天这一类有 " + raised.size() + " 件"),
                figure(
                        "kept",
                        open,
                        asked.isEnglish()
                                ? open.size() + " of them still run and keep the class they began with"
                                : "其中在办的 " + open.size() + " 件，仍按开始时的类别计时"));
    }

    private static Figure figure(String code, List<Kinds.Case> cases, String sentence) {
        return new Figure(
                code,
                cases.size(),
                sentence,
                cases.stream()
                        .limit(SHOWN)
                        .map(each -> new Case(each.number(), each.at(), null, null, null, null))
                        .toList());
    }
}
