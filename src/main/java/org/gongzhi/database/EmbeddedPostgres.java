package org.gongzhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real PostgreSQL, started and watched by the application itself: stopped with it, started again when it dies alone, and cleaned up after when both died.
 * Listens on a loopback port of its own choice, with passwords made at the first start.
 */
final class EmbeddedPostgres implements DatabaseServer {

    static final String FOLDER = "postgresql";
    static final String PORT_FILE = "port";
    static final String PASSWORD_FILE = "password";
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "gongzhi";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_SECONDS = 120;

    /** Below the range from which systems lend ports to outgoing connections, so that ours is still free when PostgreSQL comes back. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;

    private final DataFolder dataFolder;
    private final Path folder;
    private final PostgresPrograms programs;
    private final PostgresCluster cluster;
    private final Login superuser;
    private final int port;
    private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
    private final Thread keeper;

    private volatile boolean stopping;
    private volatile @Nullable Process postmaster;

    private EmbeddedPostgres(DataFolder dataFolder, PostgresPrograms programs, Map<String, String> settings) {
        this.dataFolder = dataFolder;
        this.folder = dataFolder.resolve(FOLDER);
        this.programs = programs;
        this.superuser = new Login(SUPERUSER, passwordKeptIn(folder));
        this.port = freePort();
        this.cluster = new PostgresCluster(folder, programs, Unprivileged.here(), withPort(settings));
        // A platform thread that lives as long as the application: PostgreSQL is bound to the thread that starts it.
        this.keeper = Thread.ofPlatform().name("postgresql-keeper").daemon().unstarted(this::keep);
    }

    /** Starts the bundled PostgreSQL on the data folder and prepares its database. */
    static EmbeddedPostgres start(Path dataDir) {
        DataFolder dataFolder = DataFolder.take(dataDir);
        try {
            PostgresPrograms programs = PostgresPrograms.bundled(dataFolder.resolve(FOLDER));
            EmbeddedPostgres server = start(dataFolder, programs, PostgresCluster.SETTINGS);
            DatabaseRoles.createDatabase(url(server.port, "postgres"), server.superuser, server.owner(), DATABASE);
            DatabaseRoles.prepare(server.url(), server.owner(), server.application());
            return server;
        } catch (RuntimeException e) {
            dataFolder.close();
            throw e;
        }
    }

    /** Starts the given programs with the given settings; the databases in it are the caller's affair. */
    static EmbeddedPostgres start(DataFolder dataFolder, PostgresPrograms programs, Map<String, String> settings) {
        EmbeddedPostgres server = new EmbeddedPostgres(dataFolder, programs, settings);
        server.cluster.create(server.superuser);
        server.keeper.start();
        server.awaitFirstStart();
        return server;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String url() {
        return url(port, DATABASE);
    }

    String url(String database) {
        return url(port, database);
    }

    Login superuser() {
        return superuser;
    }

    @Override
    public Login owner() {
        return superuser.derived(DatabaseRoles.OWNER);
    }

    @Override
    public Login application() {
        return superuser.derived(DatabaseRoles.APPLICATION);
    }

    /** The process that all others of this PostgreSQL come from. */
    ProcessHandle process() {
        Process running = postmaster;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL has not been started");
        }
        return running.toHandle();
    }

    @Override
    public void close() {
        stopping = true;
        Process running = postmaster;
        if (running != null) {
            PostmasterFile.signal(running.toHandle(), "INT");
        }
        try {
            keeper.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cluster.file().clear();
        dataFolder.close();
    }

    private void awaitFirstStart() {
        try {
            firstStart.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL %d does not start: %s".formatted(programs.major(), cluster.lastWords()),
                    "Its log is in %s. A full disk or a missing right on the folder are the usual reasons."
                            .formatted(folder.resolve("log")),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }

    /** The life of the keeper thread: run PostgreSQL, and run it again should it die without being asked to. */
    private void keep() {
        try {
            while (!stopping) {
                cluster.file().clear();
                Process process = cluster.run();
                postmaster = process;
                if (awaitReady(process)) {
                    writePort();
                    firstStart.complete(null);
                } else if (!firstStart.isDone()) {
                    firstStart.completeExceptionally(new IOException("exit code " + process.exitValue()));
                    return;
                }
                process.waitFor();
                if (!stopping) {
                    log.warn("PostgreSQL ended by itself (code {}); starting it again", process.exitValue());
                }
            }
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL cannot be kept running", e);
            firstStart.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitReady(Process process) throws InterruptedException {
        // Recovery after a crash may take minutes; only a process that has ended has failed.
        while (!cluster.file().saysReady(process.pid())) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private void writePort() throws IOException {
        Files.writeString(folder.resolve(PORT_FILE), Integer.toString(port), UTF_8);
    }

    private Map<String, String> withPort(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("port", Integer.toString(port));
        return all;
    }

    private static String passwordKeptIn(Path folder) {
        Path file = folder.resolve(PASSWORD_FILE);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                return Files.readString(file, UTF_8).strip();
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            PrivateFile.write(file, password);
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written", e);
        }
    }

    private static int freePort() {
        SecureRandom random = new SecureRandom();
        List<Integer> tried = new ArrayList<>();
        while (tried.size() < 100) {
            int candidate = FIRST_PORT + random.nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                tried.add(candidate);
            }
        }
        throw new DatabaseUnavailable(
                "No free port between %d and %d for the embedded PostgreSQL.".formatted(FIRST_PORT, FIRST_PORT + PORTS),
                "Free some ports on this machine.");
    }
}
