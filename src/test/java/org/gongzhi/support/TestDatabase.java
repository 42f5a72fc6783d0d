package org.gongzhi.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.gongzhi.database.TestPostgres;

/**
 * A migrated database of one's own: {@code @AutoClose static final TestDatabase database = TestDatabase.fresh();}. Cloned from a template that is migrated once for
 * each state of the migrations.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String PREFIX = "gongzhi_test_";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static boolean leftoversDropped;

    private final String name;
    private final HikariDataSource application;
    private final HikariDataSource owner;

    private TestDatabase(String name) {
        this.name = name;
        TestPostgres postgres = TestPostgres.shared();
        this.application = pool(name, postgres.applicationRole(), postgres.applicationPassword());
        this.owner = pool(name, postgres.ownerRole(), postgres.ownerPassword());
    }

    /** A new database with every migration in it and no rows but theirs. */
    public static synchronized TestDatabase fresh() {
        TestPostgres postgres = TestPostgres.shared();
        String template = PREFIX + "template_" + migrationsDigest();
        if (!leftoversDropped) {
            dropAllBut(template);
            leftoversDropped = true;
        }
        if (!databases().contains(template)) {
            migrate(template);
        }
        String name = PREFIX + ProcessHandle.current().pid() + "_" + NUMBERS.incrementAndGet();
        postgres.administer("create database " + name + " template " + template + " strategy file_copy owner "
                + postgres.ownerRole());
        return new TestDatabase(name);
    }

    /** As an earlier release left it: migrated so far and no further. */
    public static synchronized TestDatabase atVersion(String version) {
        TestPostgres postgres = TestPostgres.shared();
        String name = PREFIX + ProcessHandle.current().pid() + "_" + NUMBERS.incrementAndGet();
        postgres.administer("create database " + name + " owner " + postgres.ownerRole());
        postgres.prepare(name);
        flyway(name)
                .target(version)
                // What is repeated speaks of the tables of today.
                .repeatableSqlMigrationPrefix("NONE")
                .validateMigrationNaming(false)
                .load()
                .migrate();
        return new TestDatabase(name);
    }

    /** To migrate it as the application does. */
    public Flyway flyway(String... moreLocations) {
        FluentConfiguration configuration = flyway(name);
        List<String> locations = new ArrayList<>(List.of("classpath:db/migration"));
        locations.addAll(List.of(moreLocations));
        return configuration.locations(locations.toArray(String[]::new)).load();
    }

    private static FluentConfiguration flyway(String database) {
        TestPostgres postgres = TestPostgres.shared();
        return Flyway.configure()
                .dataSource(postgres.url(database), postgres.ownerRole(), postgres.ownerPassword())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true);
    }

    /** As the application works: bound by row-level security, owning nothing. */
    public DataSource application() {
        return application;
    }

    /** As the owner of the tables, for fixtures and for looking behind row-level security. */
    public DataSource owner() {
        return owner;
    }

    public String url() {
        return TestPostgres.shared().url(name);
    }

    @Override
    public void close() {
        application.close();
        owner.close();
        TestPostgres.shared().administer("drop database if exists " + name + " with (force)");
    }

    private static void migrate(String template) {
        TestPostgres postgres = TestPostgres.shared();
        String unfinished = template + "_unfinished";
        postgres.administer("drop database if exists " + unfinished);
        postgres.administer("create database " + unfinished + " owner " + postgres.ownerRole());
        postgres.prepare(unfinished);
        flyway(unfinished).load().migrate();
        postgres.administer("alter database " + unfinished + " rename to " + template);
    }

    /** What earlier runs left: their databases, and templates of migrations that have changed since. */
    private static void dropAllBut(String template) {
        for (String leftover : databases()) {
            if (!leftover.equals(template)) {
                TestPostgres.shared().administer("drop database if exists " + leftover + " with (force)");
            }
        }
    }

    private static List<String> databases() {
        TestPostgres postgres = TestPostgres.shared();
        List<String> names = new ArrayList<>();
        try (HikariDataSource pool = pool("postgres", postgres.ownerRole(), postgres.ownerPassword());
                Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select datname from pg_database where starts_with(datname, ?)")) {
            statement.setString(1, PREFIX);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migrationsDigest() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool(String database, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestPostgres.shared().url(database));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
