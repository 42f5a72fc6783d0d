package org.gongzhi.open311;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published matters as GeoReport asks for them. To be read as the public window, which shows nothing else. */
@Component
class Open311Queries {

    static final int MOST = 1_000;

    private final Sql sql;

    Open311Queries(Sql sql) {
        this.sql = sql;
    }

    record Row(
            UUID id,
            String title,
            String kind,
            String status,
            Instant raisedAt,
            Instant statusAt,
            Instant dueAt,
            RegionCode region,
            RegionCode node) {

        boolean isClosed() {
            return status.equals("closed") || status.equals("settled");
        }
    }

    /** @param isClosed null for both */
    record Filter(
            List<String> kinds,
            Instant from,
            Instant to,
            @Nullable Boolean isClosed) {}

    /** Newest first; {@code kinds} empty for all. */
    List<Row> requests(Region district, Filter filter) {
        return sql.of("""
                        select d.id, d.public_title, d.kind_code, d.status, d.raised_at, d.status_at, d.due_at, d.region_code, d.node_code from demand d
                        where d.is_published and d.status not in ('declined', 'merged') and d.district_code = :district
                          and d.raised_at >= :from and d.raised_at <= :to
                          and (cardinality(cast(:kinds as text[])) = 0 or d.kind_code = any (cast(:kinds as text[])))
                          and (cast(:closed as boolean) is null or cast(:closed as boolean) = (d.status in ('closed', 'settled')))
                        order by d.raised_at desc, d.id desc limit :limit""")
                .bind("district", district.code())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bindTexts("kinds", filter.kinds())
                .bind("closed", filter.isClosed())
                .bind("limit", MOST)
                .list(Open311Queries::row);
    }

    List<Row> byIds(Region district, List<UUID> ids) {
        return sql.of("""
                        select d.id, d.public_title, d.kind_code, d.status, d.raised_at, d.status_at, d.due_at, d.region_code, d.node_code from demand d
                        where d.is_published and d.status not in ('declined', 'merged') and d.district_code = :district and d.id = any (:ids)
                        order by d.raised_at desc, d.id desc""").bind("district", district.code()).bindIds("ids", ids).list(Open311Queries::row);
    }

    /** The demand a follow-up code opens, read with the code in hand. */
    Optional<UUID> opened(byte[] digest) {
        return sql.of("select demand_id from demand_code where code_digest = :digest")
                .bind("digest", digest)
                .optional(row -> row.id("demand_id"));
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id("id"),
                row.text("public_title"),
                row.text("kind_code"),
                row.text("status"),
                row.at("raised_at"),
                row.at("status_at"),
                row.at("due_at"),
                row.region("region_code"),
                row.region("node_code"));
    }
}
