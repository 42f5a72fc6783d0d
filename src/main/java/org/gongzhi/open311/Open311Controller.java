package org.gongzhi.open311;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.http.Problems;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.Words;
import org.gongzhi.open311.GeoReport.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** GeoReport v2. Described by its own specification, and so not in ours. */
@Hidden
@RestController
@RequestMapping("/open311/v2")
class Open311Controller {

    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]+)](?:\\[\\d*])?");
    private static final String ANSWERS = "answers.";

    private final Open311Services services;
    private final Open311Requests requests;
    private final RaiseRequest raise;
    private final RateLimits limits;
    private final Problems problems;
    private final ObjectMapper json;

    Open311Controller(
            Open311Services services,
            Open311Requests requests,
            RaiseRequest raise,
            RateLimits limits,
            Problems problems,
            ObjectMapper json) {
        this.services = services;
        this.requests = requests;
        this.raise = raise;
        this.limits = limits;
        this.problems = problems;
        this.json = json;
    }

    @GetMapping({"/services.{format:xml|json}", "/services"})
    ResponseEntity<String> services(
            HttpServletRequest request, @PathVariable(required = false) @Nullable String format) {
        return answer(request, format, read(request).then(_ -> services.all(request.getParameter("jurisdiction_id"))));
    }

    @GetMapping({"/services/{code:[^.]+}.{format:xml|json}", "/services/{code:[^.]+}"})
    ResponseEntity<String> definition(
            HttpServletRequest request,
            @PathVariable String code,
            @PathVariable(required = false) @Nullable String format) {
        Format wanted = format(request, format);
        return written(
                wanted,
                read(request)
                        .then(_ -> services.definition(request.getParameter("jurisdiction_id"), code))
                        .map(definition -> ServiceDefinition.written(definition, wanted, json)));
    }

    @GetMapping({"/requests.{format:xml|json}", "/requests"})
    ResponseEntity<String> requests(
            HttpServletRequest request, @PathVariable(required = false) @Nullable String format) {
        return answer(request, format, read(request).then(_ -> requests.list(said(request))));
    }

    @GetMapping({"/requests/{id:[^.]+}.{format:xml|json}", "/requests/{id:[^.]+}"})
    ResponseEntity<String> one(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String format) {
        return answer(
                request, format, read(request).then(_ -> requests.one(request.getParameter("jurisdiction_id"), id)));
    }

    /** Ids are given at once, so a token is the id itself. */
    @GetMapping({"/tokens/{id:[^.]+}.{format:xml|json}", "/tokens/{id:[^.]+}"})
    ResponseEntity<String> token(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String format) {
        return answer(
                request, format, read(request).then(_ -> requests.token(request.getParameter("jurisdiction_id"), id)));
    }

    @PostMapping({"/requests.{format:xml|json}", "/requests"})
    ResponseEntity<String> raise(HttpServletRequest request, @PathVariable(required = false) @Nullable String format) {
        return answer(request, format, raise.raise(said(request), attributes(request), request.getRemoteAddr()));
    }

    private Outcome<Boolean> read(HttpServletRequest request) {
        return limits.allow(request, "public-read");
    }

    /** Every parameter once, tidy; blank ones absent. */
    private static Map<String, String> said(HttpServletRequest request) {
        Map<String, String> said = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String value = values.length == 0 ? null : Words.tidyOrNull(values[0]);
            if (value != null) {
                said.put(name, value);
            }
        });
        return said;
    }

    /** {@code attribute[code]=value}, and {@code attribute[code][]=value} as often as there are values; some clients number them. */
    private static Map<String, List<String>> attributes(HttpServletRequest request) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            Matcher matcher = ATTRIBUTE.matcher(name);
            if (matcher.matches()) {
                attributes
                        .computeIfAbsent(matcher.group(1), _ -> new ArrayList<>())
                        .addAll(List.of(values));
            }
        });
        return attributes;
    }

    private ResponseEntity<String> answer(
            HttpServletRequest request, @Nullable String format, Outcome<GeoReport> outcome) {
        Format wanted = format(request, format);
        return written(wanted, outcome.map(report -> report.written(wanted, json)));
    }

    private ResponseEntity<String> written(Format format, Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Done<String>(String text) ->
                ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                        .body(text);
            case Outcome.Refused<String> refused -> {
                int status = status(refused.reason());
                yield ResponseEntity.status(status)
                        .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                        .body(GeoReport.error(status, sentence(refused)).written(format, json));
            }
        };
    }

    /** What is wrong with an attribute is said with its name. */
    private String sentence(Outcome.Refused<String> refused) {
        String field = refused.field();
        String sentence = problems.sentence(refused.reason(), refused.facts());
        return field != null && field.startsWith(ANSWERS)
                ? "attribute[" + field.substring(ANSWERS.length()) + "]: " + sentence
                : sentence;
    }

    /** The specification knows 404 for what is not there, 403 for keys, 400 for everything else. */
    private static int status(Refusal reason) {
        return switch (reason.kind()) {
            case NOT_FOUND -> 404;
            case FORBIDDEN, SIGNED_OUT -> 403;
            case TOO_MANY -> 429;
            case CONFLICT, INVALID -> 400;
        };
    }

    /** By the ending; without one by what is accepted, and XML, which every client knows, where nothing is said. */
    private static Format format(HttpServletRequest request, @Nullable String ending) {
        if (ending != null) {
            return ending.equals("json") ? Format.JSON : Format.XML;
        }
        List<String> accepted = List.of(Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                .orElse("")
                .split(",", -1));
        boolean isJson = accepted.stream().anyMatch(each -> each.strip().startsWith("application/json"));
        boolean isXml = accepted.stream().anyMatch(each -> each.contains("/xml"));
        return isJson && !isXml ? Format.JSON : Format.XML;
    }
}
