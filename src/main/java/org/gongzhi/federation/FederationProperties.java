package org.gongzhi.federation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider of a deployment.
 *
 * @param issuer as the provider names itself; empty: there is none, people sign in with passwords
 * @param clientSecret empty where the provider knows this house by PKCE alone
 * @param subjectClaim which of the provider's claims names a person for good; never one that changes hands, like an address of mail
 * @param publicAddress how browsers reach this house; empty: as the request says
 * @param patience with a provider that does not answer
 */
@ConfigurationProperties("gongzhi.federation")
record FederationProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("sub") String subjectClaim,
        @DefaultValue("openid") List<String> scopes,
        @Nullable String publicAddress,
        @DefaultValue("5s") Duration patience) {

    boolean isOn() {
        return !issuer.isBlank();
    }
}
