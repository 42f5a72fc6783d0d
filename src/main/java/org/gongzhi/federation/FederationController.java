package org.gongzhi.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.HttpRefusal;
import org.gongzhi.http.RateLimits;
import org.gongzhi.http.RefusedException;
import org.gongzhi.identity.SessionSignedIn;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * To the identity provider and back. The provider sends the browser to a page of ours, and that page asks here: our cookies are never sent along from another site.
 * None of it is repeatable, so none asks for an idempotency key.
 */
@RestController
class FederationController {

    /** The page the browser comes back to; what a deployment registers at its provider. */
    static final String BACK = "/sign-in/back";

    private final FederationProperties properties;
    private final IdentityProvider provider;
    private final EnterByProvider enter;
    private final LinkSubject link;
    private final SessionSignedIn signedIn;
    private final RateLimits limits;
    private final Answers answers;
    private final Clock clock;

    FederationController(
            FederationProperties properties,
            IdentityProvider provider,
            EnterByProvider enter,
            LinkSubject link,
            SessionSignedIn signedIn,
            RateLimits limits,
            Answers answers,
            Clock clock) {
        this.properties = properties;
        this.provider = provider;
        this.enter = enter;
        this.link = link;
        this.signedIn = signedIn;
        this.limits = limits;
        this.answers = answers;
        this.clock = clock;
    }

    record Offer(boolean isOffered) {}

    /** @param address where the browser is to go */
    record Way(String address) {}

    /**
     * @param code of the provider; once
     * @param factor the second factor, when it was asked for
     */
    record ReturnRequest(
            @NotBlank @Size(max = 200) String state,
            @Nullable @Size(max = 4000) String code,

            @Nullable @Size(max = 32, message = "{identity.code-too-long}")
            String factor) {}

    /** @param isLinked whether it was linked now; else somebody has signed in */
    record Returned(boolean isLinked) {}

    record Own(boolean isOffered, @Nullable Instant since) {}

    record LinkRequest(
            @NotBlank(message = "{identity.password-missing}")
            @Size(max = 256, message = "{identity.password-far-too-long}")
            String current) {}

    @GetMapping("/api/session/provider")
    Answer<Offer> offer() {
        return answers.of(Outcome.done(new Offer(provider.isOffered())));
    }

    @PostMapping("/api/session/provider")
    Answer<Way> begin(HttpServletRequest request) {
        return answers.of(limits.allow(request, "sign-in").then(_ -> begin(Journey.Purpose.SIGN_IN, request)));
    }

    @PutMapping("/api/session/provider")
    Answer<Returned> comeBack(
            @Valid @RequestBody ReturnRequest body, HttpServletRequest request, HttpServletResponse response) {
        return answers.of(limits.allow(request, "sign-in")
                .then(_ -> journey(request, body.state()))
                .then(journey -> journey.purpose() == Journey.Purpose.LINK
                        ? linked(journey, body.code(), request)
                        : entered(journey, body, request, response)));
    }

    @GetMapping("/api/account/provider")
    Answer<Own> own(HttpServletRequest request) {
        return answers.of(Outcome.done(own(person(request))));
    }

    @PostMapping("/api/account/provider")
    Answer<Way> beginLink(@Valid @RequestBody LinkRequest body, HttpServletRequest request) {
        return answers.of(
                signedIn.provePassword(request, body.current()).then(_ -> begin(Journey.Purpose.LINK, request)));
    }

    @DeleteMapping("/api/account/provider")
    Answer<Own> unlink(HttpServletRequest request) {
        Actor person = person(request);
        return answers.of(link.unlink(person).map(_ -> own(person)));
    }

    private Own own(Actor person) {
        return new Own(provider.isOffered(), link.since(person).orElse(null));
    }

    private Outcome<Way> begin(Journey.Purpose purpose, HttpServletRequest request) {
        Journey journey = Journey.begin(purpose, home(request) + BACK, Time.now(clock));
        return provider.addressFor(journey).map(address -> {
            request.getSession(true).setAttribute(Journey.NAME, journey.line());
            return new Way(address);
        });
    }

    private String home(HttpServletRequest request) {
        String named = properties.publicAddress();
        return named == null || named.isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : named.replaceFirst("/$", "");
    }

    private Outcome<Journey> journey(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        Object line = session == null ? null : session.getAttribute(Journey.NAME);
        if (line == null) {
            return Outcome.refused(FederationRefusal.NOT_BEGUN_HERE);
        }
        Journey journey = Journey.parse(line.toString());
        return journey.isStill(state, Time.now(clock))
                ? Outcome.done(journey)
                : Outcome.refused(FederationRefusal.NOT_BEGUN_HERE);
    }

    private Outcome<Returned> linked(Journey journey, @Nullable String code, HttpServletRequest request) {
        request.getSession().removeAttribute(Journey.NAME);
        return code == null
                ? Outcome.refused(FederationRefusal.NOT_VOUCHED_FOR)
                : link.link(person(request), journey, code).map(_ -> new Returned(true));
    }

    private Outcome<Returned> entered(
            Journey journey, ReturnRequest body, HttpServletRequest request, HttpServletResponse response) {
        return account(journey, body.code(), request)
                .then(account -> signedIn.enter(account, body.factor(), request, response))
                .map(_ -> new Returned(false));
    }

    /** The code is redeemed once. What it opened is remembered for those of whom a second factor is asked after it. */
    private Outcome<UUID> account(Journey journey, @Nullable String code, HttpServletRequest request) {
        UUID opened = journey.account();
        if (opened != null) {
            return Outcome.done(opened);
        }
        HttpSession session = request.getSession();
        session.removeAttribute(Journey.NAME);
        return code == null
                ? Outcome.refused(FederationRefusal.NOT_VOUCHED_FOR)
                : enter.accountOf(journey, code, request.getRemoteAddr()).map(account -> {
                    session.setAttribute(
                            Journey.NAME, journey.openedFor(account).line());
                    return account;
                });
    }

    private Actor person(HttpServletRequest request) {
        return signedIn.themselves(request)
                .orElseThrow(() -> new RefusedException(Outcome.refused(HttpRefusal.SIGNED_OUT)));
    }
}
