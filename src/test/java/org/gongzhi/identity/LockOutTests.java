package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockOutTests {

    private static final Instant NOW = Instant.parse("2026-11-24T07:10:00Z");

    @Test
    void fourWrongTriesCostNothing() {
        LockOut lockOut = new LockOut(0, NOW);
        for (int i = 0; i < LockOut.FREE_TRIES - 1; i++) {
            lockOut = lockOut.afterTry(NOW);
            assertThat(lockOut.isLocked(NOW)).isFalse();
        }
        assertThat(lockOut.triesLeft()).isEqualTo(1);
    }

    @Test
    void theFifthWrongTryCostsHalfAMinute() {
        LockOut lockOut = new LockOut(4, NOW).afterTry(NOW);
        assertThat(lockOut.lockedUntil()).isEqualTo(NOW.plusSeconds(30));
        assertThat(lockOut.isLocked(NOW.plusSeconds(29))).isTrue();
        assertThat(lockOut.isLocked(NOW.plusSeconds(30))).isFalse();
    }

    @Test
    void everyFurtherWaitIsTwiceAsLongUpToAnHour() {
        assertThat(IntStream.rangeClosed(5, 13).mapToObj(LockOut::waitAfter).map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L);
        assertThat(LockOut.waitAfter(1_000_000)).isEqualTo(Duration.ofHours(1));
    }
}
