package org.gongzhi.token;

import org.gongzhi.http.FilterProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Requests that bring a token have no session and no cookie, and so nothing that another site could ride on. */
@Configuration(proxyBeanMethods = false)
class TokenSecurityConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain machineChain(HttpSecurity http, MachineTokens tokens, FilterProblems problems) {
        return http.securityMatcher(request -> {
                    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
                    boolean bringsToken = header != null && header.startsWith(TokenFilter.SCHEME);
                    return request.getRequestURI().equals(TokenFilter.METRICS)
                            || (bringsToken && request.getRequestURI().startsWith("/api/"));
                })
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new TokenFilter(tokens, problems), AuthorizationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
