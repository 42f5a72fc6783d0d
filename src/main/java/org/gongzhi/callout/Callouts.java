package org.gongzhi.callout;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.callout.Callout.Arrival;
import org.gongzhi.callout.Callout.Judgement;
import org.gongzhi.callout.Callout.Refused;
import org.gongzhi.callout.Callout.Task;
import org.gongzhi.callout.CalloutEvent.Grade;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Loads and saves whole call-outs, with what was said of them. */
@Repository
class Callouts {

    private final Sql sql;

    Callouts(Sql sql) {
        this.sql = sql;
    }

    Optional<Callout> find(CalloutId id) {
        return sql.of("select * from callout where id = :id")
                .bind("id", id.value())
                .optional(Callouts::callout);
    }

    Optional<Callout> lock(CalloutId id) {
        return sql.of("select * from callout where id = :id for no key update")
                .bind("id", id.value())
                .optional(Callouts::callout);
    }

    /** Those of a demand whose clocks run or stand still. */
    List<Callout> openOf(DemandId demand) {
        return sql.of(
                        "select * from callout where demand_id = :demand and ended_at is null order by id for no key update")
                .bind("demand", demand.value())
                .list(Callouts::callout);
    }

    /** Names of those already called and still at work. */
    List<String> stillCalled(DemandId demand, List<UUID> departments, List<String> names) {
        return sql.of("""
                        select name from callout where demand_id = :demand and ended_at is null
                          and (department_id = any (:departments) or (department_id is null and name = any (:names))) order by name""")
                .bind("demand", demand.value())
                .bindIds("departments", departments)
                .bindTexts("names", names)
                .list(row -> row.text("name"));
    }

    void addWhistle(UUID id, Task first, Actor actor, String reason, String words) {
        sql.of("""
                insert into callout_whistle (id, demand_id, region_code, node_code, reason_code, words, account_id, actor, at)
                values (:id, :demand, :region, :node, :reason, :words, :account, :actor, :at)
                """)
                .bind("id", id)
                .bind("demand", first.demand().value())
                .bind("region", first.region())
                .bind("node", first.node())
                .bind("reason", reason)
                .bind("words", words)
                .bind("account", actor.accountId())
                .bind("actor", nameOf(actor))
                .bind("at", first.calledAt())
                .update();
    }

    void add(Callout callout) {
        Task task = callout.task();
        sql.of("""
                insert into callout (id, whistle_id, demand_id, region_code, node_code, department_id, name, is_lead, words, status, called_at, arrive_due_at,
                    arrive_warn_at, due_at, warn_at)
                values (:id, :whistle, :demand, :region, :node, :department, :name, :lead, :words, :status, :calledAt, :arriveDue, :arriveWarn, :due, :warn)
                """)
                .bind("id", callout.id().value())
                .bind("whistle", task.whistle())
                .bind("demand", task.demand().value())
                .bind("region", task.region())
                .bind("node", task.node())
                .bind("department", task.department())
                .bind("name", task.name())
                .bind("lead", task.isLead())
                .bind("words", task.words())
                .bind("status", callout.status())
                .bind("calledAt", task.calledAt())
                .bind("arriveDue", callout.clock().arriveDueAt())
                .bind("arriveWarn", callout.clock().arriveWarnAt())
                .bind("due", callout.clock().dueAt())
                .bind("warn", callout.clock().warnAt())
                .update();
    }

