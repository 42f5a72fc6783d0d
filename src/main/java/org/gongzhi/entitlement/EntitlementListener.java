package org.gongzhi.entitlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.TodoEvent;
import org.gongzhi.todo.Todos;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was not answered in time goes up: whoever decides above has it on their list, with a term of its own, and may answer it. */
@Component
class EntitlementListener {

    private static final Actor WORKER = Actor.worker("时限");

    private final Entitlements entitlements;
    private final DemandLookup demands;
    private final RegionLookup regions;
    private final Todos todos;

    EntitlementListener(Entitlements entitlements, DemandLookup demands, RegionLookup regions, Todos todos) {
        this.entitlements = entitlements;
        this.demands = demands;
        this.regions = regions;
        this.todos = todos;
    }

    /** In the escalation's own transaction. The highest level, late itself, has it already. */
    @EventListener
    void on(TodoEvent.Escalated escalated) {
        List<TodoEvent.Item> ours = escalated.items().stream()
                .filter(item -> item.subjectKind().equals(Entitlement.SUBJECT)
                        && item.step().equals(AskEntitlement.ANSWER)
                        && !item.superiorNode().equals(item.node()))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        Map<UUID, Entitlement> open =
                entitlements
                        .unanswered(ours.stream()
                                .map(TodoEvent.Item::subjectId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Entitlement::id, asked -> asked));
        Map<RegionCode, Due> dues = new HashMap<>();
        List<NewTodo> opened = new ArrayList<>();
        for (TodoEvent.Item item : ours) {
            Entitlement asked = open.get(item.subjectId());
            if (asked != null) {
                Due due = due(item, dues, escalated.at());
                demands.find(new DemandId(asked.demand()))
                        .map(demand -> AskEntitlement.todo(
                                asked, demand, item.superiorNode(), late(item), due, escalated.at()))
                        .ifPresent(opened::add);
            }
        }
        todos.openAll(WORKER, opened);
    }

    private Due due(TodoEvent.Item item, Map<RegionCode, Due> dues, Instant now) {
        return dues.computeIfAbsent(
                item.superiorNode(), node -> todos.due(node, Entitlement.SUBJECT, AskEntitlement.ANSWER, "*", now));
    }

    private String late(TodoEvent.Item item) {
        return regions.get(item.node()).name() + "超期未答复，请督促或代为答复";
    }
}
