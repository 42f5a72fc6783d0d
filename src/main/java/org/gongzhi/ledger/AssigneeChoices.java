package org.gongzhi.ledger;

import java.util.List;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.routing.RouteLookup;
import org.springframework.stereotype.Component;

/** To whom a demand can be given, and whom the routes of its place suggest. */
@Component
class AssigneeChoices {

    private final AccountLookup accounts;
    private final DemandLookup demands;
    private final RouteLookup routes;

    AssigneeChoices(AccountLookup accounts, DemandLookup demands, RouteLookup routes) {
        this.accounts = accounts;
        this.demands = demands;
        this.routes = routes;
    }

    CasePage.Assignees of(Demand demand) {
        List<AccountLookup.Department> departments = accounts.departmentsFor(demand.node());
        return new CasePage.Assignees(
                departments,
                DemandNames.assignees(demands.colleaguesFor(demand)),
                routes.suggestion(demand.origin().region(), demand.origin().kindCode())
                        .filter(suggested -> departments.stream()
                                .anyMatch(known -> known.id().equals(suggested.departmentId())))
                        .orElse(null));
    }
}
