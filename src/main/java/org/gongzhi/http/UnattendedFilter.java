package org.gongzhi.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a page asks by itself while nobody touches it is not use: otherwise a counter that refreshes every minute would keep an abandoned desk signed in for
 * ever (idle time-out, GB/T 22239-2019 §8.1.4.1). Stands before the session store, which asks whether the request was of that sort.
 */
public final class UnattendedFilter extends OncePerRequestFilter {

    public static final String HEADER = "X-Unattended";

    private static final ThreadLocal<Boolean> UNATTENDED = ThreadLocal.withInitial(() -> false);

    /** Whether the request served by this thread was sent by a page on its own. */
    public static boolean isUnattended() {
        return UNATTENDED.get();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UNATTENDED.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            UNATTENDED.remove();
        }
    }
}
