package org.gongzhi.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimitsTests {

    private final HandClock clock = new HandClock();
    private final RateLimits limits = new RateLimits(new RateLimitProperties(1), clock);

    @Test
    void oneBrowserMaySubmitSixTimesAMinute() {
        assertThat(allowed("10.0.0.1", visitor(1), "public-submit", 10)).isEqualTo(6);
        clock.forward(Duration.ofSeconds(10));
        assertThat(allowed("10.0.0.1", visitor(1), "public-submit", 10)).isEqualTo(1);
    }

    @Test
    void neighboursBehindTheSameAddressAreNotLockedOutByOne() {
        allowed("10.0.0.1", visitor(1), "public-submit", 100);
        assertThat(allowed("10.0.0.1", visitor(2), "public-submit", 1)).isEqualTo(1);
    }

    @Test
    void aFloodOfInventedBrowsersEndsAtTheAddress() {
        int allowed = 0;
        for (int i = 0; i < 200; i++) {
            allowed += allowed("10.0.0.1", visitor(i), "public-submit", 1);
        }
        assertThat(allowed).isEqualTo(60);
        assertThat(allowed("10.0.0.2", visitor(1), "public-submit", 1)).isEqualTo(1);
    }

    @Test
    void browsersWithoutAMarkShareAThirdOfTheAddress() {
        assertThat(allowed("10.0.0.1", null, "public-submit", 100)).isEqualTo(20);
        assertThat(allowed("10.0.0.1", visitor(1), "public-submit", 1)).isEqualTo(1);
    }

    @Test
    void aWholeBlockOfTheNewAddressesCountsAsOne() {
        assertThat(allowed("2001:db8:1:2:aaaa:0:0:1", null, "public-submit", 100))
                .isEqualTo(20);
        assertThat(allowed("2001:db8:1:2:bbbb:0:0:1", null, "public-submit", 100))
                .isZero();
        assertThat(allowed("2001:db8:1:3:aaaa:0:0:1", null, "public-submit", 100))
                .isEqualTo(20);
    }

    @Test
    void aRefusalSaysHowLongToWait() {
        allowed("10.0.0.1", visitor(1), "public-submit", 6);
        var refused = (Outcome.Refused<Boolean>) limits.allow(request("10.0.0.1", visitor(1)), "public-submit");
        assertThat(refused.reason().code()).isEqualTo("http.submitting-too-often");
        assertThat(refused.current()).containsEntry("retryAfterSeconds", 10L);
    }

    @Test
    void rightCodesAreNeverCounted() {
        for (int i = 0; i < 1000; i++) {
            assertThat(limits.mayGuess(request("10.0.0.1", visitor(1)), "public-code")
                            .isDone())
                    .isTrue();
        }
    }

    @Test
    void afterTwentyWrongCodesTheDoorClosesAndEachTimeForLonger() {
        var request = request("10.0.0.1", visitor(1));
        for (int i = 0; i < 20; i++) {
            limits.missed(request, "public-code");
        }
        assertThat(limits.mayGuess(request, "public-code").isDone()).isTrue();

        limits.missed(request, "public-code");
        assertThat(waitOf(request)).isEqualTo(60);
        assertThat(limits.mayGuess(request("10.0.0.1", visitor(2)), "public-code")
                        .isDone())
                .isTrue();

        clock.forward(Duration.ofSeconds(61));
        assertThat(limits.mayGuess(request, "public-code").isDone()).isTrue();
        for (int i = 0; i < 4; i++) {
            limits.missed(request, "public-code");
        }
        assertThat(waitOf(request)).isGreaterThan(60);
    }

    @Test
    void theFactorWidensEveryLimit() {
        var wide = new RateLimits(new RateLimitProperties(1_000), clock);
        for (int i = 0; i < 6_000; i++) {
            assertThat(wide.allow(request("10.0.0.1", visitor(1)), "public-submit")
                            .isDone())
                    .isTrue();
        }
    }

    private long waitOf(MockHttpServletRequest request) {
        var refused = (Outcome.Refused<Boolean>) limits.mayGuess(request, "public-code");
        return (long) java.util.Objects.requireNonNull(refused.current().get("retryAfterSeconds"));
    }

    private int allowed(String address, @Nullable String visitor, String use, int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += limits.allow(request(address, visitor), use).isDone() ? 1 : 0;
        }
        return allowed;
    }

    private static MockHttpServletRequest request(String address, @Nullable String visitor) {
        var request = new MockHttpServletRequest("POST", "/public/demands");
        request.setRemoteAddr(address);
        if (visitor != null) {
            request.setCookies(new Cookie("gongzhi-visitor", visitor));
        }
        return request;
    }

    private static String visitor(int number) {
        return String.format("%032x", number);
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T07:10:00Z");

        private void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return Time.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
