package org.gongzhi.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.FilterProblems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Lets machines through the few doors that are theirs. Not a bean: it stands in a security chain of its own and nowhere else. */
final class TokenFilter extends OncePerRequestFilter {

    static final String SCHEME = "Bearer ";

    /** Of the whole machine, for machines alone: nobody's session opens it. */
    static final String METRICS = "/actuator/prometheus";

    private record Door(String verb, String method, PathPattern path) {
        static Door of(String verb, String method, String path) {
            return new Door(verb, method, PathPatternParser.defaultInstance.parse(path));
        }
    }

    private static final List<Door> DOORS = List.of(
            Door.of("read", "GET", "/api/demands"),
            Door.of("read", "GET", "/api/demands/counts"),
            Door.of("read", "GET", "/api/demands/{id}"),
            Door.of("read", "GET", "/api/demand-kinds"),
            Door.of("read", "GET", "/api/demand-reasons"),
            Door.of("read", "GET", "/api/clock-rules"),
            Door.of("read", "GET", "/api/cockpit"),
            Door.of("read", "GET", "/api/openapi"),
            Door.of("register", "POST", "/api/demands"),
            Door.of("metrics", "GET", METRICS));

    private final MachineTokens tokens;
    private final FilterProblems problems;

    TokenFilter(MachineTokens tokens, FilterProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        String token =
                header.startsWith(SCHEME) ? header.substring(SCHEME.length()).strip() : "";
        var path = PathContainer.parsePath(request.getRequestURI());
        Outcome<Actor> machine = DOORS.stream()
                .filter(door ->
                        door.method().equals(request.getMethod()) && door.path().matches(path))
                .findFirst()
                .<Outcome<Actor>>map(door -> tokens.actorFor(token, door.verb(), request.getRemoteAddr()))
                .orElseGet(() -> Outcome.refused(TokenRefusal.VERB_NOT_ALLOWED));
        switch (machine) {
            case Outcome.Done<Actor>(Actor actor) -> {
                request.setAttribute(CurrentActor.ATTRIBUTE, actor);
                chain.doFilter(request, response);
            }
            case Outcome.Refused<Actor> refused -> problems.write(request, response, refused);
        }
    }
}
