package org.gongzhi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** The residents' side: to speak and to join, without an account. */
@RestController
@RequestMapping("/public")
class PublicDemandController extends CodedController {

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
            @Nullable List<UUID> fileIds,
            @Nullable Map<String, List<String>> answers) {}

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
    private final RateLimits limits;

    PublicDemandController(
            ResidentDemands demands,
            FollowUps followUps,
            PublicQueries queries,
            Transactions transactions,
            Commands commands,
            RateLimits limits,
            ObjectMapper json) {
        super(followUps, commands, json);
        this.demands = demands;
        this.followUps = followUps;
        this.queries = queries;
        this.transactions = transactions;
        this.limits = limits;
    }

    @PostMapping("/demands")
    Answer.Created<RaisedResponse> raise(HttpServletRequest request, @RequestBody RaiseRequest body) {
        Outcome<Actor> resident = limits.allow(request, "public-submit")
                .then(_ -> followUps.place(body.regionCode(), "regionCode"))
                .map(place -> followUps.residentAt(place.code()).orElseThrow());
        return coded(
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
                body.fileIds() == null ? List.of() : body.fileIds(),
                body.answers() == null ? Map.of() : body.answers());
    }

    @PostMapping("/demands/{ref}/joiners")
    Answer.Created<JoinedResponse> join(
            HttpServletRequest request, @PathVariable UUID ref, @RequestBody JoinRequest body) {
        DemandId id = new DemandId(ref);
        Outcome<Actor> resident = limits.allow(request, "public-join").then(_ -> joinable(id));
        return coded(
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
}
