package org.gongzhi.demand;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.TodoEvent;
import org.gongzhi.todo.Todos;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the passing of time does to demands: it makes open ones late, and takes overdue to-dos one level up as a to-do to supervise. Both in sets, both safe
 * on several nodes at once.
 */
@Component
class DemandClock {

    private static final int BATCH = 1000;
    private static final Actor WORKER = Actor.worker("时限");

    private final Transactions transactions;
    private final Sql sql;
    private final Todos todos;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemandClock(Transactions transactions, Sql sql, Todos todos, ApplicationEventPublisher events, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.todos = todos;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> markLateDemands() {
        return Tasks.recurring("mark-late-demands", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((_, _) -> markLate());
    }

    @Bean
    RecurringTask<Void> fileSilentDemands(CallBackDemand callBacks) {
        return Tasks.recurring("file-silent-demands", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> callBacks.fileSilent());
    }

    /** Marks every open demand whose due time has passed, in batches; how many. On the due instant itself it is in time, as {@link org.gongzhi.kernel.Lamp} says. */
    int markLate() {
        int marked = 0;
        int batch;
        do {
            batch = transactions
                    .write(WORKER, () -> Outcome.done(markBatch(Time.now(clock))))
                    .orThrow();
            marked += batch;
        } while (batch == BATCH);
        return marked;
    }

    private int markBatch(Instant now) {
        List<DemandEvent.Snapshot> late = sql.of("""
                with due as (
                    select id from demand
                    where due_at < :now and status in ('raised','accepted','assigned','handling','verifying') and not is_late
                    order by due_at, id limit :batch for update skip locked)
                update demand d set is_late = true from due where d.id = due.id
                returning d.id, d.region_code, d.node_code, d.kind_code, d.channel, d.status, d.raised_at
                """)
                .bind("now", now)
                .bind("batch", BATCH)
                .list(row -> new DemandEvent.Snapshot(
                        new DemandId(row.id("id")),
                        row.region("region_code"),
                        row.region("node_code"),
                        row.text("kind_code"),
                        row.text("channel"),
                        DemandStatus.of(row.text("status")),
                        true,
                        row.at("raised_at")));
        if (!late.isEmpty()) {
            events.publishEvent(new DemandEvent.BecameLate(late, now));
        }
        return late.size();
    }

    /** Overdue to-dos went up: their history says so, and the node above gets a to-do to supervise. In the escalation's own transaction. */
    @EventListener
    void on(TodoEvent.Escalated escalated) {
        List<TodoEvent.Item> ours = escalated.items().stream()
                .filter(item -> item.subjectKind().equals(DemandId.SUBJECT))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        writeSteps(ours, escalated.at());
        Map<UUID, Titled> titles = titles(ours);
        Map<RegionCode, Due> dues = new HashMap<>();
        Map<String, NewTodo> opened = new LinkedHashMap<>();
        for (TodoEvent.Item item : ours) {
            Titled titled = titles.get(item.subjectId());
            if (titled != null) {
                opened.putIfAbsent(
                        item.subjectId() + "@" + item.superiorNode(), supervise(item, titled, dues, escalated.at()));
            }
        }
        todos.openAll(WORKER, List.copyOf(opened.values()));
    }

    private record Titled(String title, String kindCode) {}

    private NewTodo supervise(TodoEvent.Item item, Titled titled, Map<RegionCode, Due> dues, Instant now) {
        Due due = dues.computeIfAbsent(
                item.superiorNode(), node -> todos.due(node, DemandId.SUBJECT, "supervise", "*", now));
        return new NewTodo(
                DemandId.SUBJECT,
                item.subjectId(),
                "supervise",
                item.region(),
                item.superiorNode(),
                null,
                null,
                titled.kindCode(),
                titled.title(),
                "超期，等您督办",
                now,
                due.dueAt(),
                due.warnAt());
    }

    private void writeSteps(List<TodoEvent.Item> items, Instant at) {
        sql.of("""
                insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, actor, node_code, to_name, words)
                select item.id, d.id, d.region_code, :at, 'escalate', d.status, d.status, '时限', item.node, r.name, ''
                from unnest(:ids, :demands, :nodes, :superiors) as item (id, demand_id, node, superior)
                join demand d on d.id = item.demand_id join region r on r.code = item.superior
                """)
                .bind("at", at)
                .bindIds("ids", items.stream().map(_ -> Ids.next()).toList())
                .bindIds(
                        "demands", items.stream().map(TodoEvent.Item::subjectId).toList())
                .bindLongs(
                        "nodes", items.stream().map(item -> item.node().value()).toList())
                .bindLongs(
                        "superiors",
                        items.stream().map(item -> item.superiorNode().value()).toList())
                .update();
    }

    private Map<UUID, Titled> titles(List<TodoEvent.Item> items) {
        Map<UUID, Titled> titles = new HashMap<>();
        sql.of("select id, title, kind_code from demand where id = any (:ids)")
                .bindIds(
                        "ids",
                        items.stream().map(TodoEvent.Item::subjectId).distinct().toList())
                .list(row -> titles.put(row.id("id"), new Titled(row.text("title"), row.text("kind_code"))));
        return titles;
    }
}
