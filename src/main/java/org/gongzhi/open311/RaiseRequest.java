package org.gongzhi.open311;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandDictionary.Offered;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.ResidentDemands;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Digests;
import org.gongzhi.privacy.FollowUpCode;
import org.gongzhi.question.AskedQuestion;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.token.MachineTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A program reports what a resident told it: heard as the public window hears, under the machine's name in the trail. */
@Component
class RaiseRequest {

    /** 2026-11-20. */
    private static final int DAY = 10;

    private final MachineTokens tokens;
    private final Jurisdictions jurisdictions;
    private final Open311Services services;
    private final Open311Queries queries;
    private final ResidentDemands demands;
    private final RegionLookup regions;
    private final Digests digests;
    private final Transactions transactions;
    private final Audit audit;
    private final Problems words;

    RaiseRequest(
            MachineTokens tokens,
            Jurisdictions jurisdictions,
            Open311Services services,
            Open311Queries queries,
            ResidentDemands demands,
            RegionLookup regions,
            Digests digests,
            Transactions transactions,
            Audit audit,
            Problems words) {
        this.tokens = tokens;
        this.jurisdictions = jurisdictions;
        this.services = services;
        this.queries = queries;
        this.demands = demands;
        this.regions = regions;
        this.digests = digests;
        this.transactions = transactions;
        this.audit = audit;
        this.words = words;
    }

    private record Placed(Actor machine, Offered service, Region place) {}

    /** @param attributes answers to what is asked besides */
    Outcome<GeoReport> raise(Map<String, String> said, Map<String, List<String>> attributes, String address) {
        return machine(said.get("api_key"), address)
                .then(machine -> jurisdictions
                        .named(said.get("jurisdiction_id"))
                        .then(district -> services.known(district, said.get("service_code"))
                                .then(service -> jurisdictions
                                        .place(district, said)
                                        .map(place -> new Placed(machine, service, place)))))
                .unless(placed -> placed.machine().scope().holds(placed.place().code())
                        ? Outcome.done(placed)
                        : Outcome.invalid(
                                "lat",
                                Open311Refusal.PLACE_OUTSIDE,
                                placed.machine().nodeName()))
                .then(placed -> said.get("description") == null
                        ? Outcome.invalid("description", Open311Refusal.DESCRIPTION_MISSING)
                        : answers(placed, attributes).then(answers -> hear(placed, said, answers)));
    }

    /** A day may come with a time, as the specification has it. */
    private Outcome<Map<String, List<String>>> answers(Placed placed, Map<String, List<String>> attributes) {
        Map<String, String> types = services
                .asked(placed.place(), placed.service().code())
                .stream()
                .collect(Collectors.toMap(AskedQuestion::code, AskedQuestion::type));
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> each : attributes.entrySet()) {
            String type = types.get(each.getKey());
            if (type == null) {
                return Outcome.invalid("answers." + each.getKey(), Open311Refusal.ATTRIBUTE_UNKNOWN);
            }
            answers.put(
                    each.getKey(),
                    each.getValue().stream()
                            .map(value -> type.equals("date") && value.length() > DAY ? value.substring(0, DAY) : value)
                            .toList());
        }
        return Outcome.done(answers);
    }

    private Outcome<Actor> machine(@Nullable String key, String address) {
        return key == null
                ? Outcome.refused(Open311Refusal.KEY_MISSING)
                : switch (tokens.actorFor(key, "open311", address)) {
                    case Outcome.Done<Actor> done -> done;
                    case Outcome.Refused<Actor> refused ->
                        refused.reason().kind() == org.gongzhi.kernel.Refusal.Kind.SIGNED_OUT
                                ? Outcome.refused(Open311Refusal.KEY_INVALID)
                                : refused;
                };
    }

    private Outcome<GeoReport> hear(Placed placed, Map<String, String> said, Map<String, List<String>> answers) {
        FollowUpCode code = FollowUpCode.from(
                digests.keyed("open311 request", Ids.next().toString().getBytes(StandardCharsets.UTF_8)));
        byte[] digest = digests.codeDigest(code.value());
        Region place = placed.place();
        Region around = place.level() == Region.GRID && place.parent() != null ? regions.get(place.parent()) : place;
        String name = name(said);
        String phone = said.get("phone");
        return demands.raise(
                        Actor.resident(place.code(), around.subtree()),
                        new ResidentDemands.Said(
                                place.code(),
                                placed.service().code(),
                                said.getOrDefault("description", ""),
                                said.get("address_string"),
                                said.containsKey("lat") ? Double.valueOf(said.get("long")) : null,
                                said.containsKey("lat") ? Double.valueOf(said.get("lat")) : null,
                                name == null && phone == null,
                                name,
                                phone,
                                List.of(),
                                answers),
                        digest)
                .map(heard -> {
                    UUID id = transactions
                            .readWithCode(digest, () -> queries.opened(digest))
                            .orElseThrow();
                    record(placed, id);
                    String notice = words.word("open311.notice", heard.number(), code.shown())
                            + (said.containsKey("media_url") ? words.word("open311.no-media") : "");
                    return GeoReport.requests(List.of(
                            GeoReport.fields("service_request_id", id, "service_notice", notice, "account_id", "")));
                });
    }

    private void record(Placed placed, UUID id) {
        transactions
                .write(placed.machine(), () -> {
                    audit.record(
                            placed.machine(),
                            "open311.raise",
                            DemandId.SUBJECT,
                            id,
                            placed.place().code(),
                            null,
                            Map.of("service", placed.service().code()),
                            null);
                    return Outcome.done(id);
                })
                .orThrow();
    }

    /** Family name first, as here; null when neither is said. */
    private static @Nullable String name(Map<String, String> said) {
        String name = Stream.of("last_name", "first_name")
                .map(part -> said.getOrDefault(part, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining());
        return name.isEmpty() ? null : name;
    }
}
