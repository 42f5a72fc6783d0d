package org.gongzhi.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.gongzhi.database.DatabaseCopy;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;

/** The middle of an upgrade: what was there is counted and backed up, the database is brought to this release, and counted again. Nothing else runs meanwhile. */
final class UpgradeMigration {

    private final Path dataDir;
    private final Path folder;
    private final boolean isBackedUpElsewhere;
    private final Clock clock;
    private final PrintStream out;
    private Backups.@Nullable Made backup;
    private boolean isUpToDate;

    /**
     * @param folder where the backup goes
     * @param isBackedUpElsewhere whoever runs an external PostgreSQL says so
     */
    UpgradeMigration(Path dataDir, Path folder, boolean isBackedUpElsewhere, Clock clock, PrintStream out) {
        this.dataDir = dataDir;
        this.folder = folder;
        this.isBackedUpElsewhere = isBackedUpElsewhere;
        this.clock = clock;
        this.out = out;
    }

    /** The backup that was made; null with an external PostgreSQL, or when there was nothing to do. */
    Backups.@Nullable Made backup() {
        return backup;
    }

    boolean isUpToDate() {
        return isUpToDate;
    }

    void migrate(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        MigrationInfo[] pending = flyway.info().pending();
        if (current == null) {
            throw new UpgradeStopped(
                    "这个数据库里还没有数据，不用升级，直接启动就可以。", "This database is empty: nothing to upgrade, just start.", false);
        }
        String from = version(current);
        List<String> versions = Arrays.stream(pending)
                .filter(migration -> migration.getVersion() != null)
                .map(UpgradeMigration::version)
                .toList();
        if (versions.isEmpty()) {
            isUpToDate = true;
            flyway.migrate();
            CommandWords.say(
                    out, "数据库已是这一版（V" + from + "），没有要升级的。", "The database is of this release already (V" + from + ").");
            return;
        }
        DataSource database = Objects.requireNonNull(flyway.getConfiguration().getDataSource());
        try {
            if (!DatabaseCopy.isPossible(dataDir)) {
                requireAlone(database);
            }
            CommandWords.say(
                    out,
                    "① 从 V%s 升级到 V%s，共 %d 步；没有别的程序在用这个数据库。".formatted(from, versions.getLast(), versions.size()),
                    "From V%s to V%s in %d steps; nobody else uses this database."
                            .formatted(from, versions.getLast(), versions.size()));
            backUp(from, versions.getLast());
            TableCounts before = TableCounts.of(database);
            migrate(flyway, versions.size());
            compare(before, TableCounts.of(database));
        } catch (SQLException e) {
            throw new UpgradeStopped(
                    "数据库没有照办：" + e.getMessage(), "The database did not go along: " + e.getMessage(), true);
        }
    }

    private static String version(MigrationInfo migration) {
        return String.valueOf(migration.getVersion());
    }

    /** Other nodes, where the lock of a folder does not tell. */
    private static void requireAlone(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet others = statement.executeQuery("""
                        select count(*) from pg_stat_activity where datname = current_database() and application_name = 'gongzhi'""")) {
            others.next();
            if (others.getLong(1) > 0) {
                throw new UpgradeStopped(
                        "还有应用在用这个数据库（" + others.getLong(1) + " 个连接）。请先停掉所有节点，再升级。",
                        "The application still uses this database (" + others.getLong(1)
                                + " connections). Stop every node first.",
                        false);
            }
        }
    }

    private void backUp(String from, String to) {
        if (!DatabaseCopy.isPossible(dataDir)) {
            if (!isBackedUpElsewhere) {
                throw new UpgradeStopped(
                        "用的是外部的 PostgreSQL：请先用它自己的办法备份（pg_basebackup 或 pg_dump），再加上 --backed-up 升级。",
                        "The database is an external PostgreSQL: back it up there first (pg_basebackup or pg_dump), then upgrade with --backed-up.",
                        false);
            }
            CommandWords.say(out, "② 备份由外部的 PostgreSQL 做过了。", "Backed up by the external PostgreSQL, as you said.");
            return;
        }
        Instant start = Time.now(clock);
        Path file = folder.resolve(Backup.fileName(start));
        Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
        try {
            Optional<UpgradeNote> brokenOff =
                    UpgradeNote.read(dataDir).filter(last -> !last.isDone() && Files.isRegularFile(last.backup()));
            if (brokenOff.isPresent()) {
                CommandWords.say(
                        out,
                        "② 上次没有升完，升级前的备份还在：" + brokenOff.get().backup() + "，不再另做。",
                        "An upgrade was broken off; its backup is still there: "
                                + brokenOff.get().backup() + ".");
                return;
            }
            Files.createDirectories(folder);
            try {
                Backup.write(dataDir, unfinished, CommandWords.progress(out, "备份", DatabaseCopy.size(dataDir)));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            new UpgradeNote(from, to, file, false).write(dataDir);
            long seconds = Time.now(clock).getEpochSecond() - start.getEpochSecond();
            backup = new Backups.Made(start, file.toString(), Files.size(file), (int) seconds);
            String size = CommandWords.size(Files.size(file));
            CommandWords.say(
                    out, "② 升级前的数据已备份到 " + file + "（" + size + "）。", "Backed up to " + file + " (" + size + ").");
        } catch (IOException e) {
            throw new UpgradeStopped("备份没有做成：" + e.getMessage(), "No backup could be made: " + e.getMessage(), false);
        }
    }

    private void migrate(Flyway flyway, int steps) {
        Instant start = Time.now(clock);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new UpgradeStopped("数据库升级到一半出了错：" + firstLine(e), "A migration failed: " + firstLine(e), true);
        }
        double seconds = (Time.now(clock).toEpochMilli() - start.toEpochMilli()) / 1000.0;
        CommandWords.say(
                out,
                "③ 数据库已升级，%d 步用了 %.1f 秒。".formatted(steps, seconds),
                "Migrated: %d steps in %.1f s.".formatted(steps, seconds));
    }

    private void compare(TableCounts before, TableCounts after) {
        List<String> missing = before.missing(after);
        if (!missing.isEmpty()) {
            throw new UpgradeStopped(
                    "核对行数不符：" + String.join("；", missing), "Rows do not add up: " + String.join("; ", missing), true);
        }
        CommandWords.say(
                out,
                "④ 核对：%d 张表 %,d 行，一行不少；诉求 %,d 件、办理经过 %,d 条、账号 %,d 个，都和升级前一样。"
                        .formatted(
                                before.rows().size(),
                                before.all(),
                                after.of("demand"),
                                after.of("demand_step"),
                                after.of("account")),
                "Counted: %d tables, %,d rows, none missing; %,d demands, %,d steps, %,d accounts as before."
                        .formatted(
                                before.rows().size(),
                                before.all(),
                                after.of("demand"),
                                after.of("demand_step"),
                                after.of("account")));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(4)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
