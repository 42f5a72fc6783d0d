package org.gongzhi.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.gongzhi.support.Authenticator;
import org.junit.jupiter.api.Test;

class OneTimeCodeTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** RFC 6238, appendix B; its eight digits without the first two. */
    @Test
    void codesAreThoseOfTheStandard() {
        Map.of(
                        59L, "287082",
                        1111111109L, "081804",
                        1111111111L, "050471",
                        1234567890L, "005924",
                        2000000000L, "279037",
                        20000000000L, "353130")
                .forEach((second, code) -> assertThat(
                                OneTimeCode.at(SECRET, OneTimeCode.step(Instant.ofEpochSecond(second))))
                        .isEqualTo(code));
    }

    @Test
    void aCodeHoldsForItsStepAndOneBeforeAndAfter() {
        Instant now = Instant.ofEpochSecond(1_111_111_110);
        long step = OneTimeCode.step(now);
        for (int drift = -2; drift <= 2; drift++) {
            assertThat(OneTimeCode.steps(SECRET, OneTimeCode.at(SECRET, step + drift), now)
                            .toArray())
                    .as("%d steps off", drift)
                    .isEqualTo(Math.abs(drift) <= 1 ? new long[] {step + drift} : new long[0]);
        }
        assertThat(OneTimeCode.steps(SECRET, "12345", now).toArray()).isEmpty();
    }

    @Test
    void anAuthenticatorShowsWhatIsExpected() {
        String typed = Enrolment.base32(SECRET);
        assertThat(typed).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        Instant now = Instant.now();
        assertThat(OneTimeCode.steps(SECRET, new Authenticator(typed).code(), now)
                        .toArray())
                .isNotEmpty();
    }
}
