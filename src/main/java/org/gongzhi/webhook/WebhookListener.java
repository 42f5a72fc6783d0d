package org.gongzhi.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandEvent.Snapshot;
import org.gongzhi.kernel.RegionCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Notes what happens to demands, in the transaction in which it happens, where anybody wants to be told. */
@Component
class WebhookListener {

    private final Outbox outbox;
    private final ObjectMapper json;

    WebhookListener(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @EventListener
    void on(DemandEvent event) {
        if (!outbox.isWanted()) {
            return;
        }
        switch (event) {
            case DemandEvent.Raised(Snapshot demand) ->
                outbox.add(List.of(message("demand.raised", demand, demand.raisedAt(), Map.of())));
            case DemandEvent.RaisedTogether(List<Snapshot> demands) ->
                outbox.add(demands.stream()
                        .map(demand -> message("demand.raised", demand, demand.raisedAt(), Map.of()))
                        .toList());
            case DemandEvent.Moved moved ->
                outbox.add(List.of(message(
                        "demand.moved",
                        moved.after(),
                        moved.at(),
                        Map.of(
                                "verb", moved.verb().code(),
                                "before", moved.before().status().code()))));
            case DemandEvent.Judged judged ->
                outbox.add(List.of(message(
                        "demand.judged",
                        judged.demand(),
                        judged.at(),
                        Map.of(
                                "contacted", judged.isContacted(),
                                "solved", judged.isSolved(),
                                "satisfaction", judged.satisfaction().code()))));
            case DemandEvent.TakenBack _, DemandEvent.Joined _, DemandEvent.BecameLate _ -> {
                // Follows from clocks everybody can read, or says nothing of the matter itself.
            }
        }
    }

    /** No title, no words, no place finer than its code, nobody's name. */
    private Outbox.Message message(String event, Snapshot demand, Instant at, Map<String, Object> more) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("event", event);
        told.put("at", at.toString());
        told.put("demand", demand.id().value().toString());
        told.put("region", new RegionCode(demand.region().community()).toString());
        told.put("node", demand.node().toString());
        told.put("kind", demand.kindCode());
        told.put("channel", demand.channel());
        told.put("status", demand.status().code());
        told.put("raisedAt", demand.raisedAt().toString());
        told.putAll(more);
        return new Outbox.Message(demand.region(), event, json.writeValueAsString(told), at);
    }
}
