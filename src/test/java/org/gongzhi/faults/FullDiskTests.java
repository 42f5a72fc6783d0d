package org.gongzhi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is small and truly full: one in memory, in a world of its own that needs no rights and ends with the process. */
class FullDiskTests {

    private static final Duration SECONDS = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsSaidLosesNothingAndIsOverWhenThereIsRoomAgain() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        List<String> withASmallDisk = List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "--",
                "sh",
                "-c",
                "mount -t tmpfs -o size=700m tmpfs \"$0\" || { echo 'no disk of one'\"'\"'s own: mounting in a user namespace is forbidden here'; exit 1; }; exec \"$@\"",
                disk.toString());
        try (var application = new RunningApplication(disk, folder.resolve("log"), withASmallDisk)) {
            // Seen from outside only through the process that lives in it.
            Path inside = Path.of("/proc/" + application.pid() + "/root" + disk);
            application.lookAt(inside);
            application.plantRegions();
            var residents = new Residents(application);
            residents.awaitMore(20, SECONDS);

            Path ballast = inside.resolve("ballast");
            fill(ballast);
            RunningApplication.awaiting(
                    SECONDS,
                    () -> "nobody said that the disk is full",
                    () -> residents.refusals().stream().anyMatch(refusal -> refusal.startsWith("507 ")));
            Files.delete(ballast);

            residents.awaitMore(20, SECONDS);
            residents.finish();
            assertThat(residents.refusals())
                    .allSatisfy(refusal -> assertThat(refusal).containsAnyOf("http.disk-full", "http.outage"));
            assertThat(residents.refusals())
                    .anySatisfy(refusal -> assertThat(refusal).contains("服务器的存储空间已满，这次没有存上；以前的内容都在。"));
            assertThat(residents.lost()).isEmpty();
            assertThat(application.count("select count(*) from demand")).isEqualTo(residents.acknowledged());
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
