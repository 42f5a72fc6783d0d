package org.gongzhi.todo;

import java.util.Locale;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Page;
import org.gongzhi.todo.TodoQueries.Grouping;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The workbench's list. */
@RestController
@RequestMapping("/api/todos")
class TodoController {

    private static final int MOST = 100;

    private final Worklist worklist;

    TodoController(Worklist worklist) {
        this.worklist = worklist;
    }

    @GetMapping
    Worklist.Waiting waiting(
            @CurrentActor Actor actor,
            @RequestParam(defaultValue = "clock") String group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return worklist.waiting(actor, grouping(group), after, Math.clamp(limit, 1, MOST));
    }

    @GetMapping("/count")
    Worklist.Summary count(@CurrentActor Actor actor) {
        return worklist.count(actor);
    }

    @GetMapping("/handed-out")
    Page<Worklist.Item> handedOut(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        return worklist.handedOut(actor, after, Math.clamp(limit, 1, MOST));
    }

    /** Unknown groupings fall back to the one that matters. */
    private static Grouping grouping(String group) {
        return switch (group.toLowerCase(Locale.ROOT)) {
            case "kind" -> Grouping.KIND;
            case "place" -> Grouping.PLACE;
            default -> Grouping.CLOCK;
        };
    }
}
