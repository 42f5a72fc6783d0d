package org.gongzhi.insight;

import java.time.Clock;
import java.time.LocalDate;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.RegionRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cockpit of a node: its figures, its children's side by side in the order of their names, and how they came about. */
@Component
class ShowCockpit {

    private final Transactions transactions;
    private final RegionLookup regions;
    private final CockpitDraft.Sources sources;
    private final Clock clock;

    ShowCockpit(
            Transactions transactions,
            RegionLookup regions,
            RollupQueries rollups,
            FormulaQueries formulas,
            DemandKindQueries demandKinds,
            Problems words,
            Clock clock) {
        this.transactions = transactions;
        this.regions = regions;
        this.sources = new CockpitDraft.Sources(regions, rollups, formulas, demandKinds, words);
        this.clock = clock;
    }

    /** @param choice {@code from} and {@code to} are needed for custom, and only there */
    record Asked(
            RegionCode region,
            Period.Choice choice,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean isOnTodaysTree) {}

    Outcome<Cockpit> show(Actor actor, Asked asked) {
        return transactions.readAside(
                actor,
                source -> node(asked.region())
                        .then(node -> InsightPermissions.maySee(actor, node))
                        .then(node -> period(asked, node)
                                .map(period -> new CockpitDraft(
                                                sources,
                                                actor.scope().kinds(),
                                                node,
                                                period,
                                                Time.today(clock),
                                                asked.isOnTodaysTree())
                                        .cockpit(source == Transactions.Source.REPLICA))));
    }

    Outcome<HotSpots> hotSpots(Actor actor, Asked asked) {
        return transactions.readAside(
                actor,
                _ -> node(asked.region())
                        .then(node -> InsightPermissions.maySee(actor, node))
                        .then(node -> period(asked, node)
                                .map(period ->
                                        HotSpots.of(sources, actor.scope().kinds(), node, period, Time.today(clock)))));
    }

    private Outcome<Region> node(RegionCode code) {
        return regions.find(code)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(RegionRefusal.UNKNOWN, code.toString()));
    }

    private Outcome<Period> period(Asked asked, Region node) {
        LocalDate today = Time.today(clock);
        Outcome<Period> period;
        if (asked.choice() != Period.Choice.CUSTOM) {
            period = Outcome.done(Period.upTo(asked.choice(), today));
        } else if (asked.from() == null || asked.to() == null) {
            period = Outcome.invalid(asked.from() == null ? "from" : "to", InsightRefusal.PERIOD_DAYS_MISSING);
        } else {
            period = Period.custom(asked.from(), asked.to(), today);
        }
        if (CockpitDraft.isByDay(node)) {
            return period;
        }
        return period.then(chosen -> chosen.isWholeMonths(today) && chosen.choice() != Period.Choice.TODAY
                ? Outcome.done(chosen.comparedByMonths())
                : Outcome.invalid("period", InsightRefusal.MONTHS_ONLY, node.name()));
    }
}
