package org.gongzhi.demand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.demand.DemandLookup.Extension;
import org.gongzhi.demand.DemandLookup.Situation;
import org.gongzhi.demand.DemandLookup.Transfer;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.todo.TodoEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** 办理经过: what was done about a demand, to which is only ever added, and what was asked for and waits for its answer. */
@Repository
class DemandSteps {

    private final Sql sql;
    private final Demands demands;

    DemandSteps(Sql sql, Demands demands) {
        this.sql = sql;
        this.demands = demands;
    }

    void add(Actor actor, DemandVerb verb, @Nullable DemandStatus from, Demand after, Note note, Instant now) {
        UUID id = Ids.next();
        sql.of("""
                insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, account_id, actor, node_code, department_id, to_name,
                    reason_code, words, public_words)
                values (:id, :demand, :region, :at, :verb, :from, :to, :account, :actor, :node, :department, :toName, :reason, :words, :publicWords)
                """)
                .bind("id", id)
                .bind("demand", after.id().value())
                .bind("region", after.origin().region())
                .bind("at", now)
                .bind("verb", verb)
                .bind("from", from)
                .bind("to", after.status())
                .bind("account", actor.accountId())
                .bind("actor", nameOf(actor))
                .bind("node", actor.isResident() ? after.origin().region() : actor.node())
                .bind("department", actor.departmentId())
                .bind("toName", note.toName())
                .bind("reason", note.reasonCode())
                .bind("words", note.words())
                .bind("publicWords", note.publicWords())
                .updateLater();
        if (!note.files().isEmpty()) {
            demands.addFiles(after, verb == DemandVerb.RAISE ? null : id, note.files());
        }
    }

    /** The hands change and nothing else; each history says whose they are now. */
    void handOver(TodoEvent.Passed passed) {
        Actor actor = passed.actor();
        sql.of("""
                with taken as (
                    update demand set handler_id = :to, version = version + 1 where id = any (:demands) and handler_id = :from
                    returning id, region_code, status)
                insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, account_id, actor, node_code, to_name, words)
                select n.id, t.id, t.region_code, :at, :verb, t.status, t.status, cast(:account as uuid), :actor, :node, :toName, :words
                  from taken t join unnest(:ids, :demands) as n (id, demand_id) on n.demand_id = t.id
                """)
                .bind("to", passed.to())
                .bind("from", passed.from())
                .bindIds("demands", passed.subjects())
                .bindIds("ids", passed.subjects().stream().map(_ -> Ids.next()).toList())
                .bind("at", passed.at())
                .bind("verb", DemandVerb.ASSIGN)
                .bind("account", actor.accountId())
                .bind("actor", nameOf(actor))
                .bind("node", actor.node())
                .bind("toName", passed.toName())
                .bind("words", "工作交接")
                .update();
    }

    /** Who acted last, and when: for the sentence that tells of a crossed action. */
    Optional<LastStep> lastStep(DemandId id) {
        return sql.of("select actor, at, verb from demand_step where demand_id = :id order by at desc, id desc limit 1")
                .bind("id", id.value())
                .optional(row -> new LastStep(row.text("actor"), row.at("at"), row.text("verb")));
    }

    record LastStep(String actor, Instant at, String verb) {}

    /** What waits for an answer, and whether this closing has had its own. */
    Situation situation(Demand demand) {
        return sql.of("""
                select t.id as transfer, t.direction, t.from_node, t.to_node, t.words as transfer_words, t.offered_at,
                       e.id as extension, e.asked_by, e.asked_due_at, e.words as extension_words, e.asked_at,
                       exists (select from demand_call_back where demand_id = :id and closing = :closing and is_valid) as is_judged
                from (select) demand
                left join demand_transfer t on t.demand_id = :id and t.ended_at is null
                left join demand_extension e on e.demand_id = :id and e.decided_at is null
                """)
                .bind("id", demand.id().value())
                .bind("closing", demand.marks().reopenCount())
                .one(row -> new Situation(
                        demand,
                        row.idOrNull("transfer") == null
                                ? null
                                : new Transfer(
                                        row.id("transfer"),
                                        row.text("direction"),
                                        row.region("from_node"),
                                        row.region("to_node"),
                                        row.text("transfer_words"),
                                        row.at("offered_at")),
                        row.idOrNull("extension") == null
                                ? null
                                : new Extension(
                                        row.id("extension"),
                                        row.id("asked_by"),
                                        row.at("asked_due_at"),
                                        row.text("extension_words"),
                                        row.at("asked_at")),
                        row.yes("is_judged")));
    }

    void offer(
            Demand demand,
            Actor actor,
            String direction,
            RegionCode to,
            @Nullable String reason,
            String words,
            Instant now) {
        sql.of("""
                insert into demand_transfer (id, demand_id, region_code, direction, from_node, to_node, reason_code, words, offered_at, offered_by)
                values (:id, :demand, :region, :direction, :from, :to, :reason, :words, :now, :by)
                """)
                .bind("id", Ids.next())
                .bind("demand", demand.id().value())
                .bind("region", demand.origin().region())
                .bind("direction", direction)
                .bind("from", demand.node())
                .bind("to", to)
                .bind("reason", reason)
                .bind("words", words)
                .bind("now", now)
                .bind("by", actor.account())
                .update();
    }

