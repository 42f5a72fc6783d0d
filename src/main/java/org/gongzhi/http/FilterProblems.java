package org.gongzhi.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongzhi.kernel.Outcome;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Refuses from within a filter, in the same words and shape as a controller would. */
@Component
public class FilterProblems {

    private final HandlerExceptionResolver errors;
    private final LocaleResolver locales;

    FilterProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors, LocaleResolver locales) {
        this.errors = errors;
        this.locales = locales;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Outcome.Refused<?> refused) {
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            errors.resolveException(request, response, null, new RefusedException(refused));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