    /** Writes what a decision changed; the version guards against anything that did not hold the lock. */
    void update(Callout callout) {
        Arrival arrival = callout.arrival();
        Judgement judgement = callout.judgement();
        int changed = sql.of("""
                update callout set version = version + 1, status = :status, arrive_due_at = :arriveDue, arrive_warn_at = :arriveWarn, due_at = :due,
                    warn_at = :warn, paused_at = :paused, arrived_at = :arrived, is_in_time = :inTime, refusal_code = :refusal, refusal_words = :refusalWords,
                    is_held = :held, ended_at = :ended, result = :result, grade = :grade, grade_words = :gradeWords, graded_at = :gradedAt, answer = :answer,
                    answered_at = :answeredAt
                where id = :id and version = :version
                """)
                .bind("id", callout.id().value())
                .bind("version", callout.version())
                .bind("status", callout.status())
                .bind("arriveDue", callout.clock().arriveDueAt())
                .bind("arriveWarn", callout.clock().arriveWarnAt())
                .bind("due", callout.clock().dueAt())
                .bind("warn", callout.clock().warnAt())
                .bind("paused", callout.clock().pausedAt())
                .bind("arrived", arrival == null ? null : arrival.at())
                .bind("inTime", arrival == null ? null : arrival.isInTime())
                .bind("refusal", callout.refused().reason())
                .bind("refusalWords", callout.refused().words())
                .bind("held", callout.refused().isHeld())
                .bind("ended", callout.endedAt())
                .bind("result", callout.result())
                .bind("grade", judgement == null ? null : judgement.grade())
                .bind("gradeWords", judgement == null ? null : judgement.words())
                .bind("gradedAt", judgement == null ? null : judgement.at())
                .bind("answer", judgement == null ? null : judgement.answer())
                .bind("answeredAt", judgement == null ? null : judgement.answeredAt())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("call-out " + callout.id() + " changed without its lock");
        }
    }

    void addNote(Actor actor, Callout callout, CalloutVerb verb, String words, List<UUID> files, Instant now) {
        sql.of("""
                insert into callout_note (id, callout_id, demand_id, region_code, at, verb, account_id, actor, words, file_ids)
                values (:id, :callout, :demand, :region, :at, :verb, :account, :actor, :words, :files)
                """)
                .bind("id", Ids.next())
                .bind("callout", callout.id().value())
                .bind("demand", callout.task().demand().value())
                .bind("region", callout.task().region())
                .bind("at", now)
                .bind("verb", verb)
                .bind("account", actor.accountId())
                .bind("actor", nameOf(actor))
                .bind("words", words)
                .bindIds("files", files)
                .update();
    }

    /** Who acted last, and when: for the sentence that tells of a crossed action. */
    Optional<LastNote> lastNote(CalloutId id) {
        return sql.of(
                        "select actor, at, verb from callout_note where callout_id = :id order by at desc, id desc limit 1")
                .bind("id", id.value())
                .optional(row -> new LastNote(row.text("actor"), row.at("at"), CalloutVerb.of(row.text("verb"))));
    }

    record LastNote(String actor, Instant at, CalloutVerb verb) {}

    /** Of those that ran out, what their to-dos are titled with; and that they ran out goes into what was said of them. */
    List<RunOut> runOut(List<UUID> callouts, Instant at) {
        sql.of("""
                insert into callout_note (id, callout_id, demand_id, region_code, at, verb, actor)
                select one.note, c.id, c.demand_id, c.region_code, :at, 'escalate', '时限'
                from unnest(:notes, :callouts) as one (note, callout) join callout c on c.id = one.callout
                """)
                .bind("at", at)
                .bindIds("notes", callouts.stream().map(_ -> Ids.next()).toList())
                .bindIds("callouts", callouts)
                .update();
        return sql.of("""
                        select c.id, c.name, d.title, d.kind_code from callout c join demand d on d.id = c.demand_id where c.id = any (:callouts)""")
                .bindIds("callouts", callouts)
                .list(row -> new RunOut(row.id("id"), row.text("name"), row.text("title"), row.text("kind_code")));
    }

    record RunOut(UUID id, String name, String title, String kindCode) {}

    static String nameOf(Actor actor) {
        return actor.nodeName().isEmpty() ? actor.name() : actor.name() + "（" + actor.nodeName() + "）";
    }

    static Callout callout(Sql.Row row) throws SQLException {
        return new Callout(
                new CalloutId(row.id("id")),
                row.whole("version"),
                new Task(
                        row.id("whistle_id"),
                        new DemandId(row.id("demand_id")),
                        row.region("region_code"),
                        row.region("node_code"),
                        row.idOrNull("department_id"),
                        row.text("name"),
                        row.yes("is_lead"),
                        row.text("words"),
                        row.at("called_at")),
                CalloutStatus.of(row.text("status")),
                new Callout.Clock(
                        row.at("arrive_due_at"),
                        row.at("arrive_warn_at"),
                        row.at("due_at"),
                        row.at("warn_at"),
                        row.atOrNull("paused_at")),
                arrival(row),
                new Refused(row.textOrNull("refusal_code"), row.textOrNull("refusal_words"), row.yes("is_held")),
                row.atOrNull("ended_at"),
                row.textOrNull("result"),
                judgement(row));
    }

    private static @Nullable Arrival arrival(Sql.Row row) throws SQLException {
        return row.atOrNull("arrived_at") == null ? null : new Arrival(row.at("arrived_at"), row.yes("is_in_time"));
    }

    private static @Nullable Judgement judgement(Sql.Row row) throws SQLException {
        String grade = row.textOrNull("grade");
        return grade == null
                ? null
                : new Judgement(
                        Grade.of(grade),
                        row.text("grade_words"),
                        row.at("graded_at"),
                        row.textOrNull("answer"),
                        row.atOrNull("answered_at"));
    }
}
