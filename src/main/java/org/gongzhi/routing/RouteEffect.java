package org.gongzhi.routing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Time;
import org.gongzhi.routing.Routes.Went;
import org.gongzhi.rule.RuleEffect;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** Where matters of the kind went in the last 90 days, beside where they would have been suggested to go. What was given stays where it is. */
@Component
class RouteEffect implements RuleEffect {

    private static final int DAYS = 90;
    private static final int SHOWN = 100;

    private final Routes routes;
    private final DemandDictionary dictionary;
    private final Clock clock;

    RouteEffect(Routes routes, DemandDictionary dictionary, Clock clock) {
        this.routes = routes;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @Override
    public String book() {
        return "route";
    }

    @Override
    public List<Figure> of(Actor actor, Asked asked) {
        List<String> kinds = dictionary.kindsUnder(asked.draft().key());
        RuleTerms.Route route = asked.draft().terms().route();
        UUID department = route == null ? null : route.departmentId();
        List<Went> went = routes.went(asked.node(), kinds, Time.now(clock).minus(Duration.ofDays(DAYS)));
        List<Went> elsewhere = went.stream()
                .filter(each ->
                        each.departmentId() != null && !each.departmentId().equals(department))
                .toList();
        String name = route == null || route.departmentName() == null ? "—" : route.departmentName();
        return List.of(new Figure(
                "elsewhere",
                elsewhere.size(),
                asked.isEnglish()
                        ? elsewhere.size() + " of the " + went.size() + " of the last " + DAYS
                                + " days went to another department"
                        : "近 " + DAYS + " 天的 " + went.size() + " 件里，" + elsewhere.size() + " 件派给了别的部门",
                elsewhere.stream()
                        .limit(SHOWN)
                        .map(each -> new Case(each.number(), each.raisedAt(), null, null, each.department(), name))
                        .toList()));
    }
}
