package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KeysTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @Test
    void aKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
        Kernel kernel = Kernel.on(database);
        String made = kernel.keys().open("once").current().fingerprint();

        assertThat(kernel.keys().open("once").current().fingerprint()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(kernel, "once"))))
                .isEqualTo("rw-------");
    }

    @Test
    void usesOfOneKeyShareNothing() {
        KeyFile key = Kernel.on(database).keys().open("uses").current();

        assertThat(key.derive("one"))
                .hasSize(32)
                .isNotEqualTo(key.derive("two"))
                .isEqualTo(key.derive("one"));
    }

    @Test
    void aDamagedKeyFileStopsTheStartAndSaysWhichFileAndWhatToDo() throws IOException {
        Kernel kernel = Kernel.on(database);
        kernel.keys().open("damaged");
        Files.writeString(file(kernel, "damaged"), "0123456789abcdef");

        assertThatThrownBy(() -> kernel.keys().open("damaged")).isInstanceOfSatisfying(UnusableKeys.class, e -> {
            var analysis = new UnusableKeysAnalyzer().analyze(e, e);
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).contains("已损坏", "damaged", "damaged.key");
            assertThat(analysis.getAction()).contains("备份", "backup");
        });
    }

    @Test
    void bytesThatAreNoTextAreADamagedKeyToo() throws IOException {
        Kernel kernel = Kernel.on(database);
        kernel.keys().open("binary");
        Files.write(file(kernel, "binary"), new byte[] {(byte) 0xC3, 0x28, 0, 1});

        assertThatThrownBy(() -> kernel.keys().open("binary")).isInstanceOf(UnusableKeys.class);
    }

    @Test
    void aNodeWithoutTheKeyOfItsDatabaseDoesNotMakeANewOne() throws IOException {
        Kernel kernel = Kernel.on(database);
        kernel.keys().open("lost");
        Files.delete(file(kernel, "lost"));

        assertThatThrownBy(() -> kernel.keys().open("lost"))
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("不在这里");
        assertThat(file(kernel, "lost")).doesNotExist();
    }

    @Test
    void aRenamedKeyStillOpensAndANewOneSeals() throws IOException {
        Kernel kernel = Kernel.on(database);
        String old = kernel.keys().open("changed").current().fingerprint();
        Files.move(file(kernel, "changed"), kernel.folder().resolve("keys/changed-2026.key"));

        Keys.Ring ring = kernel.keys().open("changed");

        assertThat(ring.current().fingerprint()).isNotEqualTo(old);
        assertThat(ring.keys())
                .extracting(KeyFile::fingerprint)
                .containsExactly(ring.current().fingerprint(), old);
    }

    @Test
    void aKeyTakenIntoUseWhileRunningSealsAfterARestartToo() {
        Kernel kernel = Kernel.on(database);
        Keys keys = kernel.keys();
        LiveKeys live = keys.live("turned");
        String old = live.current().fingerprint();
        String next = keys.prepare("turned");
        assertThat(keys.lookAgain("turned")).containsExactlyInAnyOrder(old, next);
        assertThat(live.current().fingerprint()).as("prepared only").isEqualTo(old);

        kernel.transactions().asWorker("keys", () -> keys.begin("turned", next));
        keys.lookAgain("turned");

        assertThat(live.current().fingerprint()).isEqualTo(next);
        assertThat(live.find(old)).isPresent();
        assertThat(kernel.keys().open("turned").current().fingerprint()).isEqualTo(next);
    }

    @Test
    void aKeyThatWasGivenUpIsDeletedAndNotAskedForAgain() {
        Kernel kernel = Kernel.on(database);
        Keys keys = kernel.keys();
        String old = keys.live("given").current().fingerprint();
        String next = keys.prepare("given");
        kernel.transactions().asWorker("keys", () -> keys.begin("given", next));
        kernel.transactions().asWorker("keys", () -> {
            keys.giveUp("given", old);
            return old;
        });
        keys.lookAgain("given");

        assertThat(file(kernel, "given")).doesNotExist();
        assertThat(kernel.keys().open("given").keys())
                .extracting(KeyFile::fingerprint)
                .containsExactly(next);
    }

    @Test
    void aNodeThatLacksTheKeyThatSealsGoesOnWithTheOneItHas() throws IOException {
        Kernel kernel = Kernel.on(database);
        Keys keys = kernel.keys();
        String old = keys.live("lacking").current().fingerprint();
        String next = keys.prepare("lacking");
        kernel.transactions().asWorker("keys", () -> keys.begin("lacking", next));
        byte[] secret = keys.secret("lacking", next);
        Files.delete(kernel.folder().resolve("keys/lacking-" + next + ".key"));
        keys.lookAgain("lacking");
        assertThat(keys.live("lacking").current().fingerprint()).isEqualTo(old);

        keys.adopt("lacking", secret);
        keys.adopt("lacking", secret);
        keys.lookAgain("lacking");
        assertThat(keys.live("lacking").current().fingerprint()).isEqualTo(next);
        assertThatThrownBy(() -> keys.secret("lacking", "00000000")).hasMessageContaining("not here");
        assertThatThrownBy(() -> keys.live("lacking").sealWith("00000000")).hasMessageContaining("not here");
    }

    private static Path file(Kernel kernel, String name) {
        return kernel.folder().resolve("keys/" + name + ".key");
    }
}
