package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProposeKeyRotationTests {

    @AutoClose
    private final RotationWorld world = new RotationWorld();

    private final RotationWorld.Node node = world.first();

    @Test
    void aNewKeyIsProposedByASecurityAdministratorWithAReason() {
        refused("security.only-key-keepers", world::traces, () -> node.propose.propose(world.keeper, "每年更换", false));
        refused("security.only-key-keepers", world::traces, () -> node.propose.propose(world.clerk, "每年更换", false));
        refused("security.reason-missing", world::traces, () -> node.propose.propose(world.guard, " ", false));

        String before = node.sealing.fingerprint();
        node.proposed(false);
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.PROPOSED);
        assertThat(node.sealing.fingerprint()).isEqualTo(before);
    }

    @Test
    void oneAtATimeAndOnlyItsProposerTakesItBack() {
        UUID rotation = node.proposed(true);
        refused(
                "security.rotation-under-way",
                world::traces,
                () -> node.propose.propose(world.otherGuard, "再换", false));
        refused("security.rotation-decided", world::traces, () -> node.propose.withdraw(world.otherGuard, rotation));
        refused(
                "security.rotation-unknown",
                world::traces,
                () -> node.propose.withdraw(world.guard, UUID.randomUUID()));
        node.propose.withdraw(world.guard, rotation).orThrow();
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.WITHDRAWN);
        node.proposed(false);
    }
}
