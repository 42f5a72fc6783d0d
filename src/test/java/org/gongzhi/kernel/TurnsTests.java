package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final Duration NO_TIME = Duration.ofMillis(1);

    @Test
    void whatIsUnderTheSameKeyWaitsAndOtherKeysGoOn() throws Exception {
        var turns = new Turns<String>(NO_TIME);
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> turns.take("here", () -> {
                begun.countDown();
                await(ended);
                return "first";
            }));
            begun.await();
            assertThat(turns.take("here", () -> "second")).isEmpty();
            assertThat(turns.take("elsewhere", () -> "other")).contains("other");
            ended.countDown();
            assertThat(first.get()).contains("first");
        }
        assertThat(turns.take("here", () -> "third")).contains("third");
    }

    @Test
    void nothingIsKeptOfWhatEnded() {
        var turns = new Turns<String>(NO_TIME);
        turns.take("here", () -> "done");
        assertThat(turns.underWay()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
