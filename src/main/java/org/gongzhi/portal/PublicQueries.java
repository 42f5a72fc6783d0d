package org.gongzhi.portal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.ledger.LedgerReach;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What residents read without an account: what is published, and what is theirs. */
@Component
class PublicQueries {

    /** @param title as published, or as raised: the caller cuts it */
    record MatterRow(UUID id, String title, String status, Instant raisedAt, int joiners, RegionCode region) {}

    /** @param joinerId null for whoever raised it */
    record Opened(DemandId demand, @Nullable UUID joinerId, RegionCode region) {
        boolean isRaiser() {
            return joinerId == null;
        }
    }

    record ToldRow(Instant at, String verb, String words) {}

    record JudgementRow(
            Instant at, boolean isSolved, @Nullable String satisfaction) {}

    private final Sql sql;

    PublicQueries(Sql sql) {
        this.sql = sql;
    }

    /** Published matters of an area, newest first. To be read as the public window. */
    Page<MatterRow> matters(LedgerReach reach, @Nullable Cursor after, int limit) {
        List<MatterRow> rows = sql.of("""
                        select d.* from unnest(cast(:places as bigint[])) as place (code)
                        cross join lateral (
                            select d.id, d.public_title as title, d.status, d.raised_at, d.joiner_count, d.region_code from demand d
                            where d.is_published and d.status not in ('declined', 'merged')
                              and (cast(:height as int) <> 3 or d.district_code = place.code) and (cast(:height as int) <> 4 or d.street_code = place.code)
                              and (cast(:height as int) <> 5 or d.community_code = place.code) and (cast(:height as int) <> 6 or d.region_code = place.code)
                              and case when d.region_code <@ cast(:scopes as int8multirange) then true else false end
                              and (cast(:afterAt as timestamptz) is null or (d.raised_at, d.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                            order by d.raised_at desc, d.id desc limit :limit) d
                        order by d.raised_at desc, d.id desc limit :limit""")
                .bind("height", reach.height())
                .bindLongs("places", reach.places())
                .bindScope(reach.scope())
                .bind("afterAt", after == null ? null : after.at())
                .bind("afterId", after == null ? null : after.id())
                .bind("limit", limit + 1)
                .list(PublicQueries::matter);
        return Page.cut(rows, limit, row -> new Cursor(row.raisedAt(), row.id()));
    }

    /** Whether residents may join it: published, or of a public kind and still open. */
    boolean isJoinable(DemandId id) {
        return sql.of("""
                        select count(*) from demand d join demand_kind k on k.code = d.kind_code
                        where d.id = :id and (d.is_published or k.is_public) and d.status not in ('declined', 'merged', 'settled')""").bind("id", id.value()).count() == 1;
    }

    /** The street of any demand: a fact that tells nothing of it. */
    Optional<RegionCode> street(DemandId id) {
        return sql.of("select demand_street(:id) as street")
                .bind("id", id.value())
                .list(row -> Optional.ofNullable(row.regionOrNull("street")))
                .getFirst();
    }

    /** What was asked besides and answered. To be read with the code in hand, or not at all. */
    List<Answered> answers(DemandId id) {
        return sql.of("select answers from demand where id = :id")
                .bind("id", id.value())
                .optional(row -> Answered.read(row.textOrNull("answers")))
                .orElse(List.of());
    }

    /** The demand and region a follow-up code opens, read with the code in hand. */
    Optional<Opened> opened(byte[] digest) {
        return sql.of("select demand_id, joiner_id, region_code from demand_code where code_digest = :digest")
                .bind("digest", digest)
                .optional(row -> new Opened(
                        new DemandId(row.id("demand_id")), row.idOrNull("joiner_id"), row.region("region_code")));
    }

    /** What became of it in words meant for the person concerned; colleagues' words stay where they are. Newest first. */
    List<ToldRow> told(UUID demand) {
        return sql.of("""
                        select s.at, s.verb, s.public_words from demand_step s join demand d on d.id = s.demand_id
                        where s.demand_id = :demand and s.public_words is not null order by s.at desc, s.id desc limit 500""")
                .bind("demand", demand)
                .list(row -> new ToldRow(row.at("at"), row.text("verb"), row.text("public_words")));
    }

    /** Their own last word on it. */
    Optional<JudgementRow> judgement(UUID demand) {
        return sql.of("""
                        select c.at, c.is_solved, c.satisfaction from demand_call_back c join demand d on d.id = c.demand_id
                        where c.demand_id = :demand and c.by_resident and c.is_valid order by c.at desc, c.id desc limit 1""")
                .bind("demand", demand)
                .optional(row -> new JudgementRow(row.at("at"), row.yes("is_solved"), row.textOrNull("satisfaction")));
    }

    /** Files that came with the demand, or with words meant for the person concerned. */
    List<UUID> files(UUID demand) {
        return sql.of("""
                        select f.file_id from demand_file f join demand d on d.id = f.demand_id left join demand_step s on s.id = f.step_id
                        where f.demand_id = :demand and (f.step_id is null or s.public_words is not null) order by f.file_id limit 500""").bind("demand", demand).list(row -> row.id("file_id"));
    }

    private static MatterRow matter(Sql.Row row) throws SQLException {
        return new MatterRow(
                row.id("id"),
                row.text("title"),
                row.text("status"),
                row.at("raised_at"),
                row.whole("joiner_count"),
                row.region("region_code"));
    }
}
