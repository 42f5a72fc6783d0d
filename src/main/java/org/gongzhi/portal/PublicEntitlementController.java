package org.gongzhi.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gongzhi.entitlement.EntitlementGround;
import org.gongzhi.entitlement.EntitlementKind;
import org.gongzhi.entitlement.PersonalRecord;
import org.gongzhi.entitlement.RecordPage;
import org.gongzhi.entitlement.ResidentEntitlements;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.portal.FollowUps.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 个人信息请求: whoever raised a matter asks by its code for what is stored of them, and has the answer by the same code. */
@RestController
@RequestMapping("/public/cases/entitlements")
class PublicEntitlementController extends HolderController {

    /** @param words what is wrong and what is right; needed for a correction */
    record AskRequest(@Nullable String kind, @Nullable String words) {}

    /** What came in; without the words, since an answer is stored for repetitions of its request and the words are sealed. */
    record TakenResponse(
            @OneOf(codes = EntitlementKind.class) String kind, Instant askedAt, Instant dueAt) {}

    /**
     * @param answerer the place that answered, nobody's name
     * @param granted null while it waits
     * @param ground of a refusal
     */
    record AskedResponse(
            @OneOf(codes = EntitlementKind.class) String kind,
            Instant askedAt,
            Instant dueAt,
            @Nullable String words,
            @Nullable Instant answeredAt,
            @Nullable String answerer,
            @Nullable Boolean granted,

            @OneOf(codes = EntitlementGround.class) @Nullable
            String ground,

            @Nullable String answer) {}

    /**
     * @param asked latest first
     * @param record null until access or a copy is granted
     */
    record StandingResponse(
            List<AskedResponse> asked,
            boolean mayCopy,
            @Nullable PersonalRecord record) {}

    private final ResidentEntitlements entitlements;
    private final RecordPage pages;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    PublicEntitlementController(
            ResidentEntitlements entitlements,
            RecordPage pages,
            FollowUps followUps,
            RateLimits limits,
            Commands commands,
            Answers answers,
            Clock clock) {
        super(followUps, limits);
        this.entitlements = entitlements;
        this.pages = pages;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping
    Answer<StandingResponse> standing(
            HttpServletRequest request, @RequestHeader(name = CODE, required = false) @Nullable String code) {
        return answers.of(raiser(request, code, "public-read").map(holder -> {
            ResidentEntitlements.Standing standing =
                    entitlements.standing(holder.resident(), holder.opened().demand());
            return new StandingResponse(
                    standing.asked().stream()
                            .map(PublicEntitlementController::shown)
                            .toList(),
                    standing.mayCopy(),
                    standing.record());
        }));
    }

    @PostMapping
    Answer.Changed<TakenResponse> ask(
            HttpServletRequest request,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestBody AskRequest body) {
        return switch (raiser(request, code, "public-words")) {
            case Outcome.Done<Holder>(Holder holder) ->
                commands.run(
                        holder.resident(),
                        request,
                        body,
                        () -> entitlements
                                .ask(holder.resident(), holder.opened().demand(), body.kind(), body.words())
                                .map(asked -> new TakenResponse(asked.kind().code(), asked.askedAt(), asked.dueAt())));
            case Outcome.Refused<Holder> refused -> commands.refused(refused);
        };
    }

    /** A page to keep or to print; the code travels in the header, so no address opens it. */
    @GetMapping("/copy")
    Answer<byte[]> copy(
            HttpServletRequest request, @RequestHeader(name = CODE, required = false) @Nullable String code) {
        Outcome<PersonalRecord> found = raiser(request, code, "public-words")
                .then(holder ->
                        entitlements.copy(holder.resident(), holder.opened().demand()));
        return switch (found) {
            case Outcome.Done<PersonalRecord>(PersonalRecord record) -> Answer.of(page(record));
            case Outcome.Refused<PersonalRecord> refused -> answers.refused(refused);
        };
    }

    private ResponseEntity<byte[]> page(PersonalRecord record) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(record.number() + ".html", UTF_8)
                                .build()
                                .toString())
                .body(pages.of(record, Time.now(clock)).getBytes(UTF_8));
    }

    private static AskedResponse shown(ResidentEntitlements.Asked asked) {
        return new AskedResponse(
                asked.kind().code(),
                asked.askedAt(),
                asked.dueAt(),
                asked.words(),
                asked.answeredAt(),
                asked.answerer(),
                asked.granted(),
                asked.ground() == null ? null : asked.ground().code(),
                asked.answer());
    }
}
