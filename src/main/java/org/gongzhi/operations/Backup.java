package org.gongzhi.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.gongzhi.database.DatabaseCopy;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Verb;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code ./gongzhi backup --to=/backup [--keep=14] [--keys-to=/elsewhere]}: the whole installation in one file, while it works. The keys stay out of it: whoever
 * finds a backup must not be able to read the contacts in it.
 */
@Component
class Backup implements Verb {

    static final String HEADS = "audit-heads.log";
    static final String KEYS = "keys";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String NAME = "gongzhi-\\d{8}-\\d{6}\\.zip";
    private static final String UNFINISHED = ".unfinished";

    private final Path dataDir;
    private final Backups backups;
    private final Clock clock;

    Backup(@Value("${gongzhi.data-dir}") String dataDir, Backups backups, Clock clock) {
        this.dataDir = Path.of(dataDir).toAbsolutePath().normalize();
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    /** 0 when the backup is there, 1 when it could not be made, 2 when it was asked for wrongly. */
    @Override
    public int run(List<String> arguments) {
        PrintStream out = CommandWords.out();
        var options = new Options(arguments);
        try {
            make(options, out);
            return 0;
        } catch (Misuse e) {
            CommandWords.say(out, "✗ " + e.chinese(), e.english());
            return 2;
        } catch (IOException e) {
            CommandWords.say(out, "✗ 备份没有做成：" + e.getMessage(), "No backup was made: " + e.getMessage());
            return 1;
        }
    }

    /** Makes it and answers where it lies. */
    Path make(Options options, PrintStream out) throws IOException, Misuse {
        Path folder = target(options);
        int keep = options.number("keep").orElse(0);
        Instant start = Time.now(clock);
        Path file = folder.resolve(fileName(start));
        Path unfinished = folder.resolve(file.getFileName() + UNFINISHED);
        Files.createDirectories(folder);
        try {
            write(dataDir, unfinished, CommandWords.progress(out, "备份", DatabaseCopy.size(dataDir)));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        long seconds = Time.now(clock).getEpochSecond() - start.getEpochSecond();
        backups.note(new Backups.Made(start, file.toString(), Files.size(file), (int) seconds));
        Optional<Path> keysTo = options.path("keys-to");
        if (keysTo.isPresent()) {
            KeyFolder.copy(dataDir.resolve(KEYS), keysTo.get());
        }
        int dropped = keep == 0 ? 0 : dropAllBut(keep, folder);
        String size = CommandWords.size(Files.size(file));
        CommandWords.say(out, "✓ 已备份到 " + file + "（" + size + "）", "Backed up to " + file + " (" + size + ").");
        if (dropped > 0) {
            CommandWords.say(out, "  删去较早的备份 " + dropped + " 份。", "Removed " + dropped + " older ones.");
        }
        if (keysTo.isEmpty()) {
            CommandWords.say(
                    out,
                    "  密钥不在里面，请把 " + dataDir.resolve(KEYS) + " 另存到别处（或用 --keys-to=文件夹）。没有密钥，联系方式打不开，审计链也无法验证。",
                    "The keys are not in it: keep %s elsewhere (or use --keys-to=folder). Without them contacts stay sealed and the audit trail cannot be proved."
                            .formatted(dataDir.resolve(KEYS)));
        }
        return file;
    }

    static String fileName(Instant start) {
        return "gongzhi-%s.zip".formatted(STAMP.format(ZonedDateTime.ofInstant(start, Time.ZONE)));
    }

    private Path target(Options options) throws Misuse {
        options.allowOnly("to", "keep", "keys-to");
        if (!DatabaseCopy.isPossible(dataDir)) {
            throw new Misuse(
                    "这里用的是外部的 PostgreSQL，请用它自己的办法备份（pg_basebackup 或 pg_dump），并另存 " + dataDir.resolve(KEYS) + " 和 "
                            + dataDir.resolve(HEADS) + "。",
                    "The database is an external PostgreSQL: back it up there (pg_basebackup or pg_dump), and keep %s and %s."
                            .formatted(dataDir.resolve(KEYS), dataDir.resolve(HEADS)));
        }
        Path folder = options.path("to")
                .orElseThrow(() ->
                        new Misuse("请写明备份到哪个文件夹：--to=/backup", "Say which folder the backup goes to: --to=/backup"));
        if (folder.startsWith(dataDir)) {
            throw new Misuse(
                    "备份不能放在数据文件夹里：" + folder + "。换一块盘。",
                    "A backup inside the data folder would be lost with it: " + folder + ". Choose another disk.");
        }
        Optional<Path> keysTo = options.path("keys-to");
        if (keysTo.isPresent() && (keysTo.get().startsWith(folder) || folder.startsWith(keysTo.get()))) {
            throw new Misuse(
                    "密钥不能和备份放在一起：" + keysTo.get() + "。换一个地方。",
                    "The keys must not lie with the backup they open: " + keysTo.get() + ". Choose another place.");
        }
        return folder;
    }

    /** All of the installation but its keys, in one file. */
    static void write(Path dataDir, Path file, LongConsumer progress) throws IOException {
        try (var writer = new BackupFile.Writer(file, progress)) {
            // Before the database: its chain may go on beyond these heads, but must not end before them.
            Path heads = dataDir.resolve(HEADS);
            if (Files.exists(heads)) {
                writer.file(HEADS, BackupFile.bytes(Files.readString(heads)));
            }
            DatabaseCopy.take(dataDir, writer);
            writer.finish();
        }
    }

    private static int dropAllBut(int keep, Path folder) throws IOException {
        List<Path> older;
        try (Stream<Path> files = Files.list(folder)) {
            older = files.filter(file -> file.getFileName().toString().matches(NAME))
                    .sorted(Comparator.reverseOrder())
                    .skip(keep)
                    .toList();
        }
        for (Path file : older) {
            Files.delete(file);
        }
        return older.size();
    }
}
