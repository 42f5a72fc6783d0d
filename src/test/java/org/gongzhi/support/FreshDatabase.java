package org.gongzhi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongzhi.database.TestPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Gives an application context under test a database and a data folder of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + TestPostgres.shared().ownerRole(),
                        "spring.datasource.password=" + TestPostgres.shared().ownerPassword(),
                        "gongzhi.data-dir=" + folder(),
                        "gongzhi.federation.issuer="
                                + context.getEnvironment()
                                        .getProperty("gongzhi.federation.issuer", ProviderSite.ISSUER),
                        "gongzhi.federation.client-id=" + ProviderSite.CLIENT,
                        "gongzhi.federation.client-secret=" + ProviderSite.SECRET,
                        // Tests plant the small tree of RegionFixtures; the whole country has tests of its own.
                        "gongzhi.regions.load=false")
                .applyTo(context);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent closed
                    && closed.getApplicationContext().equals(context)) {
                database.close();
            }
        });
    }

    private static Path folder() {
        try {
            Path parent = Files.createDirectories(Path.of("target/test-data"));
            return Files.createTempDirectory(parent, "gongzhi");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
