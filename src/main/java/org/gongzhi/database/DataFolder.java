package org.gongzhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds everything this installation keeps, locked so that only one process works in it. */
final class DataFolder implements AutoCloseable {

    /** Folders this very process holds: asking the system for them again would give up the lock (POSIX drops it with any descriptor of the file). */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder for this process; a folder that another live process holds is refused. */
    static DataFolder take(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path lockFile = absolute.resolve("gongzhi.lock");
        if (!HELD_HERE.add(absolute)) {
            throw inUse(absolute, Long.toString(ProcessHandle.current().pid()));
        }
        boolean taken = false;
        try {
            Files.createDirectories(absolute);
            FileChannel channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(absolute, Files.readString(lockFile, UTF_8).strip());
            }
            channel.truncate(0);
            channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
            taken = true;
            return new DataFolder(absolute, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + absolute + " cannot be used", e);
        } finally {
            if (!taken) {
                HELD_HERE.remove(absolute);
            }
        }
    }

    private static DatabaseUnavailable inUse(Path folder, String holder) {
        return new DatabaseUnavailable(
                "The data folder %s is in use by another Gongzhi (process %s).".formatted(folder, holder),
                "Stop that process, or give this one a folder of its own with --gongzhi.data-dir=...");
    }

    /** Whether a live process holds the folder at this moment. */
    static boolean isTaken(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path lockFile = absolute.resolve("gongzhi.lock");
        if (HELD_HERE.contains(absolute)) {
            return true;
        }
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used", e);
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
