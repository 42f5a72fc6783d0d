package org.gongzhi.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gongzhi.http.FilterProblems;
import org.gongzhi.kernel.Outcome;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the sign-in, before any work: whoever must first choose a password or add a second factor, or whose duty has ended, reaches only their own account. Not a
 * bean: it stands in the security chain and nowhere else.
 */
final class DutyFilter extends OncePerRequestFilter {

    private final SessionSignedIn signedIn;
    private final FilterProblems problems;

    DutyFilter(SessionSignedIn signedIn, FilterProblems problems) {
        this.signedIn = signedIn;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || isOwnAccount(path);
    }

    private static boolean isOwnAccount(String path) {
        return path.equals("/api/session") || path.startsWith("/api/session/") || path.startsWith("/api/account/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Standing> standing = signedIn.standing(request);
        if (standing.isPresent() && standing.get().mustChangePassword()) {
            problems.write(request, response, Outcome.refused(IdentityRefusal.MUST_CHANGE_PASSWORD));
        } else if (standing.isPresent() && standing.get().mustEnrol()) {
            problems.write(request, response, Outcome.refused(IdentityRefusal.MUST_ENROL));
        } else if (standing.isPresent() && standing.get().duty() == null) {
            problems.write(request, response, Outcome.refused(IdentityRefusal.DUTY_ENDED));
        } else {
            chain.doFilter(request, response);
        }
    }
}
