package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.Refusals.refused;

import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DestroyOldKeyTests {

    @AutoClose
    private final RotationWorld world = new RotationWorld();

    private final RotationWorld.Node node = world.first();

    private UUID done() {
        UUID rotation = node.proposed(false);
        node.decide.confirm(world.keeper, rotation).orThrow();
        node.work.goOn();
        return rotation;
    }

    @Test
    void theOldKeyGoesWhenNothingNeedsItAndTwoPeopleSaySo() {
        UUID contact = node.kept("刘桂兰");
        UUID rotation = node.proposed(false);
        refused("security.rotation-not-done", world::traces, () -> node.destroy.destroy(world.keeper, rotation, 0));
        node.decide.confirm(world.keeper, rotation).orThrow();
        node.work.goOn();
        refused("security.old-key-too-young", world::traces, () -> node.destroy.destroy(world.keeper, rotation, 0));

        world.clock.pass(KeyRotation.KEPT);
        refused("security.old-key-needed", world::traces, () -> node.destroy.destroy(world.keeper, rotation, 1));
        long left = node.destroy.left(node.sealing.fingerprint());
        assertThat(node.destroy.destroy(world.keeper, rotation, left).orThrow().isDestroyed())
                .isFalse();
        refused(
                "security.needs-a-second-person",
                world::traces,
                () -> node.destroy.destroy(world.keeper, rotation, left));
        assertThat(node.destroy.destroy(world.guard, rotation, left).orThrow().isDestroyed())
                .isTrue();

        node.self.keepUp();
        assertThat(node.folder.resolve("keys/contact.key")).doesNotExist();
        RotationWorld.Node again = world.restarted(node);
        assertThat(again.read(contact)).isEqualTo("刘桂兰");
        assertThat(again.sealing.fingerprint()).isEqualTo(again.latest().to());
        refused("security.rotation-not-done", world::traces, () -> again.destroy.destroy(world.keeper, rotation, 0));
    }

    @Test
    void anUnknownRotationHasNoOldKeyAndOthersMayNotAsk() {
        UUID rotation = done();
        refused(
                "security.rotation-unknown",
                world::traces,
                () -> node.destroy.destroy(world.keeper, UUID.randomUUID(), 0));
        refused("security.only-key-keepers", world::traces, () -> node.destroy.destroy(world.clerk, rotation, 0));
        assertThat(Files.exists(node.folder.resolve("keys/contact.key"))).isTrue();
    }
}
