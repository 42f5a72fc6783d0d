package org.gongzhi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HoldCaseTests {

    @AutoClose
    private final RetentionWorld world = new RetentionWorld();

    private String traces() {
        return String.valueOf(world.count("select count(*) from demand_hold where lifted_at is null"));
    }

    @Test
    void aLeadHoldsACaseWithAReasonAndLetsGoOfItAgain() {
        UUID id = world.raised("建外2306-0001", "heating", "settled", 40);
        world.term("*", CHAOYANG, 36, true);
        refused("retention.only-leads-hold", this::traces, () -> world.holds.hold(world.clerk, "建外2306-0001", "诉讼"));
        refused("retention.reason-missing", this::traces, () -> world.holds.hold(world.secretary, "建外2306-0001", " "));
        refused("retention.case-unknown", this::traces, () -> world.holds.hold(world.secretary, "建外9", "诉讼"));
        refused("retention.case-unknown", this::traces, () -> world.holds.hold(world.neighbour, "建外2306-0001", "诉讼"));
        UUID hold = world.holds
                .hold(world.secretary, " 建外2306-0001 ", "诉讼")
                .orThrow()
                .id();
        refused("retention.held-already", this::traces, () -> world.holds.hold(world.secretary, "建外2306-0001", "诉讼"));
        assertThat(world.work(10).run()).isZero();

        refused("retention.hold-unknown", this::traces, () -> world.holds.lift(world.neighbour, hold));
        world.holds.lift(world.secretary, hold).orThrow();
        refused("retention.hold-unknown", this::traces, () -> world.holds.lift(world.secretary, hold));
        assertThat(world.work(10).run()).isEqualTo(1);
        assertThat(world.isAnonymized(id)).isTrue();
        refused(
                "retention.case-anonymized",
                this::traces,
                () -> world.holds.hold(world.secretary, "建外2306-0001", "诉讼"));
    }
}
