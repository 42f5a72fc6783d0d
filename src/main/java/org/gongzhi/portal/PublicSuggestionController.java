package org.gongzhi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.suggestion.ResidentSuggestions;
import org.gongzhi.suggestion.ResidentSuggestions.Followed;
import org.gongzhi.suggestion.ResidentSuggestions.Window;
import org.gongzhi.suggestion.SuggestionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** 提意见 without an account: about these pages themselves, followed by a code of its own. */
@RestController
@RequestMapping("/public/suggestions")
class PublicSuggestionController extends CodedController {

    /** @param page address of the page it came from, of which only the pattern is kept */
    record SuggestRequest(
            @Nullable String kind,
            @Nullable String words,
            @Nullable String page) {}

    /** @param code to read the answer by; told this once */
    record HeardResponse(String code, Instant dueAt, String dueInWords) {}

    /** @param to who answers; null for whoever keeps the system */
    record FollowedResponse(
            @OneOf(codes = SuggestionKind.class) String kind,
            String words,
            Instant askedAt,
            Instant dueAt,
            @Nullable String to,
            @Nullable Instant answeredAt,
            @Nullable String answer) {}

    private final ResidentSuggestions suggestions;
    private final FollowUps followUps;
    private final Answers answers;
    private final RateLimits limits;

    PublicSuggestionController(
            ResidentSuggestions suggestions,
            FollowUps followUps,
            Commands commands,
            Answers answers,
            RateLimits limits,
            ObjectMapper json) {
        super(followUps, commands, json);
        this.suggestions = suggestions;
        this.followUps = followUps;
        this.answers = answers;
        this.limits = limits;
    }

    @PostMapping
    Answer.Created<HeardResponse> say(HttpServletRequest request, @RequestBody SuggestRequest body) {
        Outcome<Window> allowed = limits.allow(request, "public-submit").map(_ -> suggestions.window());
        return coded(
                request,
                body,
                allowed.map(window -> followUps.residentAt(window.region()).orElseThrow()),
                (Actor resident, byte[] digest) -> allowed.then(
                        window -> suggestions.say(resident, window, body.kind(), body.words(), body.page(), digest)));
    }

    @GetMapping
    Answer<FollowedResponse> read(
            HttpServletRequest request,
            @RequestHeader(name = HolderController.CODE, required = false) @Nullable String code) {
        return answers.of(limits.mayGuess(request, "public-code").then(_ -> {
            Outcome<Followed> found = followUps.parsed(code).then(suggestions::follow);
            if (!found.isDone()) {
                limits.missed(request, "public-code");
            }
            return found.map(PublicSuggestionController::shown);
        }));
    }

    private static FollowedResponse shown(Followed followed) {
        return new FollowedResponse(
                followed.kind().code(),
                followed.words(),
                followed.askedAt(),
                followed.dueAt(),
                followed.to(),
                followed.answeredAt(),
                followed.answer());
    }
}
