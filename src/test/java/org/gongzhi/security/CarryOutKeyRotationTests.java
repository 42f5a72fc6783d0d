package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The work behind a rotation, on nodes with folders of their own. */
class CarryOutKeyRotationTests {

    @AutoClose
    private final RotationWorld world = new RotationWorld();

    private final RotationWorld.Node node = world.first();

    private void confirmed(boolean isByHand) {
        UUID rotation = node.proposed(isByHand);
        node.decide.confirm(world.keeper, rotation).orThrow();
    }

    @Test
    void whatIsWrittenAfterTheSecondPersonsWordUsesTheNewKeyAtOnce() {
        UUID before = node.kept("刘桂兰");
        String old = node.sealing.fingerprint();
        confirmed(false);

        assertThat(node.sealing.fingerprint()).isNotEqualTo(old);
        UUID after = node.kept("王强");
        assertThat(node.read(before)).isEqualTo("刘桂兰");
        assertThat(node.read(after)).isEqualTo("王强");
        assertThat(node.left()).as("only the one from before").isEqualTo(1);
        assertThat(world.databaseHoldsAHandover()).isFalse();
    }

    @Test
    void brokenOffBetweenBatchesItGoesOnAndLosesNothing() {
        List<UUID> contacts = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            contacts.add(node.kept("刘桂" + "一二三四五".charAt(n)));
        }
        confirmed(false);
        assertThat(node.work.step()).isTrue();
        assertThat(node.left()).isEqualTo(3);

        RotationWorld.Node again = world.restarted(node);
        for (int n = 0; n < 5; n++) {
            assertThat(again.read(contacts.get(n))).isEqualTo("刘桂" + "一二三四五".charAt(n));
        }
        again.work.goOn();

        assertThat(again.left()).isZero();
        KeyRotation done = again.latest();
        assertThat(done.state()).isEqualTo(KeyRotation.State.DONE);
        assertThat(done.changed()).isEqualTo(5);
        assertThat(done.leftOver()).isZero();
        assertThat(again.read(contacts.getFirst())).isEqualTo("刘桂一");
        assertThat(again.work.step()).as("nothing to do").isFalse();
    }

    @Test
    void theNewKeyWaitsUntilEveryNodeHoldsItAndThenAllAgree() {
        RotationWorld.Node other = world.nodeLike(node);
        String old = node.sealing.fingerprint();
        confirmed(false);

        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.WAITING);
        assertThat(node.sealing.fingerprint()).isEqualTo(old);
        assertThat(world.databaseHoldsAHandover()).isTrue();

        node.work.goOn();
        assertThat(node.sealing.fingerprint()).as("the other node lacks it").isEqualTo(old);
        other.self.keepUp();
        node.work.step();
        assertThat(node.sealing.fingerprint()).isNotEqualTo(old);
        assertThat(world.databaseHoldsAHandover()).isFalse();

        UUID sealedAnew = node.kept("刘桂兰");
        UUID sealedLate = other.kept("王强");
        assertThat(other.read(sealedAnew)).isEqualTo("刘桂兰");
        assertThat(node.read(sealedLate)).isEqualTo("王强");
        other.self.keepUp();
        assertThat(other.sealing.fingerprint()).isEqualTo(node.sealing.fingerprint());
        node.work.goOn();
        assertThat(node.left()).isZero();
    }

    @Test
    void theWorkIsNotDoneByANodeThatLacksTheKey() {
        RotationWorld.Node silent = world.nodeLike(node);
        node.kept("刘桂兰");
        world.clock.pass(java.time.Duration.ofMinutes(1));
        node.self.keepUp();
        confirmed(false);
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.RESEALING);

        assertThat(silent.work.step()).isFalse();
        assertThat(node.latest().walked()).isZero();
        node.work.goOn();
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.DONE);
    }

    @Test
    void copiedByHandTheNewKeyNeverEntersTheDatabase() throws Exception {
        RotationWorld.Node other = world.nodeLike(node);
        confirmed(true);
        other.self.keepUp();
        node.work.goOn();
        assertThat(world.databaseHoldsAHandover()).isFalse();
        assertThat(node.missing()).hasSize(1);
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.WAITING);

        String file = "keys/contact-" + node.latest().to() + ".key";
        Files.copy(node.folder.resolve(file), other.folder.resolve(file));
        other.self.keepUp();
        node.work.goOn();
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.DONE);
    }

    @Test
    void whatWasSealedBehindTheBackOfTheWorkIsDoneAfterIt() {
        RotationWorld.Node late = world.nodeLike(node);
        world.clock.pass(java.time.Duration.ofMinutes(1));
        node.self.keepUp();
        confirmed(false);
        node.work.goOn();
        late.kept("刘桂兰");
        assertThat(node.left()).isEqualTo(1);

        node.work.lookForStragglers();
        node.work.goOn();
        assertThat(node.left()).isZero();
        node.work.lookForStragglers();
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.DONE);
    }

    @Test
    void whatIsSealedWithTheOldKeyBehindTheWorkIsFoundInAnotherLap() {
        UUID first = node.kept("刘桂兰");
        node.kept("王强");
        node.kept("赵敏");
        world.noteSeals();
        confirmed(false);
        assertThat(node.work.step()).isTrue();
        world.sealAsBefore(first);
        node.work.goOn();
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.RESEALING);
        assertThat(node.latest().walked()).as("from the beginning").isZero();

        node.work.goOn();
        assertThat(node.left()).isZero();
        assertThat(node.latest().state()).isEqualTo(KeyRotation.State.DONE);
        assertThat(node.read(first)).isEqualTo("刘桂兰");
    }
}
