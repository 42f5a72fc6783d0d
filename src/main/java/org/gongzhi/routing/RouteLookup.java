package org.gongzhi.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.Inheritance;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** To whom a matter is suggested: by its kind, else by the kind above, else by what is said of any; of each, the nearest territory speaks. */
@Component
public class RouteLookup {

    private final RouteBook book;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final Clock clock;

    RouteLookup(RouteBook book, DemandDictionary dictionary, RegionLookup regions, Clock clock) {
        this.book = book;
        this.dictionary = dictionary;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * A department, and on whose word.
     *
     * @param why the rule, its territory and since when, in one sentence
     */
    public record Suggestion(UUID departmentId, String why) {}

    public Optional<Suggestion> suggestion(RegionCode place, String kind) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        List<RuleVersion> said = book.said(path);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = Time.today(clock);
        return dictionary.keysAt(path).apply(kind).stream()
                .flatMap(key -> Inheritance.holding(said, path, key, today).stream())
                .findFirst()
                .flatMap(this::suggestion);
    }

    private Optional<Suggestion> suggestion(RuleVersion rule) {
        RuleTerms.Route route = rule.terms().route();
        UUID department = route == null ? null : route.departmentId();
        if (route == null || department == null) {
            return Optional.empty();
        }
        boolean isEnglish = LocaleContextHolder.getLocale().getLanguage().equals("en");
        String place = regions.get(rule.region()).name();
        String matter = book.named(rule.key(), isEnglish);
        return Optional.of(new Suggestion(
                department,
                isEnglish
                        ? "Suggested by the route of " + place + " v" + rule.version() + " (since " + rule.from()
                                + "): " + matter + " → " + route.departmentName()
                        : "按" + place + "的派遣规则 v" + rule.version() + "（" + rule.from() + " 起）：" + matter + " → "
                                + route.departmentName()));
    }
}
