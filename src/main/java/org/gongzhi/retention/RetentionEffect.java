package org.gongzhi.retention;

import java.util.List;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Actor;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** How many cases a term would reach on its first day. What has gone does not come back with a longer one. */
@Component
class RetentionEffect implements RuleEffect {

    private static final int SHOWN = 100;

    private final EndedCases cases;
    private final DemandDictionary dictionary;

    RetentionEffect(EndedCases cases, DemandDictionary dictionary) {
        this.cases = cases;
        this.dictionary = dictionary;
    }

    @Override
    public String book() {
        return "retention";
    }

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        RuleTerms.Retention terms = asked.draft().terms().retention();
        if (terms == null) {
            return List.of();
        }
        List<String> kinds = dictionary.kindsUnder(asked.draft().key());
        List<EndedCases.Reached> reached =
                cases.reached(asked.node(), kinds, asked.draft().from(), terms.months());
        return List.of(new Figure(
                "reached",
                reached.size(),
                asked.isEnglish()
                        ? reached.size()
                                + " cases have ended long enough ago: on the first night what names people in them goes for good"
                        : "有 " + reached.size() + " 件办结已满期限：生效后的第一个夜里，其中的个人信息永久清除",
                reached.stream()
                        .limit(SHOWN)
                        .map(each -> new Case(each.number(), each.endedAt(), null, null, null, null))
                        .toList()));
    }
}
