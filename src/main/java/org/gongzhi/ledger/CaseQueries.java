package org.gongzhi.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.file.FileBearer;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What surrounds one demand: its history, files, judgements and neighbours. Asked only once the demand itself has been seen by the reader. */
@Component
class CaseQueries implements FileBearer {

    record StepRow(
            UUID id,
            Instant at,
            String verb,
            String toStatus,
            String actor,
            @Nullable String toName,
            @Nullable String reason,
            String words,
            @Nullable String publicWords) {}

    /** @param stepId null for what came with the demand */
    record FileRow(UUID fileId, @Nullable UUID stepId) {}

    record CallBackRow(
            Instant at,
            boolean byResident,
            boolean isValid,
            @Nullable Boolean isContacted,
            @Nullable Boolean isSolved,
            @Nullable String satisfaction,
            String words) {}

    private final Sql sql;

    CaseQueries(Sql sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<StepRow> history(UUID demand) {
        return sql.of("""
                        select s.id, s.at, s.verb, s.to_status, s.actor, s.to_name, s.reason_code, s.words, s.public_words
                        from demand_step s join demand d on d.id = s.demand_id
                        where s.demand_id = :demand order by s.at desc, s.id desc limit 500""")
                .bind("demand", demand)
                .list(row -> new StepRow(
                        row.id("id"),
                        row.at("at"),
                        row.text("verb"),
                        row.text("to_status"),
                        row.text("actor"),
                        row.textOrNull("to_name"),
                        row.textOrNull("reason_code"),
                        row.text("words"),
                        row.textOrNull("public_words")));
    }

    List<FileRow> files(UUID demand) {
        return sql.of("""
                        select f.file_id, f.step_id from demand_file f join demand d on d.id = f.demand_id
                        where f.demand_id = :demand order by f.file_id limit 500""").bind("demand", demand).list(row -> new FileRow(row.id("file_id"), row.idOrNull("step_id")));
    }

    /** What was asked besides and answered; those who answered nothing are left out. */
    Map<UUID, List<Answered>> answers(List<UUID> demands) {
        Map<UUID, List<Answered>> answers = new HashMap<>();
        sql.of("select id, answers from demand where id = any (:ids) and answers is not null")
                .bindIds("ids", demands)
                .list(row -> answers.put(row.id("id"), Answered.read(row.text("answers"))));
        return answers;
    }

    @Override
    public boolean shows(Actor reader, UUID file) {
        return sql.of("""
                        select count(*) from demand_file f join demand d on d.id = f.demand_id
                        where f.file_id = :file and d.region_code <@ cast(:scopes as int8multirange)""").bind("file", file).bindScope(reader.scope()).count() > 0;
    }

    List<CallBackRow> callBacks(UUID demand) {
        return sql.of("""
                        select c.at, c.by_resident, c.is_valid, c.is_contacted, c.is_solved, c.satisfaction, c.words
                        from demand_call_back c join demand d on d.id = c.demand_id
                        where c.demand_id = :demand order by c.at desc, c.id desc limit 100""")
                .bind("demand", demand)
                .list(row -> new CallBackRow(
                        row.at("at"),
                        row.yes("by_resident"),
                        row.yes("is_valid"),
                        row.yesOrNull("is_contacted"),
                        row.yesOrNull("is_solved"),
                        row.textOrNull("satisfaction"),
                        row.text("words")));
    }

    /** The newer neighbour in the ledger of the reader's node. */
    Optional<UUID> previous(LedgerReach reach, Demand demand) {
        return sql.of("""
                        select d.id from unnest(cast(:places as bigint[])) as place (code)
                        cross join lateral (
                            select d.id, d.raised_at from demand d
                            where (cast(:height as int) <> 3 or d.district_code = place.code) and (cast(:height as int) <> 4 or d.street_code = place.code)
                              and (cast(:height as int) <> 5 or d.community_code = place.code) and (cast(:height as int) <> 6 or d.region_code = place.code)
                              and case when d.region_code <@ cast(:scopes as int8multirange) then true else false end and (d.raised_at, d.id) > (cast(:at as timestamptz), cast(:id as uuid))
                            order by d.raised_at, d.id limit 1) d
                        order by d.raised_at, d.id limit 1""")
                .bind("height", reach.height())
                .bindLongs("places", reach.places())
                .bindScope(reach.scope())
                .bind("at", demand.origin().raisedAt())
                .bind("id", demand.id().value())
                .optional(row -> row.id("id"));
    }

    /** The older neighbour in the ledger of the reader's node. */
    Optional<UUID> next(LedgerReach reach, Demand demand) {
        return sql.of("""
                        select d.id from unnest(cast(:places as bigint[])) as place (code)
                        cross join lateral (
                            select d.id, d.raised_at from demand d
                            where (cast(:height as int) <> 3 or d.district_code = place.code) and (cast(:height as int) <> 4 or d.street_code = place.code)
                              and (cast(:height as int) <> 5 or d.community_code = place.code) and (cast(:height as int) <> 6 or d.region_code = place.code)
                              and case when d.region_code <@ cast(:scopes as int8multirange) then true else false end and (d.raised_at, d.id) < (cast(:at as timestamptz), cast(:id as uuid))
                            order by d.raised_at desc, d.id desc limit 1) d
                        order by d.raised_at desc, d.id desc limit 1""")
                .bind("height", reach.height())
                .bindLongs("places", reach.places())
                .bindScope(reach.scope())
                .bind("at", demand.origin().raisedAt())
                .bind("id", demand.id().value())
                .optional(row -> row.id("id"));
    }
}
