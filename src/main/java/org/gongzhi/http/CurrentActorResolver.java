package org.gongzhi.http;

import jakarta.servlet.http.HttpServletRequest;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class CurrentActorResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ObjectProvider<SignedIn> signedIn;

    CurrentActorResolver(ObjectProvider<SignedIn> signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(CurrentActor.class);
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        return java.util.Optional.ofNullable(servletRequest)
                .flatMap(found -> signedIn.getObject().current(found))
                .orElseThrow(() -> new RefusedException(Outcome.refused(HttpRefusal.SIGNED_OUT)));
    }
}
