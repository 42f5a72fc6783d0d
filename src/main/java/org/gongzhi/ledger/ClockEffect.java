package org.gongzhi.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.gongzhi.ledger.ClockEffectQueries.Reach;
import org.gongzhi.ledger.ClockEffectQueries.Run;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleVersion;
import org.gongzhi.todo.ClockTrial;
import org.springframework.stereotype.Component;

/** What another clock would have made of the cases: those that run keep theirs, those of the last 90 days are counted through again. */
@Component
class ClockEffect implements RuleEffect {

    private static final int DAYS = 90;
    private static final int SHOWN = 100;

    private final ClockEffectQueries queries;
    private final ClockTrial trial;
    private final RegionLookup regions;
    private final Clock clock;

    ClockEffect(ClockEffectQueries queries, ClockTrial trial, RegionLookup regions, Clock clock) {
        this.queries = queries;
        this.trial = trial;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public String book() {
        return "clock";
    }

    /** A run by both rules. */
    private record Compared(Run run, Instant before, Instant after, boolean wasLate, boolean isLate) {
        Case shown() {
            return new Case(run.number(), run.from(), before, after, null, null);
        }
    }

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        RuleVersion holding = asked.now();
        String key = asked.draft().key();
        String step = key.split("\\.", -1)[1];
        boolean isWhole = step.equals("settle");
        var reach = new Reach(
                asked.node(),
                asked.overriding().stream()
                        .map(rule -> regions.get(rule.region()))
                        .toList(),
                trial.classes(key, asked.node().code(), asked.draft().from()));
        Instant now = Time.now(clock);
        Instant since = now.minus(Duration.ofDays(DAYS));
        List<Figure> figures = new ArrayList<>();
        if (isWhole && holding != null) {
            figures.add(kept(queries.openBy(holding.id(), reach), asked.isEnglish()));
        } else if (!isWhole) {
            figures.add(kept(queries.stepped(step, Instant.EPOCH, true, reach), asked.isEnglish()));
        }
        if (holding == null) {
            return figures;
        }
        List<Run> runs = isWhole ? queries.settled(since, reach) : queries.stepped(step, since, false, reach);
        List<Compared> compared =
                runs.stream().map(run -> compared(run, asked, holding, now)).toList();
        figures.add(moved(compared, asked.isEnglish()));
        figures.add(late(compared, asked.isEnglish()));
        return figures;
    }

    private Compared compared(Run run, Asked asked, RuleVersion holding, Instant now) {
        String key = asked.draft().key();
        Instant before = trial.dueAt(key, holding.terms(), run.from());
        Instant after = trial.dueAt(key, asked.draft().terms(), run.from());
        Instant ended = run.endedAt() == null ? now : run.endedAt();
        return new Compared(run, before, after, ended.isAfter(before), ended.isAfter(after));
    }

    private static Figure kept(List<Run> open, boolean isEnglish) {
        return new Figure(
                "kept",
                open.size(),
                isEnglish
                        ? open.size() + " running ones keep the rule they started with"
                        : "正在计时的 " + open.size() + " 件，仍按开始时的规则办",
                open.stream()
                        .limit(SHOWN)
                        .map(run -> new Case(run.number(), run.from(), null, null, null, null))
                        .toList());
    }

    private static Figure moved(List<Compared> compared, boolean isEnglish) {
        List<Compared> moved = compared.stream()
                .filter(each -> !each.before().equals(each.after()))
                .toList();
        return new Figure(
                "moved",
                moved.size(),
                isEnglish
                        ? moved.size() + " of the " + compared.size() + " of the last " + DAYS
                                + " days would have had another due time"
                        : "近 " + DAYS + " 天的 " + compared.size() + " 件里，" + moved.size() + " 件的到期时间会不同",
                moved.stream().limit(SHOWN).map(Compared::shown).toList());
    }

    /** Without suspensions and extensions, which would have come otherwise too. */
    private static Figure late(List<Compared> compared, boolean isEnglish) {
        List<Compared> changed = compared.stream()
                .filter(each -> each.wasLate() != each.isLate())
                .toList();
        long before = compared.stream().filter(Compared::wasLate).count();
        long after = compared.stream().filter(Compared::isLate).count();
        return new Figure(
                "late",
                changed.size(),
                isEnglish
                        ? "Late would be " + after + " instead of " + before + ": " + changed.size()
                                + " change (suspensions and extensions left out)"
                        : "超期会从 " + before + " 件变为 " + after + " 件：有变化的 " + changed.size() + " 件（不计挂账和延期）",
                changed.stream().limit(SHOWN).map(Compared::shown).toList());
    }
}
