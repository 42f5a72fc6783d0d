package org.gongzhi.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.privacy.FollowUpCode;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers with a follow-up code, told once: what is stored for a repetition of the request does not hold it. */
abstract class CodedController {

    private final FollowUps followUps;
    private final Commands commands;
    private final ObjectMapper json;

    CodedController(FollowUps followUps, Commands commands, ObjectMapper json) {
        this.followUps = followUps;
        this.commands = commands;
        this.json = json;
    }

    /** @param work is given whoever speaks and the digest of the code; what it answers is told with the code as {@code code} */
    final <T, R> Answer.Created<R> coded(
            HttpServletRequest request,
            Object body,
            Outcome<Actor> resident,
            BiFunction<Actor, byte[], Outcome<T>> work) {
        return switch (resident) {
            case Outcome.Done<Actor>(Actor actor) -> coded(request, body, actor, work);
            case Outcome.Refused<Actor> refused -> commands.refused(refused);
        };
    }

    private <T, R> Answer.Created<R> coded(
            HttpServletRequest request, Object body, Actor actor, BiFunction<Actor, byte[], Outcome<T>> work) {
        String key = Optional.ofNullable(request.getHeader("Idempotency-Key")).orElse("");
        byte[] content = (request.getRequestURI() + json.writeValueAsString(body)).getBytes(UTF_8);
        FollowUpCode code = followUps.codeOf(key, content);
        Answer.Created<T> answer =
                commands.created(actor, request, body, () -> work.apply(actor, followUps.digest(code)));
        if (!answer.getStatusCode().is2xxSuccessful() || !(answer.getBody() instanceof String stored)) {
            return answer.told(answer);
        }
        ObjectNode told = (ObjectNode) json.readTree(stored);
        told.put("code", code.shown());
        return answer.told(ResponseEntity.status(answer.getStatusCode())
                .header("Cache-Control", "no-store")
                .body(told));
    }
}
