package org.gongzhi.http;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns refusals into {@code application/problem+json}: the one place that knows status codes and sentences. */
@Component
public class Problems {

    private final MessageSource messages;
    private final Clock clock;

    Problems(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    public ResponseEntity<ProblemDetail> of(Outcome.Refused<?> refused) {
        Refusal reason = refused.reason();
        ProblemDetail problem = problem(status(reason), reason.code(), sentence(reason, refused.facts()));
        if (refused.field() != null) {
            problem.setProperty("field", refused.field());
        }
        if (!refused.current().isEmpty()) {
            problem.setProperty("current", refused.current());
        }
        return answer(problem, refused.current().get("retryAfterSeconds"));
    }

    ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:gongzhi:problem:" + code));
        problem.setTitle(word("http.title." + status.value()));
        problem.setProperty("code", code);
        String remedy = messages.getMessage(code + ".remedy", null, "", locale());
        if (remedy != null && !remedy.isEmpty()) {
            problem.setProperty("remedy", remedy);
        }
        return problem;
    }

    ResponseEntity<ProblemDetail> answer(ProblemDetail problem, @Nullable Object retryAfterSeconds) {
        var builder = ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfterSeconds != null) {
            builder.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds.toString());
        }
        return builder.body(problem);
    }

    /** The sentence people read, in the asker's language. */
    public String sentence(Refusal reason, List<Object> facts) {
        Object[] told = facts.stream()
                .map(fact -> fact instanceof Instant at ? moment(at) : fact)
                .toArray();
        return messages.getMessage(reason.code(), told, locale());
    }

    /** 今天 09:05, 明天 09:05, 11月24日 09:05: as people say it, in the asker's language. */
    private String moment(Instant at) {
        ZonedDateTime then = at.atZone(Time.ZONE);
        long days = ChronoUnit.DAYS.between(Time.today(clock), then.toLocalDate());
        String time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(then);
        return switch (Math.clamp(days, -2, 2)) {
            case -1 -> word("http.yesterday", time);
            case 0 -> word("http.today", time);
            case 1 -> word("http.tomorrow", time);
            default ->
                word(
                        "http.day",
                        DateTimeFormatter.ofPattern(word("http.day-pattern"), locale())
                                .format(then),
                        time);
        };
    }

    public String word(String key, Object... facts) {
        return messages.getMessage(key, facts, locale());
    }

    /** For what only some have, such as a remedy. */
    public String wordOr(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale()), otherwise);
    }

    static Map<String, Object> field(String name, String detail) {
        return Map.of("field", name, "detail", detail);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static HttpStatus status(Refusal reason) {
        if (reason == HttpRefusal.VERSION_MISSING) {
            return HttpStatus.PRECONDITION_REQUIRED;
        }
        return switch (reason.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case SIGNED_OUT -> HttpStatus.UNAUTHORIZED;
        };
    }
}
