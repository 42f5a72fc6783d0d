package org.gongzhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the embedded PostgreSQL and the way it is run on them. */
final class PostgresCluster {

    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

    /** For one server that shares 2 cores and some gigabytes with the application. Durability stays as PostgreSQL ships it: on. */
    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("max_connections", "80"),
            Map.entry("shared_buffers", "512MB"),
            Map.entry("effective_cache_size", "4GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("autovacuum_naptime", "15s"),
            Map.entry("idle_in_transaction_session_timeout", "5min"),
            Map.entry("tcp_keepalives_idle", "60"));

    /**
     * The log keeps a week and never what a statement carried: with its default verbosity PostgreSQL writes the values of a refused row, which may name a person.
     */
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("timezone", "Asia/Shanghai"),
            Map.entry("log_timezone", "Asia/Shanghai"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "../log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length_on_error", "0"));

    private final Path folder;
    private final Path files;
    private final PostgresPrograms programs;
    private final Unprivileged unprivileged;
    private final Map<String, String> settings;

    PostgresCluster(Path folder, PostgresPrograms programs, Unprivileged unprivileged, Map<String, String> settings) {
        this.folder = folder;
        this.files = folder.resolve("cluster-" + programs.major());
        this.programs = programs;
        this.unprivileged = unprivileged;
        this.settings = settings;
    }

    PostmasterFile file() {
        return new PostmasterFile(files);
    }

    /** Creates the files once; made beside their place and renamed, so that a start broken off midway can be repeated. */
    void create(Login superuser) {
        try {
            Files.createDirectories(folder.resolve("log"));
            if (!Files.exists(files)) {
                log.info("Creating the database files in {} (first start)", files);
                Path unfinished = folder.resolve(files.getFileName() + ".unfinished");
                PostgresPrograms.deleteTree(unfinished);
                unprivileged.own(folder);
                initialize(unfinished, superuser);
                Files.move(unfinished, files);
            }
            unprivileged.own(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The database files cannot be created in " + folder, e);
        }
    }

    private void initialize(Path target, Login superuser) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                programs.program("initdb"),
                "--pgdata=" + target,
                "--username=" + superuser.role(),
                "--pwfile=" + folder.resolve(EmbeddedPostgres.PASSWORD_FILE),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums",
                // Names in pinyin order; and a character type under which letters of Chinese are letters, which trigram
                // search needs.
                "--locale-provider=icu",
                "--icu-locale=zh",
                "--locale=" + characterLocale()));
        Path output = folder.resolve("log").resolve("initdb.log");
        Process process = new ProcessBuilder(unprivileged.command(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new DatabaseUnavailable(
                        "The database files cannot be created: " + lastLine(output),
                        "Check that " + folder + " is writable and has 1 GB free; the whole message is in " + output
                                + ".");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database files were created", e);
        }
    }

    private static String characterLocale() {
        return switch (OperatingSystem.current()) {
            case LINUX -> "C.UTF-8";
            case DARWIN -> "en_US.UTF-8";
            case WINDOWS -> "C";
        };
    }

    /** Starts PostgreSQL; it stops when the calling thread dies. */
    Process run() throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.program("postgres"), "-D", files.toString()));
        Stream.of(ALWAYS, settings)
                .flatMap(map -> map.entrySet().stream())
                .forEach(setting -> command.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue())));
        return new ProcessBuilder(unprivileged.dyingWithStarter(command))
                .directory(files.toFile())
                .redirectErrorStream(true)
                .redirectOutput(startLog().toFile())
                .start();
    }

    private Path startLog() {
        return folder.resolve("log").resolve("start.log");
    }

    /** What PostgreSQL said last, for the one line that tells why it does not start. */
    String lastWords() {
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            Path newest = logs.max(Comparator.comparingLong(log -> log.toFile().lastModified()))
                    .orElseGet(this::startLog);
            return lastLine(newest);
        } catch (IOException e) {
            return "it left no message";
        }
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "it left no message" : lines.getLast().strip();
    }
}
