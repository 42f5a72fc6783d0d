package org.gongzhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code postmaster.pid} in a cluster's folder: what a PostgreSQL, living or dead, left there about itself. */
record PostmasterFile(Path cluster) {

    private static final Logger log = LoggerFactory.getLogger(PostmasterFile.class);

    /** The eighth line of the file says how far the start has come. */
    private static final int STATUS_LINE = 7;

    boolean saysReady(long pid) {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /**
     * Leaves the cluster with no process working on it: one that outlived its application is stopped, and a file whose process number now belongs to somebody else
     * is removed, because PostgreSQL would take that process for itself and refuse to start.
     */
    void clear() {
        List<ProcessHandle> leftOver = processes();
        if (!leftOver.isEmpty()) {
            log.warn("Stopping a PostgreSQL left over from an earlier run ({} processes)", leftOver.size());
            leftOver.forEach(process -> signal(process, "INT"));
            if (!gone(leftOver, 20)) {
                leftOver.forEach(process -> signal(process, "QUIT"));
            }
            if (!gone(leftOver, 5)) {
                leftOver.forEach(ProcessHandle::destroyForcibly);
                gone(leftOver, 5);
            }
        }
        try {
            if (Files.deleteIfExists(cluster.resolve("postmaster.pid"))) {
                log.info("PostgreSQL was not shut down in order last time; it recovers from its log");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signal(ProcessHandle process, String name) {
        if (OperatingSystem.current() == OperatingSystem.WINDOWS) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every process of a PostgreSQL works inside its cluster's folder, also one whose postmaster was killed. */
    List<ProcessHandle> processes() {
        if (OperatingSystem.current() == OperatingSystem.LINUX) {
            try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
                return all.filter(this::worksHere)
                        .filter(PostmasterFile::isPostgres)
                        .toList();
            }
        }
        OptionalLong pid = pid();
        return pid.isEmpty()
                ? List.of()
                : ProcessHandle.of(pid.getAsLong()).filter(PostmasterFile::isPostgres).stream()
                        .toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(cluster.toRealPath());
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static boolean gone(List<ProcessHandle> processes, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException | TimeoutException stillThere) {
                return false;
            }
        }
        return true;
    }

    private OptionalLong pid() {
        List<String> lines = lines();
        try {
            return lines.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException tornFile) {
            return OptionalLong.empty();
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"), UTF_8);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
