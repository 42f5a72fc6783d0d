package org.gongzhi.entitlement;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of requests, and what is done to a case by them. Inside the caller's transaction. */
@Repository
class Entitlements {

    private static final String COLUMNS =
            "id, demand_id, region_code, node_code, kind, asked_at, due_at, warn_at, answered_at, answerer, ground";

    private final Sql sql;

    Entitlements(Sql sql) {
        this.sql = sql;
    }

    /** False while one of the kind waits for its answer. */
    boolean add(Entitlement asked) {
        return sql.of("""
                        insert into entitlement (id, demand_id, region_code, node_code, kind, asked_at, due_at, warn_at)
                        values (:id, :demand, :region, :node, :kind, :askedAt, :dueAt, :warnAt) on conflict do nothing""")
                        .bind("id", asked.id())
                        .bind("demand", asked.demand())
                        .bind("region", asked.region())
                        .bind("node", asked.node())
                        .bind("kind", asked.kind().code())
                        .bind("askedAt", asked.askedAt())
                        .bind("dueAt", asked.dueAt())
                        .bind("warnAt", asked.warnAt())
                        .update()
                == 1;
    }

    Optional<Entitlement> find(UUID id) {
        return sql.of("select " + COLUMNS + " from entitlement where id = :id")
                .bind("id", id)
                .optional(Entitlements::entitlement);
    }

    /** Latest first. */
    List<Entitlement> ofCase(UUID demand) {
        return sql.of("select " + COLUMNS
                        + " from entitlement where demand_id = :demand order by asked_at desc, id desc limit 100")
                .bind("demand", demand)
                .list(Entitlements::entitlement);
    }

    void answer(Actor actor, UUID id, Entitlement.Answer answer) {
        sql.of(
                        "update entitlement set answered_at = :at, answerer_id = :account, answerer = :by, ground = :ground where id = :id and answered_at is null")
                .bind("at", answer.at())
                .bind("account", actor.account())
                .bind("by", answer.by())
                .bind("ground", answer.ground() == null ? null : answer.ground().code())
                .bind("id", id)
                .update();
    }

    boolean isOnHold(UUID demand) {
        return sql.of("select count(*) from demand_hold where demand_id = :demand and lifted_at is null")
                        .bind("demand", demand)
                        .count()
                > 0;
    }

    /** Whoever works on the other still needs what its reporter said. */
    boolean isMergedIntoOpen(UUID demand) {
        return sql.of("""
                        select count(*) from demand d join demand o on o.id = d.merged_into_id
                        where d.id = :demand and o.status not in ('settled', 'declined', 'merged')""").bind("demand", demand).count() > 0;
    }

    /** Those of them that wait for an answer. */
    List<Entitlement> unanswered(List<UUID> ids) {
        return sql.of("select " + COLUMNS + " from entitlement where id = any (:ids) and answered_at is null")
                .bindIds("ids", ids)
                .list(Entitlements::entitlement);
    }

    /** Its term is over: nothing in it names anybody any more. */
    boolean isNameless(UUID demand) {
        return sql.of("select count(*) from demand where id = :demand and anonymized_at is not null")
                        .bind("demand", demand)
                        .count()
                > 0;
    }

    /** The coming night takes out of it what names people, whatever its term. */
    void erase(UUID demand, Instant now) {
        sql.of("update demand set erasure_at = :now where id = :demand and erasure_at is null")
                .bind("now", now)
                .bind("demand", demand)
                .update();
    }

    /** The contact is another from now on; the one before stays sealed with the request. */
    void changeContact(UUID id, UUID demand, @Nullable UUID before, UUID contact) {
        sql.of("update entitlement set past_contact_id = :before where id = :id")
                .bind("before", before)
                .bind("id", id)
                .update();
        sql.of("update demand set contact_id = :contact where id = :demand")
                .bind("contact", contact)
                .bind("demand", demand)
                .update();
    }

    /** Every contact the case ever had. */
    List<UUID> contacts(UUID demand) {
        return sql.of("""
                        select contact_id as id from demand where id = :demand and contact_id is not null
                        union select past_contact_id from entitlement where demand_id = :demand and past_contact_id is not null""").bind("demand", demand).list(row -> row.id("id"));
    }

    /** What was said to or by the reporter since: words meant for them, oldest first. */
    List<PersonalRecord.Line> told(UUID demand) {
        return sql.of("""
                        select at, public_words as words from demand_step where demand_id = :demand and public_words is not null order by at, id limit 500""").bind("demand", demand).list(row -> new PersonalRecord.Line(row.at("at"), row.text("words")));
    }

    List<String> files(UUID demand) {
        return sql.of("""
                        select f.name from demand_file x join file f on f.id = x.file_id
                        where x.demand_id = :demand and x.step_id is null order by f.uploaded_at, f.id""").bind("demand", demand).list(row -> row.text("name"));
    }

    /** What was asked besides and answered. */
    List<Answered> answers(UUID demand) {
        return sql
                .of("select answers from demand where id = :demand")
                .bind("demand", demand)
                .list(row -> Answered.read(row.textOrNull("answers")))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Entitlement entitlement(Sql.Row row) throws SQLException {
        Instant answeredAt = row.atOrNull("answered_at");
        return new Entitlement(
                row.id("id"),
                row.id("demand_id"),
                row.region("region_code"),
                row.region("node_code"),
                EntitlementKind.of(row.text("kind")).orElseThrow(),
                row.at("asked_at"),
                row.at("due_at"),
                row.at("warn_at"),
                answeredAt == null
                        ? null
                        : new Entitlement.Answer(
                                answeredAt,
                                row.text("answerer"),
                                EntitlementGround.of(row.textOrNull("ground")).orElse(null)));
    }
}
