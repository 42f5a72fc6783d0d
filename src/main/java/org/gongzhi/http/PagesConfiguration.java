package org.gongzhi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** The built pages. An address that is no file is a place inside one of the two pages, which find their own way from there. */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PagesConfiguration implements WebMvcConfigurer {

    private static final String[] LOCATIONS = {"classpath:/static/"};

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The name of a built file changes with its content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(LOCATIONS)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageResolver());
    }

    static final class PageResolver extends PathResourceResolver {

        private static final Set<String> NEVER_PAGES =
                Set.of("api", "public", "open311", "calendar", "actuator", "assets");

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            Resource file = path.isEmpty() ? null : super.resolveResourceInternal(request, path, locations, chain);
            if (file != null || request == null || !wantsPage(request, path)) {
                return file;
            }
            return super.resolveResourceInternal(request, pageFor(path), locations, chain);
        }

        static String pageFor(String path) {
            return first(path).equals("portal") ? "portal.html" : "index.html";
        }

        private static boolean wantsPage(HttpServletRequest request, String path) {
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            return isPlace(path) && accept != null && accept.contains("text/html");
        }

        /** A last part with a dot names a file that should be there. */
        static boolean isPlace(String path) {
            return !NEVER_PAGES.contains(first(path)) && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
        }

        private static String first(String path) {
            int slash = path.indexOf('/');
            return slash < 0 ? path : path.substring(0, slash);
        }
    }
}
