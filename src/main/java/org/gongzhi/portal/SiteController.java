package org.gongzhi.portal;

import java.time.Duration;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the frame of the residents' pages must know before anything else; no sign-in. */
@RestController
class SiteController {

    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    /**
     * @param districtCode of the district that works here, or of what several have in common; 15 digits, or 0
     * @param demo whether people and matters are invented
     */
    record Site(String districtCode, String districtName, boolean demo) {}

    private final RegionLookup regions;
    private final AccountLookup accounts;
    private final Transactions transactions;

    SiteController(RegionLookup regions, AccountLookup accounts, Transactions transactions) {
        this.regions = regions;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @GetMapping("/public/site")
    ResponseEntity<Site> site() {
        Region served = regions.served();
        return ResponseEntity.ok()
                .cacheControl(A_MINUTE)
                .body(new Site(served.code().toString(), served.name(), transactions.readFacts(accounts::isDemo)));
    }
}
