package org.gongzhi.routing;

import java.util.List;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a route may name. */
@RestController
class RouteController {

    private final Answers answers;
    private final Transactions transactions;
    private final AccountLookup accounts;
    private final RegionLookup regions;

    RouteController(Answers answers, Transactions transactions, AccountLookup accounts, RegionLookup regions) {
        this.answers = answers;
        this.transactions = transactions;
        this.accounts = accounts;
        this.regions = regions;
    }

    /** The departments work can be given to from a node; for the system administrator of its territory. */
    @GetMapping("/api/route-departments")
    Answer<Items<AccountLookup.Department>> departments(@CurrentActor Actor actor, @RequestParam String region) {
        return answers.of(node(actor, region).map(node -> new Items<>(departments(actor, node))));
    }

    private List<AccountLookup.Department> departments(Actor actor, RegionCode node) {
        return transactions.read(actor, () -> accounts.departmentsFor(node));
    }

    private Outcome<RegionCode> node(Actor actor, String region) {
        return RegionCode.parse(region)
                .filter(code -> regions.find(code).isPresent())
                .filter(code -> actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR && regions.isWithin(code, actor.node()))
                .<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(RouteRefusal.NOT_YOURS, region));
    }
}
