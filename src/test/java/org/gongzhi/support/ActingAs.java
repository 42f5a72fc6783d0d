package org.gongzhi.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gongzhi.http.SignedIn;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** For tests of endpoints whose subject is not the sign-in: whoever the test says asks. Brings one kind of job, {@code test.lines}. */
@TestConfiguration(proxyBeanMethods = false)
public class ActingAs {

    private final AtomicReference<@Nullable Actor> who = new AtomicReference<>();

    public void is(@Nullable Actor actor) {
        who.set(actor);
    }

    @Bean
    @Primary
    SignedIn whoeverTheTestSays() {
        return _ -> Optional.ofNullable(who.get());
    }

    /** Writes as many lines as it is asked for. */
    @Bean
    JobKind lines() {
        return new JobKind() {
            @Override
            public String code() {
                return "test.lines";
            }

            @Override
            public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
                try {
                    int lines = parameters.get("lines").asInt();
                    Path file = progress.newFile("csv");
                    Files.writeString(file, "一行\n".repeat(lines));
                    progress.report(lines, (long) lines, null);
                    return JobResult.file("行.csv", "text/csv", file, actor.name() + "：" + lines + " 行");
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }
}
