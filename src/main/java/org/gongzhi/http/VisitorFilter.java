package org.gongzhi.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a browser at the public window a random mark until it is closed, so that one person can be told from the rest of a community behind the same address
 * when somebody floods it. The mark is read by {@link RateLimits} alone, and stands in no table and no log.
 */
@Component
class VisitorFilter extends OncePerRequestFilter {

    private static final String COOKIE = "gongzhi-visitor";
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/public/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (visitor(request).isEmpty()) {
            byte[] mark = new byte[BYTES];
            random.nextBytes(mark);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, HexFormat.of().formatHex(mark))
                            .path("/public")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Strict")
                            .build()
                            .toString());
        }
        chain.doFilter(request, response);
    }

    static Optional<String> visitor(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() == BYTES * 2)
                        .findFirst();
    }
}
