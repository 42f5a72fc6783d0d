package org.gongzhi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Round after round the application or PostgreSQL is killed at a moment of chance, while residents speak; the checker knows every acknowledgement they were given. */
class KillRoundsTests {

    private static final Logger log = LoggerFactory.getLogger(KillRoundsTests.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Twenty are what a release is tried with; every run of the tests has one, beside the crashes told one by one. */
    private static final int ROUNDS = Integer.getInteger("gongzhi.test.rounds", 1);

    private static final long SEED = Long.getLong("gongzhi.test.seed", 20261122);

    @TempDir
    private static Path folder;

    @Test
    void afterEveryKillWhatWasAcknowledgedIsThereOnceAndTheTrailIsWhole() throws Exception {
        var chance = new SplittableRandom(SEED);
        try (var application = new RunningApplication(folder.resolve("data"), folder.resolve("log"), List.of())) {
            application.plantRegions();
            Map<String, String> acknowledged = new HashMap<>();
            for (int round = 1; round <= ROUNDS; round++) {
                var residents = new Residents(application);
                residents.awaitMore(chance.nextInt(1, 25), PATIENCE);
                boolean isApplication = chance.nextBoolean();
                int before = residents.acknowledged();
                long start = System.nanoTime();
                if (isApplication) {
                    application.kill();
                    application.startAgain();
                } else {
                    ProcessHandle postgresql = application.postgresql();
                    postgresql.destroyForcibly();
                    postgresql.onExit().get(20, TimeUnit.SECONDS);
                }
                residents.awaitMore(5, PATIENCE);
                long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
                residents.finish();
                acknowledged.putAll(residents.wordsByCode());
                List<String> lost = residents.lost();
                log.info(
                        "round {} of {}, seed {}: {} killed after {} acknowledgements, serving again after {} ms, lost {}",
                        round,
                        ROUNDS,
                        SEED,
                        isApplication ? "application" : "PostgreSQL",
                        before,
                        took,
                        lost.size());
                assertThat(lost).isEmpty();
            }
            assertThat(Residents.lost(application, acknowledged)).isEmpty();
            assertThat(application.count("select count(*) from demand")).isEqualTo(acknowledged.size());
        }
        RunningApplication.Said verified = RunningApplication.verb(folder.resolve("data"), "verify-audit");
        assertThat(verified.exitCode()).as(verified.printed()).isZero();
    }
}
