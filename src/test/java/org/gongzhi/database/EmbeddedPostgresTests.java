package org.gongzhi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real servers, with durability on, as an installation has it. */
class EmbeddedPostgresTests {

    /** After a first start, which takes seconds; every test works on a copy. */
    @TempDir
    private static Path started;

    @TempDir
    private Path dataDir;

    @BeforeAll
    static void startForTheFirstTime() {
        EmbeddedPostgres.start(started).close();
    }

    @BeforeEach
    void copyOfAStartedFolder() throws Exception {
        Process copy = new ProcessBuilder("cp", "-a", started + "/.", dataDir.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
    }

    @Test
    void aSecondStartKeepsWhatTheFirstWrote() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(dataDir)) {
            asOwner(first, "create table kept (word text); insert into kept values ('共治')");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(dataDir)) {
            assertThat(asApplication(second, "select word from kept")).isEqualTo("共治");
            assertThat(asApplication(second, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void chineseNamesSortByPinyinAndAreFoundByTheirParts() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir)) {
            assertThat(asApplication(
                            server, "select string_agg(n, '' order by n) from unnest(array['朝','安','建','北']) n"))
                    .isEqualTo("安北朝建");
            assertThat(asApplication(server, "select show_trgm('建外街道')::text")).isNotEqualTo("{}");
        }
    }

