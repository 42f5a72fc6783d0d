package org.gongzhi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongzhi.factor.Enrolment;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.HttpRefusal;
import org.gongzhi.http.Items;
import org.gongzhi.http.RefusedException;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. Open to those who must first change their password, and to those whose duty has ended. */
@RestController
@RequestMapping("/api/account")
class AccountController {

    private final ChangePassword changePassword;
    private final EndSessions endSessions;
    private final ChooseLocale chooseLocale;
    private final KeepSecondFactor secondFactor;
    private final OwnSessions sessions;
    private final SessionSignedIn signedIn;
    private final Answers answers;

    AccountController(
            ChangePassword changePassword,
            EndSessions endSessions,
            ChooseLocale chooseLocale,
            KeepSecondFactor secondFactor,
            OwnSessions sessions,
            SessionSignedIn signedIn,
            Answers answers) {
        this.changePassword = changePassword;
        this.endSessions = endSessions;
        this.chooseLocale = chooseLocale;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.answers = answers;
    }

    record PasswordRequest(
            @NotBlank(message = "{identity.password-missing}")
            @Size(max = 256, message = "{identity.password-far-too-long}")
            String current,

            @NotBlank(message = "{identity.password-missing}")
            @Size(max = 256, message = "{identity.password-far-too-long}")
            String next) {}

    record PasswordChanged(int endedSessions) {}

    /** @param code of the present second factor, where there is one */
    record EnrolRequest(
            @Nullable @Size(max = 32, message = "{identity.code-too-long}")
            String code) {}

    record CodeRequest(
            @NotBlank(message = "{identity.code-missing}") @Size(max = 32, message = "{identity.code-too-long}")
            String code) {}

    record LocaleRequest(@NotNull String locale) {}

    /** The session goes on under a new id; all others of this account end. */
    @PutMapping("/password")
    Answer<PasswordChanged> changePassword(@Valid @RequestBody PasswordRequest body, HttpServletRequest request) {
        Standing standing = standing(request);
        return answers.of(changePassword
                .change(
                        standing.themselves(request.getRemoteAddr()),
                        standing.account().login(),
                        body.current(),
                        body.next())
                .map(_ -> {
                    int ended = sessions.endOthers(standing.account().id(), currentId(request));
                    request.changeSessionId();
                    return new PasswordChanged(ended);
                }));
    }

    @GetMapping("/sessions")
    Answer<Items<OwnSessions.OwnSession>> sessions(HttpServletRequest request) {
        return answers.of(
                Outcome.done(new Items<>(sessions.of(standing(request).account().id(), currentId(request)))));
    }

    @DeleteMapping("/sessions")
    Answer<EndSessions.Ended> endOtherSessions(HttpServletRequest request) {
        return answers.of(
                endSessions.endOthers(standing(request).themselves(request.getRemoteAddr()), currentId(request)));
    }

    @DeleteMapping("/sessions/{id}")
    Answer<EndSessions.Ended> endSession(@PathVariable String id, HttpServletRequest request) {
        return answers.of(endSessions.end(standing(request).themselves(request.getRemoteAddr()), id));
    }

    @PutMapping("/locale")
    Answer<ChooseLocale.Chosen> chooseLocale(@Valid @RequestBody LocaleRequest body, HttpServletRequest request) {
        return answers.of(chooseLocale.choose(standing(request).themselves(request.getRemoteAddr()), body.locale()));
    }

    @GetMapping("/second-factor")
    Answer<KeepSecondFactor.Own> secondFactor(HttpServletRequest request) {
        return answers.of(Outcome.done(secondFactor.own(standing(request).themselves(request.getRemoteAddr()))));
    }

    /** What is told here and by the two below is shown once and must not lie in the database in the clear: no idempotency key. */
    @PostMapping("/second-factor")
    Answer<Enrolment> beginSecondFactor(@Valid @RequestBody EnrolRequest body, HttpServletRequest request) {
        Standing standing = standing(request);
        return answers.of(secondFactor.begin(
                standing.themselves(request.getRemoteAddr()), standing.account().login(), body.code()));
    }

    @PutMapping("/second-factor")
    Answer<KeepSecondFactor.Recovery> activateSecondFactor(
            @Valid @RequestBody CodeRequest body, HttpServletRequest request) {
        return answers.of(secondFactor.activate(standing(request).themselves(request.getRemoteAddr()), body.code()));
    }

    @PostMapping("/second-factor/recovery-codes")
    Answer<KeepSecondFactor.Recovery> renewRecoveryCodes(
            @Valid @RequestBody CodeRequest body, HttpServletRequest request) {
        Standing standing = standing(request);
        return answers.of(secondFactor.renew(
                standing.themselves(request.getRemoteAddr()), standing.account().login(), body.code()));
    }

    @PostMapping("/second-factor/removal")
    Answer<KeepSecondFactor.Own> removeSecondFactor(@Valid @RequestBody CodeRequest body, HttpServletRequest request) {
        Standing standing = standing(request);
        return answers.of(secondFactor.remove(
                standing.themselves(request.getRemoteAddr()), standing.account().login(), body.code()));
    }

    private static String currentId(HttpServletRequest request) {
        return request.getSession().getId();
    }

    private Standing standing(HttpServletRequest request) {
        return signedIn.standing(request)
                .orElseThrow(() -> new RefusedException(Outcome.refused(HttpRefusal.SIGNED_OUT)));
    }
}
