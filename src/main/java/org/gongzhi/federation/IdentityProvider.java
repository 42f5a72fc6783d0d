package org.gongzhi.federation;

import com.nimbusds.jose.KeySourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The provider a deployment names, asked what it is when it is first needed: that it is away keeps nobody from starting, nor from signing in with a password. The code
 * is redeemed, and the provider's word checked (signature, issuer, audience, times, nonce), by Spring Security.
 */
@Component
class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private final FederationProperties properties;
    private final Meeting meeting;
    private volatile @Nullable Known known;

    IdentityProvider(FederationProperties properties, Meeting meeting) {
        this.properties = properties;
        this.meeting = meeting;
    }

    /** The provider is asked what it is; refused when it does not answer, or as somebody else. */
    interface Meeting {
        Outcome<Known> meet();
    }

    /** @param door where people sign in there */
    record Known(ClientRegistration registration, String door, OidcAuthorizationCodeAuthenticationProvider redeemer) {}

    boolean isOffered() {
        return properties.isOn();
    }

    String issuer() {
        return properties.issuer();
    }

    /** Where the browser is sent. The provider is asked anew every time: nobody comes back from one that has gone away meanwhile. */
    Outcome<String> addressFor(Journey journey) {
        return meet().map(provider -> request(provider, journey).getAuthorizationRequestUri());
    }

    /** Who the provider says it is: the name it has for that person, for good. */
    Outcome<String> subjectOf(Journey journey, String code) {
        return known().then(provider -> {
            var exchange = new OAuth2AuthorizationExchange(
                    request(provider, journey),
                    OAuth2AuthorizationResponse.success(code)
                            .redirectUri(journey.back())
                            .state(journey.state())
                            .build());
            try {
                var vouched = (OAuth2LoginAuthenticationToken) provider.redeemer()
                        .authenticate(new OAuth2LoginAuthenticationToken(provider.registration(), exchange));
                return subject(vouched == null ? null : (OidcUser) vouched.getPrincipal());
            } catch (AuthenticationException refused) {
                LOG.warn("The identity provider's word was not taken: {}", refused.getMessage());
                return Outcome.refused(
                        isAway(refused) ? FederationRefusal.PROVIDER_AWAY : FederationRefusal.NOT_VOUCHED_FOR);
            }
        });
    }

    private Outcome<String> subject(@Nullable OidcUser person) {
        String subject = person == null ? null : person.getIdToken().getClaimAsString(properties.subjectClaim());
        if (subject == null || subject.isBlank()) {
            LOG.warn("The identity provider says nothing of claim {}", properties.subjectClaim());
            return Outcome.refused(FederationRefusal.NOT_VOUCHED_FOR);
        }
        return Outcome.done(subject);
    }

    private OAuth2AuthorizationRequest request(Known provider, Journey journey) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(provider.door())
                .clientId(properties.clientId())
                .redirectUri(journey.back())
                .scopes(provider.registration().getScopes())
                .state(journey.state())
                .attributes(kept -> {
                    kept.put(OidcParameterNames.NONCE, journey.nonce());
                    kept.put(PkceParameterNames.CODE_VERIFIER, journey.verifier());
                })
                .additionalParameters(shown -> {
                    shown.put(OidcParameterNames.NONCE, digest(journey.nonce()));
                    shown.put(PkceParameterNames.CODE_CHALLENGE, digest(journey.verifier()));
                    shown.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                })
                .build();
    }

    private Outcome<Known> known() {
        Known found = known;
        return found == null ? meet() : Outcome.done(found);
    }

    private Outcome<Known> meet() {
        return isOffered()
                ? meeting.meet().map(met -> {
                    known = met;
                    return met;
                })
                : Outcome.refused(FederationRefusal.NOT_OFFERED);
    }

    private static boolean isAway(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof KeySourceException) {
                return true;
            }
        }
        return false;
    }

    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
