package org.gongzhi.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongzhi.kernel.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** How the provider is talked to: what it says of itself (OpenID Connect Discovery), who redeems its codes and who checks its word. Never longer than patience lasts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FederationProperties.class)
class FederationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FederationConfiguration.class);

    /** Signatures only: a key that both sides know proves nothing, and neither does none. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int LARGEST_KEY_SET = 200_000;

    @Bean
    IdentityProvider.Meeting meeting(FederationProperties properties) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(properties.patience()).build());
        requests.setReadTimeout(properties.patience());
        return () -> {
            try {
                return Outcome.done(met(properties, requests));
            } catch (RestClientException | IllegalArgumentException | MalformedURLException away) {
                LOG.warn(
                        "The identity provider {} does not say what it is: {}", properties.issuer(), away.getMessage());
                return Outcome.refused(FederationRefusal.PROVIDER_AWAY);
            }
        };
    }

    private static IdentityProvider.Known met(FederationProperties properties, ClientHttpRequestFactory requests)
            throws MalformedURLException {
        Map<String, Object> said = RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(URI.create(properties.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration"))
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (said == null || !properties.issuer().equals(said.get("issuer"))) {
            throw new IllegalArgumentException("it names itself otherwise");
        }
        String door = text(said, "authorization_endpoint");
        String keys = text(said, "jwks_uri");
        ClientRegistration registration = ClientRegistration.withRegistrationId("provider")
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .clientAuthenticationMethod(authentication(properties, said))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}")
                .scope(properties.scopes())
                .issuerUri(properties.issuer())
                .authorizationUri(door)
                .tokenUri(text(said, "token_endpoint"))
                .jwkSetUri(keys)
                .build();
        var redeemer = new OidcAuthorizationCodeAuthenticationProvider(
                redeeming(requests), request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        JwtDecoder decoder = decoder(properties, registration, keys);
        redeemer.setJwtDecoderFactory(_ -> decoder);
        return new IdentityProvider.Known(registration, door, redeemer);
    }

    private static ClientAuthenticationMethod authentication(
            FederationProperties properties, Map<String, Object> said) {
        if (properties.clientSecret().isEmpty()) {
            return ClientAuthenticationMethod.NONE;
        }
        return said.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                        && !methods.contains("client_secret_basic")
                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }

    private static RestClientAuthorizationCodeTokenResponseClient redeeming(ClientHttpRequestFactory requests) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static JwtDecoder decoder(FederationProperties properties, ClientRegistration registration, String keys)
            throws MalformedURLException {
        int millis = Math.toIntExact(properties.patience().toMillis());
        var source = JWKSourceBuilder.create(
                        URI.create(keys).toURL(), new DefaultResourceRetriever(millis, millis, LARGEST_KEY_SET))
                .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, source));
        // What is said is checked below, by one who knows what a word of identity must hold.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    private static String text(Map<String, Object> said, String name) {
        if (said.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("it says nothing of " + name);
    }
}
