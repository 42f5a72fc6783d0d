package org.gongzhi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The day nobody wants: the machine is gone, and what is left is last night's backup and the keys in another place. */
class BackupRehearsalTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheBackupIsThereAfterTheMachineWasLost() throws Exception {
        Path dataDir = folder.resolve("data");
        Path backups = folder.resolve("backups");
        Path keys = folder.resolve("keys");
        Map<String, String> acknowledged;
        Residents residents;
        try (var application = new RunningApplication(dataDir, folder.resolve("log"), List.of())) {
            application.plantRegions();
            residents = new Residents(application);
            residents.awaitMore(30, PATIENCE);
            acknowledged = residents.wordsByCode();

            RunningApplication.Said said =
                    RunningApplication.verb(dataDir, "backup", "--to=" + backups, "--keys-to=" + keys);
            assertThat(said.exitCode()).as(said.printed()).isZero();
            assertThat(said.printed()).contains("✓ 已备份到 " + backups);

            RunningApplication.Said refused = RunningApplication.verb(dataDir, "upgrade");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.printed()).contains("应用正在 " + dataDir + " 上运行");

            residents.awaitMore(10, PATIENCE);
            residents.finish();
            application.kill();
        }
        awaitRemoved(dataDir);

        Path restored = folder.resolve("restored");
        RunningApplication.Said said =
                RunningApplication.verb(restored, "restore", "--from=" + only(backups), "--keys=" + keys);
        assertThat(said.exitCode()).as(said.printed()).isZero();
        RunningApplication.Said verified = RunningApplication.verb(restored, "verify-audit");
        assertThat(verified.exitCode()).as(verified.printed()).isZero();

        try (var application = new RunningApplication(restored, folder.resolve("log-restored"), List.of())) {
            long there = application.count("select count(*) from demand");
            assertThat(there).isBetween((long) acknowledged.size(), (long) residents.acknowledged());
            assertThat(Residents.lost(application, acknowledged)).isEmpty();
            assertThat(application.count("""
                            select count(*) from demand d
                            where not exists (select from demand_step s where s.demand_id = d.id)
                               or not exists (select from todo t where t.subject_id = d.id)"""))
                    .as("a transaction is there whole or not at all")
                    .isZero();
            var more = new Residents(application);
            more.awaitMore(5, PATIENCE);
            more.finish();
            assertThat(more.lost()).isEmpty();
        }
        upgradedAndBack(restored);
        RunningApplication.Said recounted = RunningApplication.verb(restored, "rebuild-figures");
        assertThat(recounted.exitCode()).as(recounted.printed()).isZero();
    }

    /** To a release that is not there yet; whatever is done afterwards would refuse data that is newer than itself. */
    private void upgradedAndBack(Path dataDir) throws IOException, InterruptedException {
        Path next = Files.createDirectories(folder.resolve("next"));
        Files.writeString(next.resolve("V9001__next.sql"), "create table next_release (id int);");
        RunningApplication.Said upgraded = RunningApplication.verb(
                dataDir,
                "upgrade",
                "--to=" + folder.resolve("before"),
                "--spring.flyway.locations=classpath:db/migration,filesystem:" + next);
        assertThat(upgraded.exitCode()).as(upgraded.printed()).isZero();
        assertThat(upgraded.printed())
                .contains(
                        "升级到 V9001，共 1 步",
                        "② 升级前的数据已备份到 " + only(folder.resolve("before")),
                        "④ 核对",
                        "⑤ 审计链完整",
                        "⑥ 驾驶舱的数字和记录一致",
                        "✓ 升级完成");
        RunningApplication.Said back = RunningApplication.verb(dataDir, "upgrade", "--back");
        assertThat(back.exitCode()).as(back.printed()).isZero();
        assertThat(back.printed()).contains("✓ 已回到升级前");
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    /** PostgreSQL notices within two seconds that its application is gone, and writes until then. */
    private static void awaitRemoved(Path dataDir) throws InterruptedException {
        RunningApplication.awaiting(PATIENCE, () -> dataDir + " cannot be removed", () -> {
            try {
                FileSystemUtils.deleteRecursively(dataDir);
                return !Files.exists(dataDir);
            } catch (IOException stillWritten) {
                return false;
            }
        });
    }
}
