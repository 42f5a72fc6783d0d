package org.gongzhi.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTests {

    @TempDir
    private Path folder;

    private Path backup;
    private Path dataDir;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aBackup() throws IOException {
        backup = folder.resolve("gongzhi-20261122-030000.zip");
        dataDir = folder.resolve("data");
        try (var writer = new BackupFile.Writer(backup, _ -> {})) {
            writer.folder("postgresql/cluster-18/pg_wal");
            writer.file("postgresql/cluster-18/PG_VERSION", BackupFile.bytes("18\n"));
            writer.file("audit-heads.log", BackupFile.bytes("head\n"));
            writer.finish();
        }
    }

    private int restore(String... arguments) {
        return Restore.run(List.of(arguments), dataDir, new PrintStream(said, true, UTF_8));
    }

    private int restoreIt() {
        return restore("--from=" + backup);
    }

    private String words() {
        return said.toString(UTF_8);
    }

    @Test
    void everythingComesBackReadableByItsOwnerOnly() throws IOException {
        assertThat(restoreIt()).as(words()).isZero();
        Path version = dataDir.resolve("postgresql/cluster-18/PG_VERSION");
        assertThat(version).hasContent("18\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(version)))
                .isEqualTo("rw-------");
        assertThat(dataDir.resolve("postgresql/cluster-18/pg_wal")).isEmptyDirectory();
        assertThat(dataDir.resolve("audit-heads.log")).hasContent("head\n");
        assertThat(words()).contains("请把另存的密钥放到");
    }

    @Test
    void keysComeFromTheirOwnPlace() throws IOException {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.writeString(keys.resolve("contacts.key"), "secret");
        assertThat(restore("--from=" + backup, "--keys=" + keys)).as(words()).isZero();
        assertThat(dataDir.resolve("keys/contacts.key")).hasContent("secret");
        assertThat(words()).doesNotContain("请把另存的密钥放到");
    }

    @Test
    void nothingThatIsThereIsOverwritten() throws IOException {
        Files.createDirectories(dataDir.resolve("postgresql"));
        assertThat(restoreIt()).isEqualTo(2);
        assertThat(words()).contains("已有内容（postgresql）").contains("--gongzhi.data-dir");
        assertThat(dataDir.resolve("postgresql")).isEmptyDirectory();
    }

    @Test
    void aBackupThatWasCutOffIsNoticedAndNothingIsPutInPlace() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length - 40));
        assertThat(restoreIt()).isEqualTo(1);
        assertThat(words()).contains("不完整或被改过");
        assertNothingInPlace();
    }

    @Test
    void aChangedByteIsNoticedAndNothingIsPutInPlace() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PG_VERSION") + 12;
        bytes[at] ^= 1;
        Files.write(backup, bytes);
        assertThat(restoreIt()).isEqualTo(1);
        assertNothingInPlace();
    }

    @Test
    void aFileThatTheListNamesButTheBackupLacksIsNoticed() throws IOException {
        backup = folder.resolve("lacking.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            zip.putNextEntry(new ZipEntry("postgresql/"));
            zip.putNextEntry(new ZipEntry("manifest.sha256"));
            zip.write(("0".repeat(64) + "  postgresql/cluster-18/base/1/2619\n").getBytes(UTF_8));
        }
        assertThat(restoreIt()).isEqualTo(1);
        assertThat(words()).contains("postgresql/cluster-18/base/1/2619");
        assertNothingInPlace();
    }

    @Test
    void anEntryThatLeadsOutOfTheFolderIsRefused() throws IOException {
        backup = folder.resolve("leading-out.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            zip.putNextEntry(new ZipEntry("../outside"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry("manifest.sha256"));
        }
        assertThat(restoreIt()).isEqualTo(1);
        assertThat(folder.resolve("outside")).doesNotExist();
        assertNothingInPlace();
    }

    @Test
    void aMisspeltOptionAndAMissingFileAreSaidWithWhatToWrite() {
        assertThat(restore("--form=" + backup)).isEqualTo(2);
        assertThat(words()).contains("看不懂“--form”").contains("--from=…");
        assertThat(restore("--from=" + folder.resolve("nowhere.zip"))).isEqualTo(2);
        assertThat(restore("--from=" + backup, "--keys=" + folder.resolve("nowhere")))
                .isEqualTo(2);
        assertThat(words()).contains("没有这个密钥文件夹");
        assertThat(dataDir).doesNotExist();
    }

    @Test
    void aRestoreThatWasBrokenOffIsBegunAnew() throws IOException {
        Files.createDirectories(dataDir.resolve("restore.unfinished/postgresql"));
        Files.writeString(dataDir.resolve("restore.unfinished/postgresql/half"), "half");
        assertThat(restoreIt()).as(words()).isZero();
        assertThat(dataDir.resolve("postgresql/half")).doesNotExist();
        assertThat(dataDir.resolve("restore.unfinished")).doesNotExist();
    }

    private void assertNothingInPlace() throws IOException {
        try (Stream<Path> inside = Files.list(dataDir)) {
            assertThat(inside).isEmpty();
        }
    }
}
