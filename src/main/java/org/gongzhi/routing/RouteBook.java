package org.gongzhi.routing;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;

/** 派遣: place and kind to a department. */
@Component
class RouteBook extends DatedBook {

    private final DemandDictionary dictionary;
    private final AccountLookup accounts;
    private final RegionLookup regions;

    RouteBook(Sql sql, DemandDictionary dictionary, AccountLookup accounts, RegionLookup regions) {
        super(sql, "demand_route", """
                        select t.id, t.key, t.region_code, t.valid, t.version, t.source, t.department_id, d.name as department_name, k.position as place
                        from demand_route t join department d on d.id = t.department_id left join demand_kind k on k.code = t.kind_code""", """
                        insert into demand_route (id, kind_code, region_code, department_id, valid, version, source)
                        values (:id, nullif(:key, '*'), :region, :department, daterange(:from, cast(:to as date)), :version, :source)""");
        this.dictionary = dictionary;
        this.accounts = accounts;
        this.regions = regions;
    }

    @Override
    public String code() {
        return "route";
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        List<RegionCode> path =
                regions.path(draft.region()).stream().map(Region::code).toList();
        if (!dictionary.knows(draft.key(), path)) {
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
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return RuleTerms.of(new RuleTerms.Route(row.id("department_id"), row.text("department_name")));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        return insert.bind("department", Objects.requireNonNull(terms.route()).departmentId());
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return dictionary.keyNamed(key, isEnglish);
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