    @Test
    void secretsAreReadableByTheirOwnerOnly() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir)) {
            assertThat(server.process().isAlive()).isTrue();
            Path password = dataDir.resolve(EmbeddedPostgres.FOLDER).resolve(EmbeddedPostgres.PASSWORD_FILE);
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aKilledPostgresqlComesBackByItselfWithEverythingThatWasCommitted() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir);
                HikariDataSource pool = poolOf(server)) {
            asOwner(server, "create table written (n int)");
            run(pool, "insert into written values (1)");

            ProcessHandle killed = server.process();
            killed.destroyForcibly();
            killed.onExit().get(10, TimeUnit.SECONDS);

            assertThat(firstAnswerWithin(pool, Duration.ofSeconds(30))).isEqualTo("1");
            assertThat(server.process().pid()).isNotEqualTo(killed.pid());
            run(pool, "insert into written values (2)");
        }
    }

    @Test
    void aPostgresqlThatOutlivedItsApplicationIsTakenOver() throws Exception {
        long orphan = startOrphan(dataDir);
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (EmbeddedPostgres next = EmbeddedPostgres.start(dataDir)) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(asApplication(next, "select n from of_the_orphan")).isEqualTo("7");
        }
    }

    @Test
    void aProcessNumberThatNowBelongsToSomebodyElseDoesNotPreventAStart() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(dataDir)) {
            asOwner(first, "create table kept (n int); insert into kept values (3)");
        }
        Path pidFile =
                dataDir.resolve(EmbeddedPostgres.FOLDER).resolve("cluster-18").resolve("postmaster.pid");
        Files.write(pidFile, List.of(Long.toString(ProcessHandle.current().pid()), "x", "1", "2", "", "127.0.0.1"));

        try (EmbeddedPostgres second = EmbeddedPostgres.start(dataDir)) {
            assertThat(asApplication(second, "select n from kept")).isEqualTo("3");
        }
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefusedInPlainWords() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir)) {
            assertThat(server.process().isAlive()).isTrue();
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir))
                    .isInstanceOfSatisfying(DatabaseUnavailable.class, refused -> {
                        assertThat(refused).hasMessageContaining("in use by another Gongzhi");
                        assertThat(refused.remedy()).contains("--gongzhi.data-dir");
                    });
        }
    }

    @Test
    void anotherProcessSeesThatTheFolderIsTaken() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir)) {
            assertThat(server.process().isAlive()).isTrue();
            Process other = java(LockProbe.class, dataDir.toString());
            assertThat(new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("refused: The data folder")
                    .contains("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aVerbWorksBesideTheRunningApplication() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir)) {
            asOwner(server, "create table shown (n int); insert into shown values (5)");
            assertThat(DataFolder.isTaken(dataDir)).isTrue();
            assertThat(asApplication(RunningPostgres.of(dataDir), "select n from shown"))
                    .isEqualTo("5");
        }
        assertThat(DataFolder.isTaken(dataDir)).isFalse();
    }

    @Test
    void postgresqlRunsAsAnotherUserWhereNamespacesAreForbidden() throws Exception {
        // What the command line looks like is all that can be shown where namespaces are allowed and the test may not
        // be root.
        Unprivileged asNobody = new Unprivileged.AsOtherUser("nobody", "nogroup");
        assertThat(asNobody.dyingWithStarter(List.of("postgres")))
                .containsSequence("setpriv", "--reuid", "nobody", "--regid", "nogroup")
                .containsSequence("setpriv", "--pdeathsig", "INT", "--", "postgres");
    }

    /** Starts PostgreSQL in a process of its own that is then killed in a way that leaves PostgreSQL alive. */
    private static long startOrphan(Path dataDir) throws Exception {
        Process starter = java(OrphanMaker.class, dataDir.toString());
        String pid = new String(starter.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("orphan "))
                .findFirst()
                .orElseThrow()
                .substring("orphan ".length());
        return Long.parseLong(pid);
    }

    private static Process java(Class<?> main, String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Asks again and again, as people at their pages do, until the database answers. */
    private static @Nullable String firstAnswerWithin(HikariDataSource pool, Duration limit) {
        Instant deadline = java.time.Clock.systemUTC().instant().plus(limit);
        SQLException last = new SQLException("never asked");
        while (java.time.Clock.systemUTC().instant().isBefore(deadline)) {
            try (Connection connection = pool.getConnection()) {
                return first(connection, "select n from written");
            } catch (SQLException notYet) {
                last = notYet;
            }
        }
        throw new AssertionError("no answer within " + limit, last);
    }

    private static HikariDataSource poolOf(DatabaseServer server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.application().role());
        config.setPassword(server.application().password());
        config.setConnectionTimeout(3000);
        config.setValidationTimeout(1000);
        return new HikariDataSource(config);
    }

    private static void run(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void asOwner(DatabaseServer server, String sql) throws SQLException {
        Login owner = server.owner();
        try (Connection connection = DriverManager.getConnection(server.url(), owner.role(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String asApplication(DatabaseServer server, String sql) throws SQLException {
        Login application = server.application();
        try (Connection connection =
                DriverManager.getConnection(server.url(), application.role(), application.password())) {
            return first(connection, sql);
        }
    }

    private static @Nullable String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** Tries to take a data folder from a process of its own. */
    static final class LockProbe {
        public static void main(String[] arguments) {
            try (DataFolder folder = DataFolder.take(Path.of(arguments[0]))) {
                System.out.println("taken: " + folder.resolve("."));
            } catch (DatabaseUnavailable refused) {
                System.out.println("refused: " + refused.getMessage());
            }
        }
    }

    /** Leaves a PostgreSQL behind: starts it without the bond to its starter and ends at once. */
    static final class OrphanMaker {
        public static void main(String[] arguments) throws Exception {
            Path dataDir = Path.of(arguments[0]);
            try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir)) {
                asOwner(server, "create table of_the_orphan (n int); insert into of_the_orphan values (7)");
            }
            Path folder = dataDir.toRealPath().resolve(EmbeddedPostgres.FOLDER);
            PostgresPrograms programs = PostgresPrograms.bundled(folder);
            Path cluster = folder.resolve("cluster-18");
            Process orphan = new ProcessBuilder(Unprivileged.here()
                            .command(List.of(
                                    programs.program("postgres"),
                                    "-D",
                                    cluster.toString(),
                                    "-c",
                                    "listen_addresses=",
                                    "-c",
                                    "unix_socket_directories=" + cluster)))
                    .directory(cluster.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            PostmasterFile file = new PostmasterFile(cluster);
            while (!file.saysReady(orphan.pid())) {
                if (orphan.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the orphan died");
                }
            }
            System.out.println("orphan " + orphan.pid());
            Runtime.getRuntime().halt(0);
        }
    }
}
