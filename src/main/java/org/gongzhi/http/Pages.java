package org.gongzhi.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The web pages inside the application: the workplace at {@code /} and the public window at {@code /portal/}. Each answers every address below it, so that an
 * address can be kept, sent and opened again; its script shows the page.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names carry a digest of their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new EntryResolver());
    }

    static final class EntryResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null || !isPage(path)) {
                return file;
            }
            boolean portal = path.equals("portal") || path.startsWith("portal/");
            return super.getResource(portal ? "portal.html" : "index.html", location);
        }

        /** A missing picture or an unknown interface address stays missing. */
        private static boolean isPage(String path) {
            return path.lastIndexOf('.') <= path.lastIndexOf('/')
                    && !path.matches("(api|public|actuator|calendar|open311|assets)(/.*)?");
        }
    }
}
