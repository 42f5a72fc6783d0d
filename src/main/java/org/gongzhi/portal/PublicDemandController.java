package org.gongzhi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.ResidentDemands;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.RateLimits;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.FollowUpCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The residents' side: to speak and to join, without an account. */
@RestController
@RequestMapping("/public")
class PublicDemandController {

    record RaiseRequest(
            String regionCode,
            @Nullable String kind,
            String words,
            @Nullable String place,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean anonymous,
            @Nullable String name,
            @Nullable String phone,
            @Nullable List<UUID> fileIds) {}

    /** @param code to follow the matter by; told this once */
    record RaisedResponse(
            String code,
            String number,
            int version,
            @OneOf(codes = DemandStatus.class) String status,
            Instant dueAt,
            String dueInWords) {}

    /** @param code to follow the matter by; told this once */
    record JoinedResponse(
            String code,
            int version,
            @OneOf(codes = DemandStatus.class) String status) {}

    record JoinRequest(@Nullable String words, @Nullable String phone) {}

    private final ResidentDemands demands;
    private final FollowUps followUps;
    private final PublicQueries queries;
    private final Transactions transactions;
    private final Commands commands;
    private final RateLimits limits;
    private final ObjectMapper json;

    PublicDemandController(
            ResidentDemands demands,
            FollowUps followUps,
            PublicQueries queries,
            Transactions transactions,
            Commands commands,
            RateLimits limits,
            ObjectMapper json) {
        this.demands = demands;
        this.followUps = followUps;
        this.queries = queries;
        this.transactions = transactions;
        this.commands = commands;
        this.limits = limits;
        this.json = json;
    }

    @PostMapping("/demands")
    Answer.Created<RaisedResponse> raise(HttpServletRequest request, @RequestBody RaiseRequest body) {
        Outcome<Actor> resident = limits.allow(request, "public-submit")
                .then(_ -> followUps.place(body.regionCode(), "regionCode"))
                .map(place -> followUps.residentAt(place.code()).orElseThrow());
        return withCode(
                request, body, resident, (actor, digest) -> demands.raise(actor, said(body, actor.node()), digest));
    }

    private static ResidentDemands.Said said(RaiseRequest body, RegionCode place) {
        return new ResidentDemands.Said(
                place,
                body.kind() == null || body.kind().isBlank() ? "other" : body.kind(),
                body.words(),
                body.place(),
                body.lng(),
                body.lat(),
                body.anonymous(),
                body.name(),
                body.phone(),
                body.fileIds() == null ? List.of() : body.fileIds());
    }

    @PostMapping("/demands/{ref}/joiners")
    Answer.Created<JoinedResponse> join(
            HttpServletRequest request, @PathVariable UUID ref, @RequestBody JoinRequest body) {
        DemandId id = new DemandId(ref);
        Outcome<Actor> resident = limits.allow(request, "public-join").then(_ -> joinable(id));
        return withCode(
                request,
                body,
                resident,
                (actor, digest) -> demands.join(actor, id, body.words(), body.phone(), digest));
    }

    private Outcome<Actor> joinable(DemandId id) {
        return transactions
                .readFacts(() -> queries.street(id))
                .flatMap(followUps::residentAt)
                .filter(resident -> transactions.read(resident, () -> queries.isJoinable(id)))
                .<Outcome<Actor>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PublicRefusal.MATTER_UNKNOWN));
    }

    /** The code is added to the answer on its way out: what is stored for a repetition of the request does not hold it. */
    private <T, R> Answer.Created<R> withCode(
            HttpServletRequest request,
            Object body,
            Outcome<Actor> resident,
            BiFunction<Actor, byte[], Outcome<T>> work) {
        return switch (resident) {
            case Outcome.Done<Actor>(Actor actor) -> withCode(request, body, actor, work);
            case Outcome.Refused<Actor> refused -> commands.refused(refused);
        };
    }

    private <T, R> Answer.Created<R> withCode(
            HttpServletRequest request, Object body, Actor actor, BiFunction<Actor, byte[], Outcome<T>> work) {
        String key = Optional.ofNullable(request.getHeader("Idempotency-Key")).orElse("");
        byte[] content = (request.getRequestURI() + json.writeValueAsString(body))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
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
