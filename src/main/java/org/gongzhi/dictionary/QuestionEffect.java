package org.gongzhi.dictionary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** Of whom more would have been asked. What was raised keeps the questions it was asked. */
@Component
class QuestionEffect implements RuleEffect {

    private static final int DAYS = 90;
    private static final int SHOWN = 100;

    private final Kinds kinds;
    private final DemandDictionary dictionary;
    private final Clock clock;

    QuestionEffect(Kinds kinds, DemandDictionary dictionary, Clock clock) {
        this.kinds = kinds;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @Override
    public String book() {
        return "question";
    }

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        Instant since = Time.now(clock).minus(Duration.ofDays(DAYS));
        List<Kinds.Case> raised = dictionary.kindsUnder(asked.draft().key()).stream()
                .flatMap(kind -> kinds.raised(asked.node(), kind, since).stream())
                .sorted(Comparator.comparing(Kinds.Case::at).reversed())
                .toList();
        RuleTerms.Questions terms = asked.draft().terms().questions();
        int all = terms == null ? 0 : terms.asked().size();
        long required = terms == null
                ? 0
                : terms.asked().stream().filter(RuleTerms.Question::isRequired).count();
        return List.of(new Figure(
                "raised",
                raised.size(),
                asked.isEnglish()
                        ? "Whoever raised the " + raised.size() + " of the last " + DAYS
                                + " days would have been asked " + all + " questions, " + required
                                + " of them required; those cases stay as they are"
                        : "近 " + DAYS + " 天提出的 " + raised.size() + " 件，当时会多问 " + all + " 个问题（必答 " + required
                                + " 个）；已经提出的不变",
                raised.stream()
                        .limit(SHOWN)
                        .map(each -> new Case(each.number(), each.at(), null, null, null, null))
                        .toList()));
    }
}
