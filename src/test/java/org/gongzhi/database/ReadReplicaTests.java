package org.gongzhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.gongzhi.insight.CockpitAside;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.ReadReplica;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A real primary with a real follower that streams from it, made from a copy taken while the primary works. */
class ReadReplicaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, String> SMALL = small();

    @TempDir
    private static Path folder;

    /** Only to tell how long ago the replica was asked. */
    private final AtomicLong nanos = new AtomicLong(System.nanoTime());

    @Test
    void theCockpitReadsFromTheReplicaWhileItKeepsUpAndSaysAsOfWhen() throws Exception {
        PostgresPrograms programs = PostgresPrograms.bundled(
                Path.of("target/test-postgresql/of-" + Integer.getInteger("gongzhi.test.fork", 1))
                        .toAbsolutePath());
        try (EmbeddedPostgres primary =
                EmbeddedPostgres.start(DataFolder.take(folder.resolve("primary")), programs, SMALL)) {
            DatabaseRoles.createDatabase(primary.url("postgres"), primary.superuser(), primary.owner(), "gongzhi");
            DatabaseRoles.prepare(primary.url(), primary.owner(), primary.application());
            Flyway.configure()
                    .dataSource(
                            primary.url(),
                            primary.owner().role(),
                            primary.owner().password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (HikariDataSource owner = pool(primary.url(), primary.owner());
                    HikariDataSource application = pool(primary.url(), primary.application())) {
                RegionFixtures.plant(owner);
                try (Follower follower = new Follower(primary, programs, folder.resolve("follower"))) {
                    servedAndPassedOver(follower, primary, application, owner);
                }
            }
        }
    }

    private void servedAndPassedOver(
            Follower follower, EmbeddedPostgres primary, HikariDataSource application, HikariDataSource owner)
            throws Exception {
        try (ReadReplica replica = ReadReplica.of(
                        pool(follower.url(), primary.application()), application, Duration.ofHours(1), nanos::get);
                ReadReplica impatient = ReadReplica.of(
                        pool(follower.url(), primary.application()), application, Duration.ofMillis(-1), nanos::get);
                CockpitAside cockpit = new CockpitAside(application, owner, replica);
                CockpitAside direct = new CockpitAside(application, owner, impatient)) {
            cockpit.foldLater();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                later();
                CockpitAside.Shown shown = cockpit.ofTheDistrict();
                return shown.isFromReplica()
                        && shown.asOf().equals(direct.ofTheDistrict().asOf());
            });
            assertThat(direct.ofTheDistrict().isFromReplica())
                    .as("further behind than allowed")
                    .isFalse();
            sameRowSecurityAndNothingWritten(cockpit);
            later();

            follower.tell("select pg_wal_replay_pause()");
            CockpitAside.Shown before = cockpit.ofTheDistrict();
            cockpit.foldLater();
            assertThat(cockpit.ofTheDistrict())
                    .as("what it has not heard of it does not tell, and says as of when")
                    .isEqualTo(before);
            assertThat(direct.ofTheDistrict().asOf()).isAfter(before.asOf());
            follower.tell("select pg_wal_replay_resume()");

            follower.stop();
            assertThat(cockpit.ofTheDistrict().isFromReplica()).as("it is away").isFalse();
            assertThat(replica.look().orElseThrow().state()).isEqualTo(ReadReplica.State.AWAY);
            follower.start();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                later();
                return cockpit.ofTheDistrict().isFromReplica();
            });
            assertThat(replica.look().orElseThrow().state()).isEqualTo(ReadReplica.State.FOLLOWS);
            assertThat(impatient.look().orElseThrow().state()).isEqualTo(ReadReplica.State.BEHIND);
        }
    }

    private static void sameRowSecurityAndNothingWritten(CockpitAside cockpit) {
        Transactions transactions = cockpit.transactions();
        Actor clerk = Kernel.somebody(
                "周敏", DutyKind.COMMUNITY_CLERK, RegionFixtures.YONGANLI, RegionFixtures.YONGANLI.value() + 1_000);
        String told = transactions.readAside(
                clerk,
                source -> source + " "
                        + cockpit.sql()
                                .of(
                                        "select concat_ws(' ', current_user, current_setting('app.scopes'), current_setting('transaction_read_only')) as told")
                                .one(row -> row.text("told")));
        assertThat(told).isEqualTo("REPLICA gongzhi_app " + clerk.scope().asMultirange() + " on");
        assertThat(transactions.isReadingAside()).isFalse();
        assertThatThrownBy(() -> transactions.readAside(
                        clerk,
                        _ -> cockpit.sql()
                                .of("update account set name = 'x' where id = gen_random_uuid()")
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only");
    }

    /** Long enough for it to be asked again. */
    private void later() {
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    }

    private static Map<String, String> small() {
        Map<String, String> settings = new HashMap<>(PostgresCluster.SETTINGS);
        settings.putAll(Map.of(
                "fsync", "off",
                "shared_buffers", "32MB",
                "max_connections", "40",
                "wal_buffers", "1MB",
                "max_wal_size", "256MB"));
        return settings;
    }

    private static HikariDataSource pool(String url, Login login) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(login.role());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(500);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    /** As {@code docs/guides/administrator.md} says: a copy of the files, where to stream from, and the sign that it follows. */
    private static final class Follower implements AutoCloseable {

        private final EmbeddedPostgres primary;
        private final PostgresCluster cluster;
        private final int port;
        private Process process;

        Follower(EmbeddedPostgres primary, PostgresPrograms programs, Path dataDir) throws IOException, SQLException {
            this.primary = primary;
            try (var free = new ServerSocket(0)) {
                this.port = free.getLocalPort();
            }
            DatabaseCopy.take(folder.resolve("primary"), new FilesSink(dataDir));
            Path files = dataDir.resolve(DatabaseCopy.FOLDER).resolve("cluster-" + programs.major());
            Files.createFile(files.resolve("standby.signal"));
            Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwx------"));
            Map<String, String> settings = new HashMap<>(SMALL);
            settings.put("port", Integer.toString(port));
            settings.put(
                    "primary_conninfo",
                    "host=127.0.0.1 port=%s user=%s password=%s"
                            .formatted(
                                    Files.readString(
                                                    folder.resolve("primary")
                                                            .resolve(DatabaseCopy.FOLDER)
                                                            .resolve(EmbeddedPostgres.PORT_FILE),
                                                    UTF_8)
                                            .strip(),
                                    primary.superuser().role(),
                                    primary.superuser().password()));
            cluster =
                    new PostgresCluster(dataDir.resolve(DatabaseCopy.FOLDER), programs, Unprivileged.here(), settings);
            cluster.create(primary.superuser());
            process = cluster.run();
            awaitAnswer();
        }

        String url() {
            return EmbeddedPostgres.url(port, EmbeddedPostgres.DATABASE);
        }

        void tell(String statement) throws SQLException {
            try (Connection connection = DriverManager.getConnection(
                            url(),
                            primary.superuser().role(),
                            primary.superuser().password());
                    Statement told = connection.createStatement()) {
                told.execute(statement);
            }
        }

        void stop() throws InterruptedException {
            PostmasterFile.signal(process.toHandle(), "INT");
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }

        void start() throws IOException {
            cluster.file().clear();
            process = cluster.run();
            awaitAnswer();
        }

        private void awaitAnswer() {
            Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> {
                try {
                    tell("select 1");
                    return true;
                } catch (SQLException notYet) {
                    if (!process.isAlive()) {
                        throw new AssertionError("the follower does not start: " + cluster.lastWords(), notYet);
                    }
                    return false;
                }
            });
        }

        @Override
        public void close() {
            PostmasterFile.signal(process.toHandle(), "INT");
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private record FilesSink(Path dataDir) implements DatabaseCopy.Sink {

        @Override
        public void folder(String name) throws IOException {
            Files.createDirectories(dataDir.resolve(name));
        }

        @Override
        public void file(String name, InputStream content) throws IOException {
            Path file = dataDir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
        }
    }
}
