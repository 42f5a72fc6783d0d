package org.gongzhi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed in the middle of their work. */
class CrashTests {

    private static final Duration SECONDS = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    @AutoClose
    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = new RunningApplication(folder.resolve("data"), folder.resolve("log"), List.of());
        application.plantRegions();
    }

    @Test
    void killingTheApplicationInMidLoadLosesNothingThatWasAcknowledged() throws Exception {
        long before = application.count("select count(*) from demand");
        var residents = new Residents(application);
        residents.awaitMore(30, SECONDS);

        application.kill();
        application.startAgain();

        residents.awaitMore(10, SECONDS);
        residents.finish();
        assertThat(residents.lost()).isEmpty();
        assertThat(application.count("select count(*) from demand"))
                .as("what was sent again because no answer came is there once")
                .isEqualTo(before + residents.acknowledged());
    }

    @Test
    void killingPostgresqlInMidLoadIsSaidAndRepairedWithoutHandsAndLosesNothing() throws Exception {
        assertOutageIsSaidAndEnds(ProcessHandle::destroyForcibly);
    }

    @Test
    void aRestartOfPostgresqlDuringRequestsIsSaidAndLosesNothing() throws Exception {
        assertOutageIsSaidAndEnds(postgresql -> {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(postgresql.pid()))
                        .start()
                        .waitFor();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void assertOutageIsSaidAndEnds(java.util.function.Consumer<ProcessHandle> end) throws Exception {
        long before = application.count("select count(*) from demand");
        var residents = new Residents(application);
        residents.awaitMore(30, SECONDS);

        ProcessHandle postgresql = application.postgresql();
        end.accept(postgresql);
        postgresql.onExit().get(20, TimeUnit.SECONDS);

        residents.awaitMore(30, SECONDS);
        residents.finish();
        assertThat(residents.refusals())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal)
                        .startsWith("503 ")
                        .contains("http.outage")
                        .contains("数据库正在恢复，您写的内容已留在这台设备上"));
        assertThat(residents.lost()).isEmpty();
        assertThat(application.count("select count(*) from demand")).isEqualTo(before + residents.acknowledged());
        assertThat(application.postgresql().pid()).isNotEqualTo(postgresql.pid());
    }
}
