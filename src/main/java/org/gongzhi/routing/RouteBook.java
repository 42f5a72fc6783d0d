package org.gongzhi.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 派遣: place and kind to a department. */
@Component
class RouteBook implements RuleBook {

    private final Routes routes;
    private final DemandDictionary dictionary;
    private final AccountLookup accounts;
    private final RegionLookup regions;

    RouteBook(Routes routes, DemandDictionary dictionary, AccountLookup accounts, RegionLookup regions) {
        this.routes = routes;
        this.dictionary = dictionary;
        this.accounts = accounts;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "route";
    }

    @Override
    public List<RuleVersion> said(List<RegionCode> nodes) {
        return routes.said(nodes);
    }

    @Override
    public List<RuleVersion> below(Region node, String key, LocalDate on) {
        return routes.below(node, key, on);
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        if (!draft.key().equals(Routes.ANY_KIND)
                && dictionary.kinds(path).stream().noneMatch(kind -> kind.code().equals(draft.key()))) {
            return Outcome.invalid("key", RouteRefusal.KIND_UNKNOWN);
        }
        RuleTerms.Route route = draft.terms().route();
        return accounts.departmentsFor(draft.region()).stream()
                .filter(known -> route != null && known.id().equals(route.departmentId()))
                .findFirst()
                .<Outcome<RuleDraft>>map(known ->
                        Outcome.done(draft.withTerms(RuleTerms.of(new RuleTerms.Route(known.id(), known.name())))))
                .orElseGet(() -> Outcome.invalid(
                        "departmentId",
                        RouteRefusal.DEPARTMENT_UNKNOWN,
                        regions.get(draft.region()).name()));
    }

    @Override
    public int lastVersion(String key) {
        return routes.lastVersion(key);
    }

    @Override
    public void add(RuleVersion rule) {
        routes.add(rule);
    }

    @Override
    public void until(UUID id, @Nullable LocalDate to) {
        routes.until(id, to);
    }

    @Override
    public void withdraw(UUID id) {
        routes.withdraw(id);
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return key.equals(Routes.ANY_KIND)
                ? (isEnglish ? "Any other kind" : "其余类别")
                : dictionary.kindNames().getOrDefault(key, key);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        RuleTerms.Route route = terms.route();
        String name = route == null ? null : route.departmentName();
        return name == null ? "—" : name;
    }

    /** Nobody has to say anything: without a route nothing is suggested. */
    @Override
    public Optional<RegionCode> ownerOf(String key) {
        return Optional.empty();
    }
}
