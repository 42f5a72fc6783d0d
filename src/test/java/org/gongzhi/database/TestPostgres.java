package org.gongzhi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * The one PostgreSQL of a test run. By default the bundled one; {@code -Dgongzhi.test.postgres=15} takes the programs that Debian's postgresql-15 installs,
 * {@code -Dgongzhi.test.postgres=15:path/to.jar} those of an artifact made as the bundled one is,
 * {@code -Dgongzhi.test.postgres=jdbc:postgresql://…} with {@code -Dgongzhi.test.username} and {@code -Dgongzhi.test.password} a server that runs already
 * (as superuser). Its files stay in {@code target} from run to run, so that only the first run pays for making them.
 */
public final class TestPostgres {

    /** Which of the processes that Maven runs tests in side by side this is. */
    private static final int FORK = Integer.getInteger("gongzhi.test.fork", 1);

    /** The first that can be told how hard a password is to guess. */
    private static final int CHEAP_PASSWORDS = 16;

    private static @Nullable TestPostgres shared;

    private final String server;
    private final Login superuser;

    private TestPostgres(String server, Login superuser) {
        this.server = server;
        this.superuser = superuser;
        DatabaseRoles.createDatabase(url("postgres"), superuser, owner(), "gongzhi");
    }

    public static synchronized TestPostgres shared() {
        TestPostgres running = shared;
        if (running == null) {
            running = start(System.getProperty("gongzhi.test.postgres", "bundled"));
            shared = running;
        }
        return running;
    }

    private static TestPostgres start(String which) {
        if (which.startsWith("jdbc:postgresql:")) {
            return new TestPostgres(
                    which.substring(0, which.lastIndexOf('/')),
                    new Login(
                            System.getProperty("gongzhi.test.username", "postgres"),
                            System.getProperty("gongzhi.test.password", "postgres")));
        }
        DataFolder folder = freeFolder();
        PostgresPrograms programs = programs(which);
        EmbeddedPostgres embedded = startOrStartAfresh(folder, programs);
        // After the applications: they wait half a minute for a database that went before them.
        SpringApplication.getShutdownHandlers().add(embedded::close);
        String url = embedded.url("postgres");
        return new TestPostgres(url.substring(0, url.lastIndexOf('/')), embedded.superuser());
    }

    private static PostgresPrograms programs(String which) {
        Path parent = Path.of("target/test-postgresql/of-" + FORK).toAbsolutePath();
        if (which.equals("bundled")) {
            return PostgresPrograms.bundled(parent);
        }
        String[] majorAndJar = which.split(":", 2);
        int major = Integer.parseInt(majorAndJar[0]);
        if (majorAndJar.length == 1) {
            return new PostgresPrograms(Path.of("/usr/lib/postgresql/" + which + "/bin"), major);
        }
        try {
            URI inside = URI.create("jar:" + Path.of(majorAndJar[1]).toUri() + "!/" + PostgresPrograms.archive());
            return PostgresPrograms.unpacked(inside.toURL(), major, parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two test runs in one work tree each get a server of their own, and so does each of the two processes of one run. */
    private static DataFolder freeFolder() {
        for (int number = 1; ; number++) {
            Path folder = Path.of("target/test-postgresql/of-" + FORK, Integer.toString(number));
            if (!DataFolder.isTaken(folder)) {
                return DataFolder.take(folder);
            }
        }
    }

    /** Without fsync a machine that lost its power may leave broken files: they are worth nothing, so they are made anew. */
    private static EmbeddedPostgres startOrStartAfresh(DataFolder folder, PostgresPrograms programs) {
        try {
            return EmbeddedPostgres.start(folder, programs, settings(programs));
        } catch (DatabaseUnavailable broken) {
            try {
                PostgresPrograms.deleteTree(folder.resolve(EmbeddedPostgres.FOLDER));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return EmbeddedPostgres.start(DataFolder.take(folder.resolve("")), programs, settings(programs));
        }
    }

    /** Tests keep nothing, so they need not wait for a disk; and nobody guesses their passwords, while thousands of connections are made with them. */
    private static Map<String, String> settings(PostgresPrograms programs) {
        Map<String, String> settings = new HashMap<>(PostgresCluster.SETTINGS);
        settings.putAll(Map.of(
                "fsync", "off",
                "synchronous_commit", "off",
                "full_page_writes", "off",
                "shared_buffers", "128MB",
                "maintenance_work_mem", "64MB",
                "max_connections", "700",
                "autovacuum_naptime", "60s"));
        if (programs.major() >= CHEAP_PASSWORDS) {
            settings.put("scram_iterations", "1");
        }
        return settings;
    }

    public String url(String database) {
        return server + "/" + database;
    }

    Login owner() {
        return superuser.derived(DatabaseRoles.OWNER);
    }

    Login application() {
        return owner().derived(DatabaseRoles.APPLICATION);
    }

    public String ownerRole() {
        return owner().role();
    }

    public String ownerPassword() {
        return owner().password();
    }

    public String applicationRole() {
        return application().role();
    }

    public String applicationPassword() {
        return application().password();
    }

    /** Does to an empty database what the application does before it migrates. */
    public void prepare(String database) {
        DatabaseRoles.prepare(url(database), owner(), application());
    }

    /** Runs a statement as superuser in the maintenance database. */
    public void administer(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(url("postgres"), superuser.role(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
