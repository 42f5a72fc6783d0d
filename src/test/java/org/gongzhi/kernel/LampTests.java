package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LampTests {

    private static final Instant WARN = Instant.parse("2026-11-24T06:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void beforeTheWarningAllIsWell() {
        assertThat(Lamp.of(DUE, WARN, null, null, WARN.minusMillis(1))).isEqualTo(Lamp.OK);
    }

    @Test
    void fromTheWarningToTheDueInstantItIsSoon() {
        assertThat(Lamp.of(DUE, WARN, null, null, WARN)).isEqualTo(Lamp.SOON);
        assertThat(Lamp.of(DUE, WARN, null, null, DUE)).isEqualTo(Lamp.SOON);
    }

    @Test
    void lateBeginsAfterTheDueInstant() {
        assertThat(Lamp.of(DUE, WARN, null, null, DUE.plusNanos(1000))).isEqualTo(Lamp.LATE);
    }

    @Test
    void pausedIsNeverLateAndDoneIsOnlyDone() {
        Instant muchLater = DUE.plusSeconds(1_000_000);
        assertThat(Lamp.of(DUE, WARN, WARN, null, muchLater)).isEqualTo(Lamp.HOLD);
        assertThat(Lamp.of(DUE, WARN, WARN, muchLater, muchLater)).isEqualTo(Lamp.DONE);
        assertThat(Lamp.DONE.code()).isEqualTo("done");
    }
}
