package org.gongzhi.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.Test;

class IdentityProviderTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aHouseThatNamesNoneOffersNone() {
        IdentityProvider none = provider("");
        assertThat(none.isOffered()).isFalse();
        assertThat(reason(none.addressFor(journey()))).isEqualTo(FederationRefusal.NOT_OFFERED);
    }

    @Test
    void oneThatIsAwayIsSaidToBeAway() {
        IdentityProvider away = provider("http://127.0.0.1:9");
        assertThat(away.isOffered()).isTrue();
        assertThat(reason(away.addressFor(journey()))).isEqualTo(FederationRefusal.PROVIDER_AWAY);
        assertThat(reason(away.subjectOf(journey(), "a code"))).isEqualTo(FederationRefusal.PROVIDER_AWAY);
    }

    @Test
    void aWayThereAndBackIsKeptAsALineAndEnds() {
        Journey journey = journey();
        assertThat(Journey.parse(journey.line())).isEqualTo(journey);
        Journey opened = journey.openedFor(UUID.fromString("0198f3a2-7c41-7d10-9b7e-3f6a5c2e8d01"));
        assertThat(Journey.parse(opened.line())).isEqualTo(opened);
        assertThat(journey.isStill(journey.state(), NOW)).isTrue();
        assertThat(journey.isStill(journey().state(), NOW)).isFalse();
        assertThat(journey.isStill(journey.state(), NOW.plus(Journey.LONGEST))).isFalse();
        assertThat(List.of(journey.state(), journey.nonce(), journey.verifier()))
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(40));
    }

    private static Journey journey() {
        return Journey.begin(Journey.Purpose.SIGN_IN, "https://gongzhi.example/sign-in/back", NOW);
    }

    private static IdentityProvider provider(String issuer) {
        var properties = new FederationProperties(
                issuer, "gongzhi", "secret", "sub", List.of("openid"), null, Duration.ofSeconds(1));
        return new IdentityProvider(properties, new FederationConfiguration().meeting(properties));
    }

    private static FederationRefusal reason(Outcome<?> outcome) {
        return (FederationRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
