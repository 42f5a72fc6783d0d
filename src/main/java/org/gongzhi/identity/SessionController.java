package org.gongzhi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.HttpRefusal;
import org.gongzhi.http.RateLimits;
import org.gongzhi.http.RefusedException;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and as what one acts. Repeating any of these does no harm, so none asks for an idempotency key. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final SignIn signIn;
    private final SessionSignedIn signedIn;
    private final SessionView view;
    private final RateLimits limits;
    private final Answers answers;

    SessionController(SignIn signIn, SessionSignedIn signedIn, SessionView view, RateLimits limits, Answers answers) {
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.view = view;
        this.limits = limits;
        this.answers = answers;
    }

    record SignInRequest(
            @NotBlank(message = "{identity.login-missing}") @Size(max = 64, message = "{identity.login-too-long}")
            String login,

            @NotBlank(message = "{identity.password-missing}")
            @Size(max = 256, message = "{identity.password-far-too-long}")
            String password,

            @Nullable @Size(max = 32, message = "{identity.code-too-long}")
            String code) {}

    record ActAsRequest(@NotNull UUID dutyId) {}

    @GetMapping
    Answer<SessionView.Session> session(HttpServletRequest request) {
        return answers.of(Outcome.done(view.of(standing(request))));
    }

    @PostMapping
    Answer<SessionView.Session> signIn(
            @Valid @RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        String browser = SessionSignedIn.browser(request);
        return answers.of(limits.allow(request, "sign-in")
                .then(_ -> signIn.signIn(body.login(), body.password(), body.code(), request.getRemoteAddr(), browser))
                .map(ticket -> {
                    signedIn.start(ticket, request, response);
                    return view.of(standing(request));
                }));
    }

    @PutMapping("/duty")
    Answer<SessionView.Session> actAs(@Valid @RequestBody ActAsRequest body, HttpServletRequest request) {
        Standing standing = standing(request);
        Ticket ticket = SessionSignedIn.ticket(request).orElseThrow();
        return answers.of(signIn.actAs(standing, ticket, body.dutyId(), request.getRemoteAddr())
                .map(other -> {
                    request.getSession().setAttribute(Ticket.NAME, other.line());
                    signedIn.forget(request);
                    return view.of(standing(request));
                }));
    }

    /** Answers the same whether or not anybody was signed in. */
    @DeleteMapping
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        signedIn.standing(request).ifPresent(standing -> signIn.signOut(standing, request.getRemoteAddr()));
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return ResponseEntity.noContent().build();
    }

    private Standing standing(HttpServletRequest request) {
        return signedIn.standing(request)
                .orElseThrow(() -> new RefusedException(Outcome.refused(HttpRefusal.SIGNED_OUT)));
    }
}
