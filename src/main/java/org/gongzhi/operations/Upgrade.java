package org.gongzhi.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.gongzhi.database.DatabaseCopy;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./gongzhi upgrade [--to=/backup]}: brings the data of an earlier release to this one, after a backup, and proves that all of it is there;
 * {@code ./gongzhi upgrade --back} puts that backup in the place of what came of it. Neither works beside a running application.
 */
public final class Upgrade {

    public static final String NAME = "upgrade";

    private static final String BACK = "upgrade-back.unfinished";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Options options;
    private final Path dataDir;
    private final PrintStream out;
    private final Clock clock;

    private Upgrade(Options options, Path dataDir, PrintStream out, Clock clock) {
        this.options = options;
        this.dataDir = dataDir;
        this.out = out;
        this.clock = clock;
    }

    /** Starts the application without its pages, with this way to bring its database up to date. */
    public interface Start {
        ConfigurableApplicationContext with(FlywayMigrationStrategy strategy);
    }

    /**
     * Does it and says what came of it.
     *
     * @return 0 when the data is of this release and whole, 1 when something went wrong, 2 when it was asked for wrongly
     */
    public static int run(List<String> arguments, Path dataDir, Start start) {
        return run(arguments, dataDir, start, CommandWords.out());
    }

    static int run(List<String> arguments, Path dataDir, Start start, PrintStream out) {
        Path folder = dataDir.toAbsolutePath().normalize();
        var upgrade = new Upgrade(new Options(arguments), folder, out, Clock.system(Time.ZONE));
        try {
            return upgrade.run(start);
        } catch (Misuse e) {
            CommandWords.say(out, "✗ " + e.chinese(), e.english());
            return 2;
        } catch (IOException e) {
            CommandWords.say(out, "✗ 没有做成：" + e.getMessage(), "It did not go through: " + e.getMessage());
            return 1;
        }
    }

    private int run(Start start) throws IOException, Misuse {
        options.allowOnly("to", "back", "backed-up");
        if (DatabaseCopy.isInUse(dataDir)) {
            throw new Misuse(
                    "应用正在 " + dataDir + " 上运行。请先停掉它（所有节点），再升级。",
                    "The application is running on " + dataDir + ". Stop it first, on every node.");
        }
        if (options.has("back")) {
            return goBack();
        }
        Path to = options.path("to").orElseGet(() -> dataDir.resolveSibling(dataDir.getFileName() + "-before-upgrade"));
        if (to.startsWith(dataDir)) {
            throw new Misuse(
                    "备份不能放在数据文件夹里：" + to + "。换一个地方。",
                    "A backup inside the data folder would be lost with it: " + to + ". Choose another place.");
        }
        return upgrade(start, new UpgradeMigration(dataDir, to, options.has("backed-up"), clock, out));
    }

    private int upgrade(Start start, UpgradeMigration migration) throws IOException {
        try (ConfigurableApplicationContext context = start.with(migration::migrate)) {
            if (migration.isUpToDate()) {
                return 0;
            }
            if (!context.getBean(UpgradeCheck.class).check(migration.backup(), out)) {
                sayTheWayBack();
                return 1;
            }
            Optional<UpgradeNote> note = UpgradeNote.read(dataDir);
            if (note.isPresent()) {
                note.get().done().write(dataDir);
            }
            CommandWords.say(
                    out,
                    "✓ 升级完成。启动：./gongzhi run。想回到升级前：./gongzhi upgrade --back，再用原来的版本启动。",
                    "Upgraded. Start it: ./gongzhi run. The way back: ./gongzhi upgrade --back, then start the earlier release.");
            return 0;
        } catch (RuntimeException e) {
            UpgradeStopped why = stopped(e);
            if (why == null) {
                CommandWords.say(out, "✗ 升级没有成功：" + deepest(e), "The upgrade failed: " + deepest(e));
                sayTheWayBack();
            } else {
                CommandWords.say(out, "✗ " + why.chinese(), why.english());
                if (why.hasBegun()) {
                    sayTheWayBack();
                } else {
                    CommandWords.say(out, "  什么都没有改动。", "Nothing was changed.");
                }
            }
            return 1;
        }
    }

    private void sayTheWayBack() {
        CommandWords.say(
                out,
                "  要回到升级前：./gongzhi upgrade --back，再用原来的版本启动。用外部 PostgreSQL 的，用它自己的备份恢复。",
                "The way back: ./gongzhi upgrade --back, then start the earlier release. With an external PostgreSQL, restore its own backup.");
    }

    private static @Nullable UpgradeStopped stopped(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UpgradeStopped why) {
                return why;
            }
        }
        return null;
    }

    private static String deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** The backup first, whole and beside; then what came of the upgrade is set aside, and last the database put in its place. */
    private int goBack() throws IOException, Misuse {
        UpgradeNote note = UpgradeNote.read(dataDir)
                .filter(last -> Files.isRegularFile(last.backup()))
                .orElseThrow(
                        () -> new Misuse(
                                "找不到升级前的备份，不知道回到哪里。可以用 ./gongzhi restore --from=… 恢复另一份备份。",
                                "There is no backup of an upgrade to go back to. Another one can be restored with ./gongzhi restore --from=…"));
        Path unfinished = dataDir.resolve(BACK);
        FileSystemUtils.deleteRecursively(unfinished);
        int result = Restore.run(
                List.of("--from=" + note.backup()), unfinished, new PrintStream(OutputStream.nullOutputStream()));
        if (result != 0) {
            FileSystemUtils.deleteRecursively(unfinished);
            throw new IOException(note.backup() + " cannot be restored");
        }
        Path aside =
                dataDir.resolve("after-upgrade-" + STAMP.format(ZonedDateTime.ofInstant(Time.now(clock), Time.ZONE)));
        Files.createDirectories(aside);
        for (String name : List.of(Backup.HEADS, DatabaseCopy.FOLDER)) {
            move(dataDir.resolve(name), aside.resolve(name));
            move(unfinished.resolve(name), dataDir.resolve(name));
        }
        FileSystemUtils.deleteRecursively(unfinished);
        UpgradeNote.forget(dataDir);
        CommandWords.say(
                out,
                "✓ 已回到升级前（V" + note.from() + "）。请用原来的版本启动；用新版本启动会再次升级。",
                "Back to before the upgrade (V" + note.from()
                        + "). Start the earlier release; this one would upgrade again.");
        CommandWords.say(
                out,
                "  升级后的数据移到了 " + aside + "，确认用不着后可以删。",
                "What the upgrade made lies in " + aside + "; delete it when you are sure.");
        return 0;
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
