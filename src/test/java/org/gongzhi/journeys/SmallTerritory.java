package org.gongzhi.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gongzhi.support.FreshDatabase;
import org.gongzhi.support.RegionFixtures;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Plants the small tree before the application starts, so that the sample settles on it. */
final class SmallTerritory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new FreshDatabase().initialize(context);
        Environment environment = context.getEnvironment();
        var database = new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
        RegionFixtures.plant(database);
        // The sample lays out grids of its own.
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from region where kind = 'grid'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
