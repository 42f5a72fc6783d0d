package org.gongzhi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.HttpRefusal;
import org.gongzhi.http.SignedIn;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Who asks is what the session says and the database still confirms. */
@Component
public class SessionSignedIn implements SignedIn {

    private static final String STANDING = SessionSignedIn.class.getName() + ".standing";

    private final Standings standings;
    private final SignIn signIn;
    private final PasswordProof proof;
    private final CookieCsrfTokenRepository csrfTokens;

    SessionSignedIn(Standings standings, SignIn signIn, PasswordProof proof, CookieCsrfTokenRepository csrfTokens) {
        this.standings = standings;
        this.signIn = signIn;
        this.proof = proof;
        this.csrfTokens = csrfTokens;
    }

    @Override
    public Optional<Actor> current(HttpServletRequest request) {
        return standing(request).flatMap(standing -> standing.actor(request.getRemoteAddr()));
    }

    /** The person as themselves, whatever duty they act under; empty when nobody is signed in. */
    public Optional<Actor> themselves(HttpServletRequest request) {
        return standing(request).map(standing -> standing.themselves(request.getRemoteAddr()));
    }

    /** Whoever is in shows that it is still them; a wrong password counts like one at the door. */
    public Outcome<Boolean> provePassword(HttpServletRequest request, String password) {
        return standing(request)
                .map(standing -> proof.prove(
                                standing.account().login(),
                                password,
                                request.getRemoteAddr(),
                                IdentityRefusal.PASSWORD_CURRENT_WRONG)
                        .map(_ -> true))
                .orElseGet(() -> Outcome.refused(HttpRefusal.SIGNED_OUT));
    }

    /**
     * Signs in whom the identity provider vouches for: lock-outs, the second factor and the session are those of any sign-in.
     *
     * @param code of the second factor; null when none was asked for yet
     */
    public Outcome<Boolean> enter(
            UUID account, @Nullable String code, HttpServletRequest request, HttpServletResponse response) {
        return signIn.enter(account, code, request.getRemoteAddr(), browser(request))
                .map(ticket -> {
                    start(ticket, request, response);
                    return true;
                });
    }

    /** A new session with a new id and a new CSRF token: whatever was known of the old ones opens nothing. */
    void start(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setAttribute(Ticket.NAME, ticket.line());
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        forget(request);
    }

    static String browser(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    }

    /** Asked once a request; empty when nobody is signed in or the account has ended. */
    Optional<Standing> standing(HttpServletRequest request) {
        if (request.getAttribute(STANDING) instanceof Standing found) {
            return Optional.of(found);
        }
        Optional<Standing> standing =
                line(request).map(Ticket::holder).flatMap(holder -> standings.of(holder.account(), holder.duty()));
        standing.ifPresent(found -> request.setAttribute(STANDING, found));
        return standing;
    }

    /** After this request itself changed who asks. */
    void forget(HttpServletRequest request) {
        request.removeAttribute(STANDING);
    }

    static Optional<Ticket> ticket(HttpServletRequest request) {
        return line(request).map(Ticket::parse);
    }

    private static Optional<String> line(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.getAttribute(Ticket.NAME)).map(Object::toString);
    }
}
