package org.gongzhi.suggestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.TodoEvent;
import org.gongzhi.todo.Todos;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was not answered in time goes up: whoever works above has it on their list, with a term of its own, and may answer it. */
@Component
class SuggestionListener {

    private static final Actor WORKER = Actor.worker("时限");

    private final Suggestions suggestions;
    private final RegionLookup regions;
    private final Todos todos;

    SuggestionListener(Suggestions suggestions, RegionLookup regions, Todos todos) {
        this.suggestions = suggestions;
        this.regions = regions;
        this.todos = todos;
    }

    /** In the escalation's own transaction. The highest level, late itself, has it already. */
    @EventListener
    void on(TodoEvent.Escalated escalated) {
        List<TodoEvent.Item> ours = escalated.items().stream()
                .filter(item -> item.subjectKind().equals(SuggestionId.SUBJECT)
                        && item.step().equals(Suggest.ANSWER)
                        && !item.superiorNode().equals(item.node()))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        Map<UUID, Suggestion> open =
                suggestions
                        .unanswered(ours.stream()
                                .map(TodoEvent.Item::subjectId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(said -> said.id().value(), said -> said));
        Map<RegionCode, Due> dues = new HashMap<>();
        List<NewTodo> opened = new ArrayList<>();
        for (TodoEvent.Item item : ours) {
            Suggestion said = open.get(item.subjectId());
            if (said != null) {
                opened.add(above(item, said, dues, escalated.at()));
            }
        }
        todos.openAll(WORKER, opened);
    }

    private NewTodo above(TodoEvent.Item item, Suggestion said, Map<RegionCode, Due> dues, Instant now) {
        Due due = dues.computeIfAbsent(
                item.superiorNode(), node -> todos.due(node, SuggestionId.SUBJECT, Suggest.ANSWER, "*", now));
        return new NewTodo(
                SuggestionId.SUBJECT,
                item.subjectId(),
                Suggest.ANSWER,
                item.region(),
                item.superiorNode(),
                null,
                null,
                null,
                Suggest.title(said),
                regions.get(item.node()).name() + "超期未答复，请督促或代为答复",
                now,
                due.dueAt(),
                due.warnAt());
    }
}
