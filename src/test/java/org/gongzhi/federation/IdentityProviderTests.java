package org.gongzhi.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

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
    void oneThatWentAwayMeanwhileIsSaidToBeAwayBeforeABrowserIsSentThere() {
        var properties = properties("http://127.0.0.1:9");
        var isThere = new AtomicBoolean(true);
        var provider = new IdentityProvider(
                properties,
                () -> isThere.get() ? Outcome.done(known()) : Outcome.refused(FederationRefusal.PROVIDER_AWAY));
        assertThat(provider.addressFor(journey()).orThrow()).startsWith("http://127.0.0.1:9/door?");
        isThere.set(false);
        assertThat(reason(provider.addressFor(journey()))).isEqualTo(FederationRefusal.PROVIDER_AWAY);
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
        var properties = properties(issuer);
        return new IdentityProvider(properties, new FederationConfiguration().meeting(properties));
    }

    private static FederationProperties properties(String issuer) {
        return new FederationProperties(
                issuer, "gongzhi", "secret", "sub", List.of("openid"), null, Duration.ofSeconds(1));
    }

    private static IdentityProvider.Known known() {
        var registration = ClientRegistration.withRegistrationId("provider")
                .clientId("gongzhi")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}")
                .scope("openid")
                .authorizationUri("http://127.0.0.1:9/door")
                .tokenUri("http://127.0.0.1:9/token")
                .build();
        return new IdentityProvider.Known(
                registration,
                "http://127.0.0.1:9/door",
                new OidcAuthorizationCodeAuthenticationProvider(
                        _ -> OAuth2AccessTokenResponse.withToken("none")
                                .tokenType(OAuth2AccessToken.TokenType.BEARER)
                                .build(),
                        request -> new DefaultOidcUser(List.of(), request.getIdToken())));
    }

    private static FederationRefusal reason(Outcome<?> outcome) {
        return (FederationRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
