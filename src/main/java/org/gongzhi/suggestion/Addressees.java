package org.gongzhi.suggestion;

import java.util.Optional;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.suggestion.Suggestion.Addressee;
import org.springframework.stereotype.Component;

/** To whom a suggestion goes. Who works above one's own scope is nothing one sees oneself, so it is asked in a transaction of its own. */
@Component
class Addressees {

    private final Transactions transactions;
    private final RegionLookup regions;
    private final AccountLookup accounts;

    Addressees(Transactions transactions, RegionLookup regions, AccountLookup accounts) {
        this.transactions = transactions;
        this.regions = regions;
        this.accounts = accounts;
    }

    /** Of a member of the staff: the nearest node above theirs where somebody works. */
    Addressee above(RegionCode node) {
        return transactions.read(Actor.worker("suggestion"), () -> nearest(regions.parent(node), node));
    }

    /** Of a resident: whoever runs the window. */
    Addressee ofWindow(RegionCode served) {
        return transactions.read(Actor.worker("suggestion"), () -> nearest(regions.find(served), served));
    }

    private Addressee nearest(Optional<Region> first, RegionCode otherwise) {
        Optional<Region> node = first;
        while (node.isPresent()) {
            if (!accounts.colleaguesAt(node.get().code()).isEmpty()) {
                return new Addressee(node.get().code(), false);
            }
            node = regions.parent(node.get().code());
        }
        return new Addressee(otherwise, true);
    }
}