    /** Ends the open transfer, if there is one. */
    void endTransfer(DemandId id, String outcome, @Nullable String answer, Instant now) {
        sql.of("""
                update demand_transfer set ended_at = :now, outcome = :outcome, answer = :answer where demand_id = :id and ended_at is null
                """)
                .bind("id", id.value())
                .bind("now", now)
                .bind("outcome", outcome)
                .bind("answer", answer)
                .update();
    }

    void askExtension(Demand demand, Actor actor, Instant due, @Nullable String reason, String words, Instant now) {
        sql.of("""
                insert into demand_extension (id, demand_id, region_code, asked_by, asked_at, asked_due_at, reason_code, words)
                values (:id, :demand, :region, :by, :now, :due, :reason, :words)
                """)
                .bind("id", Ids.next())
                .bind("demand", demand.id().value())
                .bind("region", demand.origin().region())
                .bind("by", actor.account())
                .bind("now", now)
                .bind("due", due)
                .bind("reason", reason)
                .bind("words", words)
                .update();
    }

    void decideExtension(DemandId id, Actor actor, boolean isGranted, @Nullable String answer, Instant now) {
        sql.of("""
                update demand_extension set decided_by = :by, decided_at = :now, is_granted = :granted, answer = :answer
                where demand_id = :id and decided_at is null
                """)
                .bind("id", id.value())
                .bind("by", actor.account())
                .bind("now", now)
                .bind("granted", isGranted)
                .bind("answer", answer)
                .update();
    }

    /** What was asked and not answered when the matter ended or moved on. */
    void withdrawPending(DemandId id, Instant now) {
        sql.of("""
                with ended as (
                    update demand_transfer set ended_at = :now, outcome = 'withdrawn', answer = null where demand_id = :id and ended_at is null)
                update demand_extension set decided_at = :now, is_granted = false where demand_id = :id and decided_at is null
                """).bind("id", id.value()).bind("now", now).updateLater();
    }

    /** Others are called to it ({@code calls} &gt; 0), or have ended their part. Leaves the version alone. */
    void addCalls(Demand demand, List<UUID> departments, int calls) {
        sql.of("""
                update demand set open_calls = open_calls + :calls,
                    called_departments = array(select distinct unnest(called_departments || cast(:departments as uuid[])) order by 1)
                where id = :id
                """)
                .bind("id", demand.id().value())
                .bindIds("departments", departments)
                .bind("calls", calls)
                .update();
    }

    /** Departments that were ever called to it; each goes on seeing it. */
    Set<UUID> calledTo(DemandId id) {
        return sql
                .of("select unnest(called_departments) as department from demand where id = :id")
                .bind("id", id.value())
                .list(row -> row.id("department"))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Kept until it is taken back, and after. */
    void addMerge(DemandDraft.Stood stood, Demand before, Demand lead, Actor actor, Instant now) {
        sql.of("""
                insert into demand_merge (id, demand_id, into_id, region_code, merged_at, merged_by, status, resume_status, paused_at, review_on, todo_ids)
                values (:id, :demand, :into, :region, :now, :by, :status, :resume, :pausedAt, :reviewOn, :todos)
                """)
                .bind("id", Ids.next())
                .bind("demand", before.id().value())
                .bind("into", lead.id().value())
                .bind("region", before.origin().region())
                .bind("now", now)
                .bind("by", actor.account())
                .bind("status", stood.status())
                .bind("resume", stood.resumeStatus())
                .bind("pausedAt", stood.pausedAt())
                .bind("reviewOn", stood.reviewOn())
                .bindIds("todos", stood.waiting())
                .updateLater();
    }

    /** How it stood when it was merged; what came with its history from elsewhere is taken to have been accepted. */
    DemandDraft.Stood stoodBefore(Demand merged) {
        return sql.of(
                        "select status, resume_status, paused_at, review_on, todo_ids::text[] as todo_ids from demand_merge where demand_id = :id and unmerged_at is null")
                .bind("id", merged.id().value())
                .optional(row -> {
                    String resume = row.textOrNull("resume_status");
                    return new DemandDraft.Stood(
                            DemandStatus.of(row.text("status")),
                            resume == null ? null : DemandStatus.of(resume),
                            row.atOrNull("paused_at"),
                            row.onOrNull("review_on"),
                            row.texts("todo_ids").stream().map(UUID::fromString).toList());
                })
                .orElseGet(() -> new DemandDraft.Stood(
                        merged.marks().acceptedAt() == null ? DemandStatus.RAISED : DemandStatus.ACCEPTED,
                        null,
                        null,
                        null,
                        List.of()));
    }

    void endMerge(Demand merged, Actor actor, String why, Instant now) {
        sql.of("""
                update demand_merge set unmerged_at = :now, unmerged_by = :by, why = :why where demand_id = :id and unmerged_at is null
                """)
                .bind("id", merged.id().value())
                .bind("now", now)
                .bind("by", actor.account())
                .bind("why", why)
                .updateLater();
    }

    /** Whether the person concerned, or a call-back, has spoken since. */
    boolean isJudgedSince(Demand demand, Instant since) {
        return sql.of("select count(*) from demand_call_back where demand_id = :id and is_valid and at >= :since")
                        .bind("id", demand.id().value())
                        .bind("since", since)
                        .count()
                > 0;
    }

    private static String nameOf(Actor actor) {
        return actor.nodeName().isEmpty() ? actor.name() : actor.name() + "（" + actor.nodeName() + "）";
    }
}
