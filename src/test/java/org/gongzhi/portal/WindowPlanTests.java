package org.gongzhi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.ledger.LedgerReach;
import org.gongzhi.ledger.ManyDemands;
import org.gongzhi.region.Region;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With 100,000 demands the public list reads a few rows by index, under row-level security. */
class WindowPlanTests {

    @AutoClose
    private static final ManyDemands demands = new ManyDemands();

    private static final PublicQueries window = new PublicQueries(demands.sql);

    @ParameterizedTest
    @CsvSource({"110105", "110105001", "110105001026"})
    void theWindowReadsFewRowsAtEveryHeight(String digits) {
        Region node = demands.regions.get(RegionCode.parse(digits).orElseThrow());
        Actor anyone = Actor.resident(node.code(), node.subtree());
        LedgerReach reach = LedgerReach.of(anyone, node.code(), demands.regions).orThrow();
        demands.kernel.transactions().readPublished(node.subtree(), () -> {
            demands.few(
                    200,
                    "window " + digits,
                    () -> assertThat(window.matters(reach, null, 20).items()).hasSize(20));
            return true;
        });
    }
}
