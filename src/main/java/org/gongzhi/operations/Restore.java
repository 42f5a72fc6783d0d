package org.gongzhi.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.gongzhi.database.DatabaseCopy;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./gongzhi restore --from=gongzhi-….zip [--keys=/elsewhere]}: puts a backup into an empty data folder. Works before anything of the application is started,
 * since there is no database yet. Nothing is in its place until everything has been unpacked and found whole; a restore that was broken off is begun anew.
 */
public final class Restore {

    public static final String NAME = "restore";

    private static final String UNFINISHED = "restore.unfinished";

    private final PrintStream out;

    private Restore(PrintStream out) {
        this.out = out;
    }

    /**
     * Does it and says what came of it.
     *
     * @param dataDir where the installation shall live: missing, empty, or holding nothing but {@code keys}
     * @return 0 when the data folder is ready to be started on, 1 when the backup is damaged or cannot be read, 2 when it was asked for wrongly
     */
    public static int run(List<String> arguments, Path dataDir) {
        return run(arguments, dataDir, CommandWords.out());
    }

    static int run(List<String> arguments, Path dataDir, PrintStream out) {
        try {
            new Restore(out)
                    .restore(new Options(arguments), dataDir.toAbsolutePath().normalize());
            return 0;
        } catch (Misuse e) {
            CommandWords.say(out, "✗ " + e.chinese(), e.english());
            return 2;
        } catch (ZipException e) {
            CommandWords.say(
                    out,
                    "✗ 这份备份不完整或被改过（" + e.getMessage() + "），什么都没有放进去。换一份备份。",
                    "This backup is incomplete or was changed (" + e.getMessage()
                            + "); nothing was put in place. Use another one.");
            return 1;
        } catch (IOException e) {
            CommandWords.say(out, "✗ 没有恢复：" + e.getMessage(), "Nothing was restored: " + e.getMessage());
            return 1;
        }
    }

    private void restore(Options options, Path dataDir) throws IOException, Misuse {
        options.allowOnly("from", "keys");
        Path from = options.path("from")
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new Misuse(
                        "请写明从哪份备份恢复：--from=/backup/gongzhi-20261122-030000.zip，文件要存在。",
                        "Say which backup to restore, an existing file: --from=/backup/gongzhi-20261122-030000.zip"));
        Optional<Path> keys = options.path("keys");
        if (keys.isPresent() && !Files.isDirectory(keys.get())) {
            throw new Misuse("没有这个密钥文件夹：" + keys.get(), "There is no such folder of keys: " + keys.get());
        }
        requireEmpty(dataDir);
        Path unfinished = dataDir.resolve(UNFINISHED);
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        try {
            BackupFile.unpack(from, unfinished, CommandWords.progress(out, "恢复", BackupFile.size(from)));
            ownOnly(unfinished);
            if (!Files.isDirectory(unfinished.resolve(DatabaseCopy.FOLDER))) {
                throw new ZipException("there is no database in it");
            }
            putInPlace(unfinished, dataDir);
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
        if (keys.isPresent()) {
            KeyFolder.copy(keys.get(), dataDir.resolve(Backup.KEYS));
        }
        CommandWords.say(out, "✓ 已恢复到 " + dataDir + "。", "Restored into " + dataDir + ".");
        if (!Files.isDirectory(dataDir.resolve(Backup.KEYS))) {
            CommandWords.say(
                    out,
                    "  启动前请把另存的密钥放到 " + dataDir.resolve(Backup.KEYS) + "。",
                    "Before starting, put the keys that were kept elsewhere into " + dataDir.resolve(Backup.KEYS)
                            + ".");
        }
        CommandWords.say(
                out,
                "  接着：./gongzhi verify-audit 验证审计链，再 ./gongzhi run 启动。",
                "Next: ./gongzhi verify-audit to prove the audit trail, then ./gongzhi run.");
    }

    private static void requireEmpty(Path dataDir) throws IOException, Misuse {
        if (!Files.isDirectory(dataDir)) {
            return;
        }
        try (Stream<Path> inside = Files.list(dataDir)) {
            List<String> others = inside.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals(Backup.KEYS) && !name.equals(UNFINISHED))
                    .sorted()
                    .toList();
            if (!others.isEmpty()) {
                throw new Misuse(
                        "数据文件夹 " + dataDir + " 里已有内容（" + others.getFirst()
                                + "）。恢复不覆盖任何东西：用 --gongzhi.data-dir=… 换一个空文件夹，或先把它移开。",
                        "The data folder %s is not empty (%s). Restoring overwrites nothing: name an empty one with --gongzhi.data-dir=…, or move it away first."
                                .formatted(dataDir, others.getFirst()));
            }
        }
    }

    /** The database last: with it in place the folder counts as an installation. */
    private static void putInPlace(Path unfinished, Path dataDir) throws IOException {
        Path heads = unfinished.resolve(Backup.HEADS);
        if (Files.exists(heads)) {
            Files.move(heads, dataDir.resolve(Backup.HEADS), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(
                unfinished.resolve(DatabaseCopy.FOLDER),
                dataDir.resolve(DatabaseCopy.FOLDER),
                StandardCopyOption.ATOMIC_MOVE);
    }

    /** PostgreSQL refuses files that others may read. */
    private static void ownOnly(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }
}
