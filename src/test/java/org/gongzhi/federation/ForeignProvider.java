package org.gongzhi.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.gongzhi.support.ProviderSite;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** An identity provider that others wrote (Spring Authorization Server), on a port of its own. Whoever has an account there has its name as password. */
final class ForeignProvider {

    private static final RSAKey KEY = key();
    private static @Nullable ForeignProvider open;

    private final int portOfHouse;

    private final Tomcat tomcat = new Tomcat();
    private final AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();

    private ForeignProvider(int portOfHouse) {
        this.portOfHouse = portOfHouse;
        try {
            tomcat.setBaseDir(Files.createTempDirectory("provider").toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        tomcat.setPort(ProviderSite.PORT);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        spring.register(House.class);
        spring.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("back", URI.create(back(portOfHouse))));
        tomcat.addContext("", null)
                .addServletContainerInitializer(
                        (_, site) -> {
                            spring.setServletContext(site);
                            spring.refresh();
                            site.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
                                    .addMappingForUrlPatterns(null, false, "/*");
                            site.addServlet("pages", new DispatcherServlet(spring))
                                    .addMapping("/");
                        },
                        null);
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that stands there, for this house; it stays until the tests have ended. */
    static synchronized void openFor(int portOfHouse) {
        ForeignProvider standing = open;
        if (standing != null && standing.portOfHouse != portOfHouse) {
            standing.close();
            standing = null;
        }
        open = standing == null ? new ForeignProvider(portOfHouse) : standing;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("first").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String back(int portOfHouse) {
        return "http://127.0.0.1:" + portOfHouse + FederationController.BACK;
    }

    /** Somebody signs in there, having come with this address; where the provider then sends their browser. */
    static URI visit(String address, String name) {
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var form = HttpRequest.newBuilder(URI.create(ProviderSite.ISSUER + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("username=" + name + "&password=" + name))
                    .build();
            browser.send(form, HttpResponse.BodyHandlers.discarding());
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        spring.close();
    }

    /** Not marked as a configuration: the application under test must not find it. */
    @EnableWebSecurity
    @EnableWebMvc
    static class House {

        @Bean
        @Order(1)
        SecurityFilterChain doors(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain signIn(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .csrf(AbstractHttpConfigurer::disable)
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}" + name)
                    .roles("PERSON")
                    .build();
        }

        @Bean
        RegisteredClientRepository houses(URI back) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(
                            UUID.randomUUID().toString())
                    .clientId(ProviderSite.CLIENT)
                    .clientSecret("{noop}" + ProviderSite.SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(back.toString())
                    .scope("openid")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(KEY));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings itself() {
            return AuthorizationServerSettings.builder()
                    .issuer(ProviderSite.ISSUER)
                    .build();
        }
    }
}
