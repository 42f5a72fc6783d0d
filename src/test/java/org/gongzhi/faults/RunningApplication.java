package org.gongzhi.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gongzhi.database.TestPostgres;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole application as a process of its own with its embedded PostgreSQL, so that both can be killed. */
final class RunningApplication implements Entrance, AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final String READY = "/actuator/health/readiness";

    private final Path dataDir;
    private final Path log;
    private final List<String> before;
    private final List<String> options;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private Path seenAt;
    private Process process;

    /** @param before what the command begins with: nothing, or a program that gives it a world of its own and becomes it */
    RunningApplication(Path dataDir, Path log, List<String> before) throws IOException, InterruptedException {
        this(dataDir, log, before, List.of());
    }

    private RunningApplication(Path dataDir, Path log, List<String> before, List<String> options)
            throws IOException, InterruptedException {
        this.dataDir = dataDir;
        this.seenAt = dataDir;
        this.log = log;
        this.before = List.copyOf(before);
        this.options = List.copyOf(options);
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        process = launch();
        awaitReady();
    }

    /** One of several nodes on a database that is none of theirs. */
    static RunningApplication on(TestDatabase database, Path dataDir, Path log)
            throws IOException, InterruptedException {
        TestPostgres postgres = TestPostgres.shared();
        return new RunningApplication(
                dataDir,
                log,
                List.of(),
                List.of(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + postgres.ownerRole(),
                        "--spring.datasource.password=" + postgres.ownerPassword()));
    }

    /** What it has said since its first start. */
    String said() throws IOException {
        return Files.readString(log, UTF_8);
    }

    /** The command line that the launcher makes, up to the first argument. */
    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gongzhi.GongzhiApplication");
    }

    /** {@code ./gongzhi <verb> …} on a data folder; what it printed, and its exit code at the end. */
    static Said verb(Path dataDir, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(words));
        command.addAll(
                List.of("--gongzhi.data-dir=" + dataDir, "--gongzhi.demo=false", "--gongzhi.regions.load=false"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), printed);
    }

    record Said(int exitCode, String printed) {}

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(java());
        command.addAll(List.of(
                "--server.port=" + port,
                "--gongzhi.data-dir=" + dataDir,
                "--gongzhi.demo=false",
                "--gongzhi.regions.load=false",
                "--gongzhi.rate-limits.factor=1000000"));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady() throws InterruptedException {
        awaiting(START, () -> "the application does not start; see " + log, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the application ended by itself; see " + log);
            }
            return status(READY) == 200;
        });
    }

    /** Where this process finds the data folder, when the application lives in a world of its own. */
    void lookAt(Path folder) {
        seenAt = folder;
    }

    void plantRegions() throws IOException {
        RegionFixtures.plant(database());
    }

    /** As the superuser, past the application. */
    PGSimpleDataSource database() throws IOException {
        var database = new PGSimpleDataSource();
        Path folder = seenAt.resolve("postgresql");
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setPortNumbers(new int[] {
            Integer.parseInt(Files.readString(folder.resolve("port"), UTF_8).strip())
        });
        database.setDatabaseName("gongzhi");
        database.setUser("postgres");
        database.setPassword(Files.readString(folder.resolve("password"), UTF_8).strip());
        return database;
    }

    long count(String sql) throws IOException, SQLException {
        try (var connection = database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    int port() {
        return port;
    }

    @Override
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** 0 when nobody answers. */
    private int status(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(at(path))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** {@code kill -9}; PostgreSQL is left to find out by itself. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    ProcessHandle postgresql() throws IOException {
        Path pidFile = seenAt.resolve("postgresql").resolve("cluster-18").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile, UTF_8).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again and again until it holds. */
    static void awaiting(Duration limit, Supplier<String> otherwise, BooleanSupplier holds)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(otherwise.get());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
