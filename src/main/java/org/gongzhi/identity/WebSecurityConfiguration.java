package org.gongzhi.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongzhi.http.FilterProblems;
import org.gongzhi.http.HttpRefusal;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what, and what every answer says to the browser. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class WebSecurityConfiguration {

    /** No inline script or style anywhere; pictures may come from a canvas or a chosen file, map workers from a blob. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; "
                    + "connect-src 'self'; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'self'; "
                    + "form-action 'self'; object-src 'none'";

    /** The place of a demand may be pointed at on the phone; nothing else of the device is ever asked for. */
    static final String PERMISSIONS_POLICY =
            "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain webSecurityChain(
            HttpSecurity http,
            SessionSignedIn signedIn,
            FilterProblems problems,
            CookieCsrfTokenRepository csrfTokens) {
        return http.securityContext(context -> context.securityContextRepository(new SessionContexts(signedIn)))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
                .authorizeHttpRequests(requests -> requests
                        // Answers under way were let in when they were asked for.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers(HttpMethod.DELETE, "/api/session")
                        .permitAll()
                        .requestMatchers("/api/session/provider")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        // The public window and the pages themselves.
                        .anyRequest()
                        .permitAll())
                .addFilterAfter(new DutyFilter(signedIn, problems), AuthorizationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, _) ->
                                problems.write(request, response, Outcome.refused(HttpRefusal.SIGNED_OUT)))
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                request,
                                response,
                                Outcome.refused(
                                        denied instanceof CsrfException
                                                ? IdentityRefusal.PAGE_TOO_OLD
                                                : HttpRefusal.FORBIDDEN))))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The framework would wrap each of its filters to time it, and nobody reads that. */
    @Bean
    SecurityObservationSettings nothingTimedInside() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    /** Nobody signs in through the framework: without this bean it would make up an account of its own. */
    @Bean
    AuthenticationManager noAuthenticationByFramework() {
        return authentication -> {
            throw new ProviderNotFoundException("people sign in at /api/session");
        };
    }

    /** The framework's picture of who asks is drawn from ours at each request; nothing of it is stored. */
    private record SessionContexts(SessionSignedIn signedIn) implements SecurityContextRepository {

        @Override
        public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
            return new Asked(request, signedIn);
        }

        @Override
        @SuppressWarnings({"deprecation", "InlineMeSuggester"})
        public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
            return loadDeferredContext(exchange.getRequest()).get();
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
            // The ticket in the session is the only thing kept.
        }

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return SessionSignedIn.ticket(request).isPresent();
        }
    }

    /** Nobody is looked up before somebody wants to know: the public window and the pages never touch the session table. */
    private static final class Asked implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private final SessionSignedIn signedIn;
        private @Nullable SecurityContext known;

        private Asked(HttpServletRequest request, SessionSignedIn signedIn) {
            this.request = request;
            this.signedIn = signedIn;
        }

        @Override
        public SecurityContext get() {
            SecurityContext context = known;
            if (context == null) {
                context = signedIn.standing(request)
                        .<SecurityContext>map(
                                standing -> new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(
                                        standing.account().id().toString(), "", List.of())))
                        .orElseGet(SecurityContextImpl::new);
                known = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
