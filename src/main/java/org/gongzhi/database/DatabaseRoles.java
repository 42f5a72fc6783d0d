package org.gongzhi.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares a database for the two roles. May be repeated at every start; changes only what is not yet so. */
final class DatabaseRoles {

    private static final Logger log = LoggerFactory.getLogger(DatabaseRoles.class);

    static final String APPLICATION = "gongzhi_app";
    static final String OWNER = "gongzhi_owner";

    private static final String INVALID_PASSWORD = "28P01";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private DatabaseRoles() {}

    /** Creates the owner and its database, as superuser of an embedded server. */
    static void createDatabase(String maintenanceUrl, Login superuser, Login owner, String database) {
        try (Connection connection =
                DriverManager.getConnection(maintenanceUrl, superuser.role(), superuser.password())) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", owner.role())) {
                run(connection, "select format('create role %I login createrole', ?::text)", owner.role());
            }
            run(
                    connection,
                    "select format('alter role %I password %L', ?::text, ?::text)",
                    owner.role(),
                    owner.password());
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                run(
                        connection,
                        "select format('create database %I owner %I', ?::text, ?::text)",
                        database,
                        owner.role());
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL does not let its owner in: " + e.getMessage(),
                    "If the data folder was copied together from two installations, restore one of them whole.",
                    e);
        }
    }

    /** Prepares the application role, its settings, its rights and the extensions, as the owner of the database. */
    static void prepare(String url, Login owner, Login application) {
        try (Connection connection = DriverManager.getConnection(url, owner.role(), owner.password())) {
            requireUsable(connection);
            prepareRole(connection, url, application);
            for (String extension : List.of("pg_trgm", "btree_gist", "btree_gin")) {
                run(connection, "select format('create extension if not exists %I', ?::text)", extension);
            }
            run(
                    connection,
                    "select format('grant connect on database %I to %I', current_database(), ?::text)",
                    application.role());
            run(connection, "select format('grant usage on schema public to %I', ?::text)", application.role());
            run(connection, """
                    select format('alter default privileges for role %I in schema public
                            grant select, insert, update, delete on tables to %I', current_user, ?::text)""", application.role());
            run(connection, """
                    select format('alter default privileges for role %I in schema public
                            grant usage, select on sequences to %I', current_user, ?::text)""", application.role());
            requireHarmless(connection, application.role());
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database %s cannot be prepared as %s: %s".formatted(url, owner.role(), e.getMessage()),
                    remedyFor(e, application),
                    e);
        }
    }

    private static String remedyFor(SQLException e, Login application) {
        if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            return ("Give the owner the right to create the application's role (alter role ... createrole) and to own its database, or create the role %s yourself"
                            + " (login, nosuperuser, nobypassrls, set jit = off) and name its password with"
                            + " --gongzhi.datasource.app-password=...")
                    .formatted(application.role());
        }
        return "Check that PostgreSQL runs and that --spring.datasource.url, .username and .password name a database and its owner.";
    }

    private static void requireUsable(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
            throw new DatabaseUnavailable(
                    "This PostgreSQL is " + connection.getMetaData().getDatabaseProductVersion()
                            + "; Gongzhi needs 15 or newer.",
                    "Upgrade the server, or leave out --spring.datasource.url to use the PostgreSQL that comes with Gongzhi.");
        }
        if (!exists(connection, "select 1 where getdatabaseencoding() = ?", "UTF8")) {
            throw new DatabaseUnavailable(
                    "This database does not store UTF-8, so it cannot hold Chinese names.",
                    "Create it with: create database gongzhi encoding 'UTF8' template template0");
        }
    }

    private static void prepareRole(Connection connection, String url, Login application) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", application.role())) {
            run(
                    connection,
                    "select format('create role %I login password %L', ?::text, ?::text)",
                    application.role(),
                    application.password());
            log.info("Created the application's role {}", application.role());
        } else if (!mayEnter(url, application)) {
            run(
                    connection,
                    "select format('alter role %I login password %L', ?::text, ?::text)",
                    application.role(),
                    application.password());
        }
        // Compiling pays for no query of ours. An owner who may not change the role finds it as it must be.
        if (!exists(
                connection,
                "select 1 from pg_roles where rolname = ? and 'jit=off' = any (rolconfig)",
                application.role())) {
            run(connection, "select format('alter role %I set jit = off', ?::text)", application.role());
        }
        // Which plans may be kept is decided by each transaction (Transactions), no longer by the role.
        if (exists(
                connection,
                "select 1 from pg_roles, unnest(rolconfig) setting where rolname = ? and starts_with(setting, 'plan_cache_mode=')",
                application.role())) {
            run(connection, "select format('alter role %I reset plan_cache_mode', ?::text)", application.role());
        }
    }

    private static boolean mayEnter(String url, Login login) throws SQLException {
        try (Connection entered = DriverManager.getConnection(url, login.role(), login.password())) {
            return entered.isValid(3);
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Row-level security protects nothing from a role that may bypass it or owns the tables. */
    private static void requireHarmless(Connection connection, String role) throws SQLException {
        boolean powerful = exists(connection, """
                select 1 from pg_roles r
                where r.rolname = ?
                  and (r.rolsuper or r.rolbypassrls
                       or exists (select 1 from pg_class c where c.relowner = r.oid)
                       or exists (select 1 from pg_auth_members m where m.member = r.oid))""", role);
        if (powerful) {
            throw new DatabaseUnavailable(
                    "The application's role %s owns tables, belongs to another role or may bypass row-level security."
                            .formatted(role),
                    "Take that from it (alter role %s nosuperuser nobypassrls; reassign owned; revoke memberships) and start again."
                            .formatted(role));
        }
    }

    private static boolean exists(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Role and database names cannot be bound, so PostgreSQL itself quotes them into the statement, which is then run. */
    private static void run(Connection connection, String sqlOfStatement, String... parameters) throws SQLException {
        String made;
        try (PreparedStatement statement = connection.prepareStatement(sqlOfStatement)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                made = result.getString(1);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(made)) {
            statement.execute();
        }
    }

    private static void bind(PreparedStatement statement, String... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
    }
}
