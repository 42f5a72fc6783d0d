package org.gongzhi.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandDictionary.KindAt;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Words;
import org.gongzhi.question.Answered;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes over many demands that another line heard, inside the caller's transaction. Each enters as a registration does (number, clock by rule, first step, to-do,
 * audit entry, figures), but all in a handful of statements; what its time has run out for is late from the beginning. The caller has asked whether the actor may, and has checked every value.
 */
@Component
public class DemandIntake {

    private static final String CHANNEL = "hotline";

    /**
     * One demand as the other line tells it.
     *
     * @param region a grid, a community, or a street where no community is known
     * @param kind a code of the dictionary in use there
     * @param dueAt by when the other line wants it done; the rule's own time when null
     * @param answers to what is asked of the kind besides, checked
     * @param note where it came from, for colleagues
     */
    public record Heard(
            UUID id,
            RegionCode region,
            String kind,
            String words,
            @Nullable String title,
            String place,
            @Nullable UUID contact,
            Instant calledAt,
            @Nullable Instant dueAt,
            List<Answered> answers,
            String note) {}

    /** What the other line says in addition. */
    public record More(UUID demand, String words) {}

    private final DemandArchive archive;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final Todos todos;
    private final Audit audit;
    private final Sql sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemandIntake(
            DemandArchive archive,
            DemandDictionary dictionary,
            RegionLookup regions,
            Todos todos,
            Audit audit,
            Sql sql,
            ApplicationEventPublisher events,
            Clock clock) {
        this.archive = archive;
        this.dictionary = dictionary;
        this.regions = regions;
        this.todos = todos;
        this.audit = audit;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    public void hear(Actor actor, List<Heard> heard) {
        if (heard.isEmpty()) {
            return;
        }
        Instant now = Time.now(clock);
        LocalDate today = LocalDate.ofInstant(now, Time.ZONE);
        Map<KindAt, String> classes = dictionary.classesOf(heard.stream()
                .map(each -> new KindAt(each.kind(), each.region(), today))
                .collect(Collectors.toSet()));
        List<PastDemand> demands =
                heard.stream().map(each -> demand(actor, each, classes, now)).toList();
        archive.demands(demands, false);
        archive.steps(demands);
        todos.openAll(
                actor,
                demands.stream().map(demand -> todo(demand, classes, now)).toList());
        audit.recordAll(
                actor,
                "demand.raise",
                DemandId.SUBJECT,
                demands.stream()
                        .map(demand -> new Audit.Deed(demand.id(), demand.region(), facts(demand)))
                        .toList());
        events.publishEvent(new DemandEvent.RaisedTogether(
                demands.stream().map(demand -> snapshot(demand, false)).toList()));
        List<DemandEvent.Snapshot> late = demands.stream()
                .filter(PastDemand::isLate)
                .map(demand -> snapshot(demand, true))
                .toList();
        if (!late.isEmpty()) {
            events.publishEvent(new DemandEvent.BecameLate(late, now));
        }
    }

    /** Adds to the history of demands that the caller sees; those it does not see are passed over. Returns how many were there. */
    public int addWords(Actor actor, List<More> more) {
        Instant now = Time.now(clock);
        return sql.of("""
                insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, account_id, actor, node_code, words)
                select m.id, d.id, d.region_code, :now, 'add_words', d.status, d.status, :account, :actor, :node, m.words
                from unnest(:ids, :demands, :words) as m (id, demand, words) join demand d on d.id = m.demand""")
                .bind("now", now)
                .bind("account", actor.accountId())
                .bind("actor", named(actor))
                .bind("node", actor.node())
                .bindIds("ids", more.stream().map(_ -> Ids.next()).toList())
                .bindIds("demands", more.stream().map(More::demand).toList())
                .bindTexts("words", more.stream().map(More::words).toList())
                .update();
    }

    private PastDemand demand(Actor actor, Heard heard, Map<KindAt, String> classes, Instant now) {
        Region region = regions.get(heard.region());
        RegionCode node = region.level() == Region.GRID && region.parent() != null ? region.parent() : region.code();
        Due due = todos.due(
                heard.region(),
                DemandId.SUBJECT,
                "settle",
                classOf(classes, heard.kind(), heard.region(), now),
                heard.calledAt());
        Instant dueAt = heard.dueAt() == null ? due.dueAt() : heard.dueAt();
        var step = new PastDemand.Step(
                now,
                DemandVerb.RAISE,
                null,
                DemandStatus.RAISED,
                actor.accountId(),
                named(actor),
                actor.node(),
                actor.departmentId(),
                null,
                null,
                heard.note(),
                regions.get(node).name() + "收到了您反映的事");
        return new PastDemand(
                heard.id(),
                heard.region(),
                heard.title() == null ? Words.headline(heard.words()) : heard.title(),
                heard.words(),
                heard.kind(),
                CHANNEL,
                heard.place(),
                null,
                null,
                heard.contact() == null,
                heard.contact(),
                heard.calledAt(),
                actor.accountId(),
                DemandStatus.RAISED,
                now,
                null,
                node,
                node,
                null,
                null,
                null,
                null,
                null,
                null,
                due.ruleId(),
                dueAt,
                warnAt(due, heard.dueAt()),
                null,
                null,
                dueAt.isBefore(now),
                null,
                null,
                0,
                0,
                false,
                heard.answers(),
                List.of(step),
                List.of(),
                null);
    }

    /** The other line's own time is called soon as long before its end as the rule's would be, but not before the call. */
    private static Instant warnAt(Due due, @Nullable Instant asked) {
        return asked == null ? due.warnAt() : asked.minus(java.time.Duration.between(due.warnAt(), due.dueAt()));
    }

    /** As it is offered there when it is heard here. */
    private static String classOf(Map<KindAt, String> classes, String kind, RegionCode region, Instant heardAt) {
        return classes.getOrDefault(new KindAt(kind, region, LocalDate.ofInstant(heardAt, Time.ZONE)), "ordinary");
    }

    private NewTodo todo(PastDemand demand, Map<KindAt, String> classes, Instant now) {
        Due due = todos.due(
                demand.region(),
                DemandId.SUBJECT,
                "accept",
                classOf(classes, demand.kind(), demand.region(), now),
                now);
        return new NewTodo(
                DemandId.SUBJECT,
                demand.id(),
                "accept",
                demand.region(),
                demand.node(),
                null,
                null,
                demand.kind(),
                demand.title(),
                "",
                now,
                due.dueAt(),
                due.warnAt());
    }

    private static Map<String, Object> facts(PastDemand demand) {
        return Map.of(
                "version", 0,
                "status", demand.status().code(),
                "node", demand.node().toString(),
                "dueAt", demand.dueAt().toString());
    }

    private static DemandEvent.Snapshot snapshot(PastDemand demand, boolean isLate) {
        return new DemandEvent.Snapshot(
                new DemandId(demand.id()),
                demand.region(),
                demand.node(),
                demand.kind(),
                demand.channel(),
                demand.status(),
                isLate,
                demand.raisedAt());
    }

    private static String named(Actor actor) {
        return actor.nodeName().isEmpty() ? actor.name() : actor.name() + "（" + actor.nodeName() + "）";
    }
}
