package org.gongzhi.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Chooses the database and hands its two roles to those who need them: the owner to the migrations, the application role to everything else. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Environment environment) {
        String url = environment.getProperty("spring.datasource.url");
        if (url != null && !url.isBlank()) {
            Login owner = new Login(
                    required(environment, "spring.datasource.username"),
                    required(environment, "spring.datasource.password"));
            return ExternalPostgres.prepared(url, owner, application(environment, owner));
        }
        Path dataDir = Path.of(environment.getProperty("gongzhi.data-dir", "./data"));
        boolean besideRunning = environment.getProperty("gongzhi.database.attach", Boolean.class, false);
        return besideRunning && DataFolder.isTaken(dataDir)
                ? RunningPostgres.of(dataDir)
                : EmbeddedPostgres.start(dataDir);
    }

    private static Login application(Environment environment, Login owner) {
        String password = environment.getProperty("gongzhi.datasource.app-password");
        return password == null
                ? owner.derived(DatabaseRoles.APPLICATION)
                : new Login(DatabaseRoles.APPLICATION, password);
    }

    private static String required(Environment environment, String property) {
        @Nullable String value = environment.getProperty(property);
        if (value == null) {
            throw new DatabaseUnavailable(
                    "An external PostgreSQL is named, but not who owns the database in it.",
                    "Add --" + property
                            + "=... (the owner migrates; the application then works as a role of its own).");
        }
        return value;
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return server.url();
            }

            @Override
            public String getUsername() {
                return server.application().role();
            }

            @Override
            public String getPassword() {
                return server.application().password();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseServer server) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return server.url();
            }

            @Override
            public String getUsername() {
                return server.owner().role();
            }

            @Override
            public String getPassword() {
                return server.owner().password();
            }
        };
    }
}
