package org.gongzhi.todo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Who is told when a node is late: the nearest node above it that works with Gongzhi and has people; the highest one answers for itself. */
@Component
class Superiors {

    private final RegionLookup regions;
    private final AccountLookup accounts;

    Superiors(RegionLookup regions, AccountLookup accounts) {
        this.regions = regions;
        this.accounts = accounts;
    }

    /** Asks once for each node: for one batch, inside its transaction. */
    UnaryOperator<RegionCode> asked() {
        Map<RegionCode, RegionCode> superiors = new HashMap<>();
        Map<RegionCode, Boolean> hasPeople = new HashMap<>();
        return node -> superiors.computeIfAbsent(node, code -> above(code, hasPeople));
    }

    private RegionCode above(RegionCode node, Map<RegionCode, Boolean> hasPeople) {
        RegionCode highest = node;
        Optional<Region> above = regions.parent(node);
        while (above.isPresent() && above.get().working()) {
            highest = above.get().code();
            if (hasPeople.computeIfAbsent(
                    highest, code -> !accounts.colleaguesAt(code).isEmpty())) {
                return highest;
            }
            above = regions.parent(highest);
        }
        return highest;
    }
}
