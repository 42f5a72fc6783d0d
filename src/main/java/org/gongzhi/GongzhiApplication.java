package org.gongzhi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongzhi.kernel.Verb;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
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
        SpringApplication application = new SpringApplication(GongzhiApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "gongzhi.database.attach", "true",
                "spring.main.keep-alive", "false",
                "db-scheduler.enabled", "false",
                "logging.level.root", "WARN"));
        try (ConfigurableApplicationContext context = application.run(rest)) {
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
}
