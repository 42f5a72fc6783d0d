package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DecideKeyRotationTests {

    @AutoClose
    private final RotationWorld world = new RotationWorld();

    private final RotationWorld.Node node = world.first();

    @Test
    void nobodyConfirmsTheirOwnProposal() {
        UUID rotation = node.proposed(false);
        refused("security.needs-a-second-person", world::traces, () -> node.decide.confirm(world.guard, rotation));
        refused("security.only-key-keepers", world::traces, () -> node.decide.confirm(world.clerk, rotation));
        refused("security.rotation-unknown", world::traces, () -> node.decide.confirm(world.keeper, UUID.randomUUID()));

        assertThat(node.decide.confirm(world.otherGuard, rotation).orThrow().state())
                .isEqualTo("resealing");
        refused("security.rotation-decided", world::traces, () -> node.decide.confirm(world.keeper, rotation));
    }

    @Test
    void aProposalIsDeclinedWithAReasonAndNoKeyIsMade() {
        UUID rotation = node.proposed(false);
        String before = node.sealing.fingerprint();
        refused("security.reason-missing", world::traces, () -> node.decide.decline(world.keeper, rotation, ""));
        node.decide.decline(world.keeper, rotation, "先备份").orThrow();

        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.DECLINED);
        assertThat(node.latest().to()).isNull();
        node.self.keepUp();
        assertThat(node.sealing.fingerprint()).isEqualTo(before);
    }
}
