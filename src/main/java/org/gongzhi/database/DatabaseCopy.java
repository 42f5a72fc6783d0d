package org.gongzhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the files of the embedded PostgreSQL while it works. PostgreSQL is told so, and keeps the log that was written meanwhile; with it the copy comes up as
 * the database was when copying ended (PostgreSQL 18 manual, 25.3.3).
 */
public final class DatabaseCopy {

    /** Below this name everything lies in a copy, as in the data folder. */
    public static final String FOLDER = EmbeddedPostgres.FOLDER;

    /** Rebuilt by PostgreSQL at its start, or belonging to the process that runs. */
    private static final Set<String> CONTENT_LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> FILES_LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label", "tablespace_map");

    private static final Pattern LOG_SEGMENT = Pattern.compile("[0-9A-F]{24}");

    /** {@code duplicate_object}: the one slot is taken. */
    private static final String TAKEN = "42710";

    private final Path folder;
    private final Path cluster;
    private final Sink sink;

    private DatabaseCopy(Path folder, Path cluster, Sink sink) {
        this.folder = folder;
        this.cluster = cluster;
        this.sink = sink;
    }

    /** Takes what is copied; names use slashes and begin with {@link #FOLDER}. */
    public interface Sink {

        void folder(String name) throws IOException;

        void file(String name, InputStream content) throws IOException;
    }

    /** Whether the folder holds an embedded PostgreSQL; one that others run is theirs to copy. */
    public static boolean isPossible(Path dataDir) {
        return Files.exists(dataDir.resolve(FOLDER).resolve(EmbeddedPostgres.PORT_FILE));
    }

    /** Whether a live process works in the folder at this moment. */
    public static boolean isInUse(Path dataDir) {
        return DataFolder.isTaken(dataDir);
    }

    /** What a copy will have to read, in bytes; a little more or less when the database is at work. */
    public static long size(Path dataDir) throws IOException {
        long[] bytes = {0};
        Path cluster = cluster(dataDir.resolve(FOLDER));
        Files.walkFileTree(cluster, new Wanted(cluster) {
            @Override
            void file(Path file, BasicFileAttributes facts) {
                bytes[0] += facts.size();
            }
        });
        return bytes[0];
    }

    /** Copies all of it; writers go on. Refuses when another copy is being made. */
    public static void take(Path dataDir, Sink sink) throws IOException {
        Path folder = dataDir.resolve(FOLDER);
        var copy = new DatabaseCopy(folder, cluster(folder), sink);
        int port = Integer.parseInt(Files.readString(folder.resolve(EmbeddedPostgres.PORT_FILE), UTF_8)
                .strip());
        String password = Files.readString(folder.resolve(EmbeddedPostgres.PASSWORD_FILE), UTF_8)
                .strip();
        try (Connection connection = DriverManager.getConnection(
                        EmbeddedPostgres.url(port, EmbeddedPostgres.DATABASE), EmbeddedPostgres.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            copy.take(statement);
        } catch (SQLException e) {
            if (TAKEN.equals(e.getSQLState())) {
                throw new IOException("another backup of this database is being made", e);
            }
            throw new IOException("the database did not go along: " + e.getMessage(), e);
        }
    }

    private void take(Statement statement) throws SQLException, IOException {
        // Holds back the removal of log segments; gone with the connection, however that ends.
        statement.execute("select pg_create_physical_replication_slot('gongzhi_backup', true, true)");
        String first = text(statement, "select pg_walfile_name(pg_backup_start('gongzhi', true))");
        Files.walkFileTree(cluster, new Wanted(cluster) {
            @Override
            void file(Path file, BasicFileAttributes facts) throws IOException {
                copy(file);
            }

            @Override
            void folder(Path wanted) throws IOException {
                sink.folder(name(wanted));
            }
        });
        String last;
        try (ResultSet stop = statement.executeQuery(
                "select labelfile, spcmapfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => false)")) {
            stop.next();
            sink.file(name(cluster.resolve("backup_label")), bytes(stop.getString(1)));
            if (!stop.getString(2).isBlank()) {
                throw new IOException("the database uses tablespaces, which a copy of its folder does not contain");
            }
            last = stop.getString(3);
        }
        copyLog(first, last);
        copy(folder.resolve(EmbeddedPostgres.PASSWORD_FILE));
    }

    private void copyLog(String first, String last) throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(cluster.resolve("pg_wal"))) {
            segments = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return LOG_SEGMENT.matcher(name).matches()
                                && name.compareTo(first) >= 0
                                && name.compareTo(last) <= 0;
                    })
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty()
                || !segments.getFirst().endsWith(first)
                || !segments.getLast().endsWith(last)) {
            throw new IOException("the log from " + first + " to " + last + " is not all there");
        }
        for (Path segment : segments) {
            copy(segment);
        }
    }

    /** A file may go while others are copied; the log knows why. */
    private void copy(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            sink.file(name(file), content);
        } catch (NoSuchFileException dropped) {
            return;
        }
    }

    private String name(Path file) {
        return FOLDER + "/" + folder.relativize(file).toString().replace('\\', '/');
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Path cluster(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().matches("cluster-\\d+"))
                    .max(Path::compareTo)
                    .orElseThrow(() ->
                            new NoSuchFileException(folder.resolve("cluster-18").toString()));
        }
    }

    /** Walks over what belongs into a copy. */
    private abstract static class Wanted extends SimpleFileVisitor<Path> {

        private final Path cluster;

        Wanted(Path cluster) {
            this.cluster = cluster;
        }

        abstract void file(Path file, BasicFileAttributes facts) throws IOException;

        @SuppressWarnings("unused")
        void folder(Path folder) throws IOException {
            // Sizes need none.
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) throws IOException {
            boolean isScratch = folder.getFileName().toString().startsWith("pgsql_tmp");
            // Also the slot of this very copy: half a slot would keep the restored database from starting.
            boolean isSlot = cluster.resolve("pg_replslot").equals(folder.getParent());
            if (isScratch || isSlot) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folder(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
            Path inside = cluster.relativize(file);
            boolean isLeftOut = CONTENT_LEFT_OUT.contains(inside.getName(0).toString())
                    || FILES_LEFT_OUT.contains(file.getFileName().toString());
            if (!isLeftOut && facts.isRegularFile()) {
                file(file, facts);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
            if (reason instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw reason;
        }
    }
}
