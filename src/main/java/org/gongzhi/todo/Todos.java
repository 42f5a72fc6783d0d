package org.gongzhi.todo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The to-do list for those who own the matters: everything here runs in the caller's transaction and sees what the caller's scope sees. Nothing but
 * {@link #resume} and {@link #extend} moves a due time.
 */
@Component
public class Todos {

    private final Sql sql;
    private final ClockRules rules;
    private final BusinessCalendar calendar;
    private final Clock clock;

    Todos(Sql sql, ClockRules rules, BusinessCalendar calendar, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * When a step that starts at {@code from} must be done, by the rule that holds there and then.
     *
     * @throws IllegalStateException when no rule covers it: the nation-wide defaults are part of the schema, so this is a mistake in the step's name
     */
    public Due due(RegionCode region, String subject, String step, String clazz, Instant from) {
        return rules.holding(region, subject, step, clazz, LocalDate.ofInstant(from, Time.ZONE))
                .orElseThrow(() -> new IllegalStateException(
                        "no clock rule for " + subject + " " + step + " " + clazz + " at " + region + " on " + from))
                .startedAt(from, calendar, isEnglish());
    }

    /** The rule a running clock started with, as people read it: 水电气热类 24 小时. */
    public String inWords(UUID ruleId) {
        return rules.find(ruleId)
                .orElseThrow(() -> new IllegalStateException("no clock rule " + ruleId))
                .inWords(isEnglish());
    }

    /** From when on a time that was granted later is called soon, by the rule the clock started with. */
    public Instant warnAt(UUID ruleId, Instant from, Instant dueAt) {
        return rules.find(ruleId)
                .orElseThrow(() -> new IllegalStateException("no clock rule " + ruleId))
                .warnAt(from, dueAt);
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** As people cite it: 规则 v3. */
    public int ruleVersion(UUID ruleId) {
        return rules.find(ruleId)
                .orElseThrow(() -> new IllegalStateException("no clock rule " + ruleId))
                .version();
    }

    /** Opens one; two open to-dos for the same step of the same matter at the same place are a mistake and fail. */
    public UUID open(Actor actor, NewTodo todo) {
        UUID id = Ids.next();
        sql.of("""
                insert into todo (id, subject_kind, subject_id, step, region_code, node_code, department_id, account_id, kind_code, title, note, from_node,
                                  opened_at, due_at, warn_at)
                values (:id, :subjectKind, :subjectId, :step, :region, :node, :department, :account, :kindCode, :title, :note, :from,
                        :openedAt, :dueAt, :warnAt)
                """)
                .bind("id", id)
                .bind("subjectKind", todo.subjectKind())
                .bind("subjectId", todo.subjectId())
                .bind("step", todo.step())
                .bind("region", todo.region())
                .bind("node", todo.node())
                .bind("department", todo.department())
                .bind("account", todo.account())
                .bind("kindCode", todo.kindCode())
                .bind("title", todo.title())
                .bind("note", todo.note())
                .bind("from", handedOutBy(actor))
                .bind("openedAt", todo.openedAt())
                .bind("dueAt", todo.dueAt())
                .bind("warnAt", todo.warnAt())
                .updateLater();
        return id;
    }

    /** Opens many in one statement, for reactions to a batch; those that are open already stay as they are. Returns how many are new. */
    public int openAll(Actor actor, List<NewTodo> todos) {
        return openAll(todos, _ -> handedOutBy(actor));
    }

    /** The same, for loaders: {@code from} tells which node handed it out, by its code. */
    public int openAll(List<NewTodo> todos, Function<NewTodo, @Nullable Long> from) {
        return sql.of("""
                insert into todo (id, subject_kind, subject_id, step, region_code, node_code, department_id, account_id, kind_code, title, note, from_node,
                                  opened_at, due_at, warn_at)
                select t.id, t.subject_kind, t.subject_id, t.step, t.region_code, t.node_code, t.department_id, t.account_id, t.kind_code, t.title, t.note,
                       t.from_node, t.opened_at::timestamptz, t.due_at::timestamptz, t.warn_at::timestamptz
                from unnest(:ids, :subjectKinds, :subjectIds, :steps, :regions, :nodes, :departments, :accounts, :kindCodes, :titles, :notes,
                            :openedAts, :dueAts, :warnAts, :froms)
                     as t (id, subject_kind, subject_id, step, region_code, node_code, department_id, account_id, kind_code, title, note,
                           opened_at, due_at, warn_at, from_node)
                on conflict do nothing
                """)
                .bindIds("ids", todos.stream().map(_ -> Ids.next()).toList())
                .bindTexts(
                        "subjectKinds", todos.stream().map(NewTodo::subjectKind).toList())
                .bindIds("subjectIds", todos.stream().map(NewTodo::subjectId).toList())
                .bindTexts("steps", todos.stream().map(NewTodo::step).toList())
                .bindLongs(
                        "regions",
                        todos.stream().map(todo -> todo.region().value()).toList())
                .bindLongs(
                        "nodes", todos.stream().map(todo -> todo.node().value()).toList())
                .bindIds("departments", orNull(todos, NewTodo::department))
                .bindIds("accounts", orNull(todos, NewTodo::account))
                .bindTexts("kindCodes", orNull(todos, NewTodo::kindCode))
                .bindTexts("titles", todos.stream().map(NewTodo::title).toList())
                .bindTexts("notes", todos.stream().map(NewTodo::note).toList())
                .bindLongs("froms", orNull(todos, from))
                .bindTexts(
                        "openedAts",
                        todos.stream().map(todo -> todo.openedAt().toString()).toList())
                .bindTexts(
                        "dueAts",
                        todos.stream().map(todo -> todo.dueAt().toString()).toList())
                .bindTexts(
                        "warnAts",
                        todos.stream().map(todo -> todo.warnAt().toString()).toList())
                .update();
    }

    /** When the next open step of a matter is due; null when none is due before the time given, or all stand still. */
    public @Nullable Instant nextDue(String subjectKind, UUID subjectId, Instant before) {
        return sql.of("""
                select due_at from todo
                 where subject_kind = :subjectKind and subject_id = :subjectId and closed_at is null and paused_at is null and due_at < :before
                 order by due_at, id limit 1""")
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .bind("before", before)
                .optional(row -> row.at("due_at"))
                .orElse(null);
    }

    /** Closes the open to-dos of a matter; without steps, all of them. */
    public void settle(Actor actor, String subjectKind, UUID subjectId, String... steps) {
        sql.of("""
                update todo set closed_at = :now, closed_by = :by, paused_at = null, review_on = null
                where subject_kind = :subjectKind and subject_id = :subjectId and closed_at is null
                  and (cardinality(:steps) = 0 or step = any (:steps))
                """)
                .bind("now", Time.now(clock))
                .bind("by", actor.accountId())
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .bindTexts("steps", List.of(steps))
                .updateLater();
    }

    /** 挂账: the clocks of the matter stand still until somebody looks again. What is paused already keeps its beginning. */
    public int pause(String subjectKind, UUID subjectId, LocalDate reviewOn) {
        return sql.of("""
                update todo set paused_at = coalesce(paused_at, :now), review_on = :reviewOn
                where subject_kind = :subjectKind and subject_id = :subjectId and closed_at is null
                """)
                .bind("now", Time.now(clock))
                .bind("reviewOn", reviewOn)
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .update();
    }

    /** The clocks run on with what was left: due and warning move by the time they stood still, natural time also where the rule counts working days. */
    public int resume(String subjectKind, UUID subjectId, Duration pausedFor) {
        if (pausedFor.isNegative()) {
            throw new IllegalArgumentException("paused for " + pausedFor);
        }
        return sql.of("""
                update todo set due_at = due_at + :seconds * interval '1 second', warn_at = warn_at + :seconds * interval '1 second',
                                paused_at = null, review_on = null
                where subject_kind = :subjectKind and subject_id = :subjectId and closed_at is null and paused_at is not null
                """)
                .bind("seconds", pausedFor.toNanos() / 1e9)
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .update();
    }

    /** 延期 as granted: new times for the matter's open to-dos of these steps (none: all). What was late and is given time again may be escalated again. */
    public int extend(String subjectKind, UUID subjectId, Instant dueAt, Instant warnAt, String... steps) {
        return sql.of("""
                update todo set due_at = :dueAt, warn_at = :warnAt, escalated_at = case when :dueAt > :now then null else escalated_at end
                where subject_kind = :subjectKind and subject_id = :subjectId and closed_at is null
                  and (cardinality(:steps) = 0 or step = any (:steps))
                """)
                .bind("dueAt", dueAt)
                .bind("warnAt", warnAt)
                .bind("now", Time.now(clock))
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .bindTexts("steps", List.of(steps))
                .update();
    }

    /** Somebody else's turn, with the time that is left. */
    public int reassign(
            String subjectKind,
            UUID subjectId,
            String step,
            RegionCode node,
            @Nullable UUID department,
            @Nullable UUID account) {
        return sql.of("""
                update todo set node_code = :node, department_id = :department, account_id = :account
                where subject_kind = :subjectKind and subject_id = :subjectId and step = :step and closed_at is null
                """)
                .bind("node", node)
                .bind("department", department)
                .bind("account", account)
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .bind("step", step)
                .update();
    }

    /** Where it stands now, in words: 热力公司已接单，等待上门结果. */
    public int retitle(String subjectKind, UUID subjectId, String note) {
        return sql.of("""
                update todo set note = :note where subject_kind = :subjectKind and subject_id = :subjectId and closed_at is null
                """)
                .bind("note", note)
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .update();
    }

    /** Takes the oldest overdue to-dos nobody else is taking just now; what is taken counts as escalated if the transaction holds. */
    List<Overdue> takeOverdue(Instant now, int limit) {
        return sql
                .of("""
                with taken as materialized (
                    select id from todo
                    where closed_at is null and paused_at is null and escalated_at is null and due_at < :now
                    order by due_at, id
                    limit :limit
                    for update skip locked)
                update todo t set escalated_at = :now from taken where t.id = taken.id
                returning t.id, t.subject_kind, t.subject_id, t.step, t.region_code, t.node_code, t.due_at
                """)
                .bind("now", now)
                .bind("limit", limit)
                .list(row -> new Overdue(
                        row.id("id"),
                        row.text("subject_kind"),
                        row.id("subject_id"),
                        row.text("step"),
                        row.region("region_code"),
                        row.region("node_code"),
                        row.at("due_at")))
                .stream()
                .sorted(Comparator.comparing(Overdue::dueAt).thenComparing(Overdue::id))
                .toList();
    }

    record Overdue(
            UUID id,
            String subjectKind,
            UUID subjectId,
            String step,
            RegionCode region,
            RegionCode node,
            Instant dueAt) {}

    private static @Nullable Long handedOutBy(Actor actor) {
        return actor.accountId() == null ? null : actor.node().value();
    }

    private static <T> List<@Nullable T> orNull(List<NewTodo> todos, Function<NewTodo, @Nullable T> part) {
        return todos.stream().<@Nullable T>map(part).toList();
    }
}
