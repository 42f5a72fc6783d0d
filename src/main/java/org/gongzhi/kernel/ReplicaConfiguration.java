package org.gongzhi.kernel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** {@code gongzhi.replica.url}: entered as the application's own role, under the same row-level security. */
@Configuration(proxyBeanMethods = false)
class ReplicaConfiguration {

    private static final Duration MOST_BEHIND = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 6;

    @Bean(destroyMethod = "close")
    ReadReplica readReplica(Environment environment, JdbcConnectionDetails primary, DataSource dataSource) {
        String url = environment.getProperty("gongzhi.replica.url", "");
        if (url.isBlank()) {
            return ReadReplica.none();
        }
        return ReadReplica.of(
                pool(url, String.valueOf(primary.getUsername()), String.valueOf(primary.getPassword())),
                dataSource,
                environment.getProperty("gongzhi.replica.most-behind", Duration.class, MOST_BEHIND),
                System::nanoTime);
    }

    /** Gives up early: the primary serves as well. */
    static HikariDataSource pool(String url, String role, String password) {
        var config = new HikariConfig();
        config.setPoolName("gongzhi-replica");
        config.setJdbcUrl(url);
        config.setUsername(role);
        config.setPassword(password);
        config.setReadOnly(true);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(500);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "gongzhi");
        config.addDataSourceProperty("connectTimeout", "1");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
