package org.gongzhi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a controller is told of the sender: who they are, and which version of the row they saw. */
@Configuration(proxyBeanMethods = false)
class SenderResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ObjectProvider<SignedIn> signedIn;

    SenderResolver(ObjectProvider<SignedIn> signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(CurrentActor.class)
                || parameter.hasParameterAnnotation(RowVersion.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.hasParameterAnnotation(CurrentActor.class) ? actor(request) : version(request);
    }

    private Actor actor(NativeWebRequest request) {
        if (request.getAttribute(CurrentActor.ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST) instanceof Actor machine) {
            return machine;
        }
        return Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .flatMap(found -> signedIn.getObject().current(found))
                .orElseThrow(() -> new RefusedException(Outcome.refused(HttpRefusal.SIGNED_OUT)));
    }

    private static int version(NativeWebRequest request) {
        String tag = request.getHeader(HttpHeaders.IF_MATCH);
        String digits =
                tag == null ? "" : tag.replace("W/", "").replace("\"", "").strip();
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(Character::isDigit)) {
            throw new RefusedException(Outcome.refused(HttpRefusal.VERSION_MISSING));
        }
        return Integer.parseInt(digits);
    }
}
