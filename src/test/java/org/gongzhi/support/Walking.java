package org.gongzhi.support;

import java.time.Instant;
import java.util.Optional;
import org.gongzhi.http.SignedIn;
import org.gongzhi.kernel.Actor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** For tests that live through months in seconds: time goes when they say so, and staff walk through doors without stopping to sign in. */
@TestConfiguration(proxyBeanMethods = false)
public class Walking {

    /** Attribute of a request: the {@link Actor} who walks. No request from outside can carry it; whoever comes without it is signed in or nobody. */
    public static final String WHO = "gongzhi.test.who";

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock(Instant.parse("2026-11-24T02:00:00Z"));
    }

    @Bean
    @Primary
    SignedIn whoWalksOrIsSignedIn(@Qualifier("sessionSignedIn") SignedIn real) {
        return request -> Optional.ofNullable((Actor) request.getAttribute(WHO)).or(() -> real.current(request));
    }
}
