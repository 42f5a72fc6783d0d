package org.gongzhi;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongzhi.kernel.Verb;
import org.gongzhi.operations.Restore;
import org.gongzhi.operations.Upgrade;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.modulith.Modulithic;

@Modulithic(systemName = "Gongzhi")
@SpringBootApplication
public class GongzhiApplication {

    /** Serves the pages; with a verb as first argument does that instead, beside a Gongzhi that may be running. */
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            SpringApplication.run(GongzhiApplication.class, arguments);
        } else {
            System.exit(carryOut(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
    }

    private static int carryOut(String name, String[] rest) {
        if (name.equals(Restore.NAME)) {
            return Restore.run(List.of(rest), dataDir(rest));
        }
        if (name.equals(Upgrade.NAME)) {
            return Upgrade.run(List.of(rest), dataDir(rest), strategy -> {
                SpringApplication application = withoutPages(Map.of(
                        // What went wrong is said in words.
                        "logging.level.org.springframework.boot.SpringApplication", "OFF",
                        "logging.level.org.springframework.context.support", "ERROR"));
                application.addInitializers(context -> ((GenericApplicationContext) context)
                        .registerBean(FlywayMigrationStrategy.class, () -> strategy));
                // By another name than that of the nodes it looks for.
                return application.run(Stream.concat(
                                Arrays.stream(quietly(rest)),
                                Stream.of("--spring.datasource.hikari.data-source-properties.ApplicationName=upgrade"))
                        .toArray(String[]::new));
            });
        }
        try (ConfigurableApplicationContext context =
                withoutPages(Map.of("gongzhi.database.attach", "true")).run(quietly(rest))) {
            List<Verb> verbs = List.copyOf(context.getBeansOfType(Verb.class).values());
            for (Verb verb : verbs) {
                if (verb.name().equals(name)) {
                    return verb.run(List.of(rest));
                }
            }
            System.err.println("Unknown: " + name + ". Known: "
                    + String.join(", ", verbs.stream().map(Verb::name).sorted().toList()));
            return 2;
        }
    }

    private static SpringApplication withoutPages(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(GongzhiApplication.class);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("spring.main.keep-alive", "false");
        all.put("db-scheduler.enabled", "false");
        all.put("logging.level.root", "WARN");
        application.setDefaultProperties(all);
        return application;
    }

    /** The whole application, whose parts know one another, but behind no port. */
    private static String[] quietly(String[] arguments) {
        return Stream.concat(
                        Arrays.stream(arguments).filter(argument -> !argument.startsWith("--server.port=")),
                        Stream.of("--server.port=-1"))
                .toArray(String[]::new);
    }

    /** Where the data will be, as the application itself would find it; nothing of it is started yet. */
    private static Path dataDir(String[] arguments) {
        String asked = new SimpleCommandLinePropertySource(arguments).getProperty("gongzhi.data-dir");
        String environment = System.getenv("GONGZHI_DATA_DIR");
        return Path.of(asked != null ? asked : environment != null ? environment : "./data");
    }
}
