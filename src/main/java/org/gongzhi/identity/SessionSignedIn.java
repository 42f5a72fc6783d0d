package org.gongzhi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.gongzhi.http.SignedIn;
import org.gongzhi.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who asks is what the session says and the database still confirms. */
@Component
class SessionSignedIn implements SignedIn {

    private static final String STANDING = SessionSignedIn.class.getName() + ".standing";

    private final Standings standings;

    SessionSignedIn(Standings standings) {
        this.standings = standings;
    }

    @Override
    public Optional<Actor> current(HttpServletRequest request) {
        return standing(request).flatMap(standing -> standing.actor(request.getRemoteAddr()));
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
