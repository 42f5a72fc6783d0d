package org.gongzhi.identity;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import javax.sql.DataSource;
import org.gongzhi.http.UnattendedFilter;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions live in the database, so that any node serves anyone and a restart signs nobody out. Only one line of text is kept of each, never an object. The
 * tables hold no business and carry no row-level security: the library reads them before anyone is known.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionStoreConfiguration {

    static final String COOKIE = "gongzhi-session";

    /** Its sweeper runs from the moment it is made: the tables must be there before it is. */
    @Bean
    @DependsOnDatabaseInitialization
    JdbcIndexedSessionRepository storedSessions(
            DataSource dataSource, PlatformTransactionManager manager, IdentityProperties properties) {
        var apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(dataSource), apart);
        sessions.setDefaultMaxInactiveInterval(properties.idleTimeOut());
        sessions.setConversionService(textOnly());
        sessions.setIndexResolver(SessionStoreConfiguration::owner);
        return sessions;
    }

    @Bean
    @Primary
    FindByIndexNameSessionRepository<? extends Session> sessions(
            JdbcIndexedSessionRepository storedSessions, IdentityProperties properties) {
        return patient(storedSessions, properties);
    }

    private static <S extends Session> FindByIndexNameSessionRepository<? extends Session> patient(
            FindByIndexNameSessionRepository<S> stored, IdentityProperties properties) {
        return new PatientSessions<>(stored, properties.idleTimeOut().dividedBy(30));
    }

    /** Whose session: found again when someone ends their other sessions. */
    private static Map<String, String> owner(Session session) {
        String line = session.getAttribute(Ticket.NAME);
        return line == null
                ? Map.of()
                : Map.of(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                        Ticket.parse(line).account().toString());
    }

    private static GenericConversionService textOnly() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionStoreConfiguration::written);
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }

    private static byte[] written(Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException("a session holds text only, not " + value.getClass());
    }

    @Bean
    CookieSerializer cookieSerializer() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        // Pages need no session to be shown, and what they then ask comes from the same site.
        cookie.setSameSite("Strict");
        return cookie;
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UnattendedFilter> unattendedFilter() {
        var registration = new FilterRegistrationBean<>(new UnattendedFilter());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }
}
