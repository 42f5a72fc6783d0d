package org.gongzhi.likeness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands together now. Which matters those are was worked out beforehand; how many there are is counted of the demands the reader sees and that are still
 * open, so that a number is never other than its list.
 */
@Component
class ClusterQueries {

    private static final int PAGE = 20;
    private static final int MOST_MEMBERS = 300;

    record ClusterRow(UUID id, String kind, long n, Instant firstAt, Instant lastAt, List<RegionCode> communities) {}

    /** @param lng of the point, where one was marked */
    record MemberRow(
            UUID id,
            String number,
            String title,
            @OneOf(codes = DemandStatus.class) String status,
            RegionCode region,
            String place,
            Instant raisedAt,
            int joiners,
            @Nullable Double lng,
            @Nullable Double lat) {}

    private final Sql sql;

    ClusterQueries(Sql sql) {
        this.sql = sql;
    }

    /** Where something was raised last comes first. */
    Page<ClusterRow> page(Region node, @Nullable Cursor after) {
        List<ClusterRow> rows = sql.of("""
                        select m.cluster_id, m.kind_code, count(*) as n, min(d.raised_at) as first_at, max(d.raised_at) as last_at,
                               array_agg(distinct cast(d.community_code as text)) as communities
                        from likeness_member m join demand d on d.id = m.demand_id
                        where m.region_code >= :from and m.region_code < :to
                          and d.status in ('raised','accepted','assigned','handling','verifying','suspended')
                        group by m.cluster_id, m.kind_code
                        having count(*) >= max(m.least)
                           and (cast(:afterAt as timestamptz) is null or (max(d.raised_at), m.cluster_id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                        order by last_at desc, m.cluster_id desc limit :limit""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("afterAt", after == null ? null : after.at())
                .bind("afterId", after == null ? null : after.id())
                .bind("limit", PAGE + 1)
                .list(row -> new ClusterRow(
                        row.id("cluster_id"),
                        row.text("kind_code"),
                        row.number("n"),
                        row.at("first_at"),
                        row.at("last_at"),
                        row.texts("communities").stream()
                                .map(code -> new RegionCode(Long.parseLong(code)))
                                .sorted()
                                .toList()));
        return Page.cut(rows, PAGE, row -> new Cursor(row.lastAt(), row.id()));
    }

    /** The open ones of one, oldest first: the first is the natural lead. */
    List<MemberRow> members(UUID cluster) {
        return sql.of("""
                        select d.id, d.number, d.title, d.status, d.region_code, d.place, d.raised_at, d.joiner_count, d.lng, d.lat
                        from likeness_member m join demand d on d.id = m.demand_id
                        where m.cluster_id = :cluster and d.status in ('raised','accepted','assigned','handling','verifying','suspended')
                        order by d.raised_at, d.id limit :most""")
                .bind("cluster", cluster)
                .bind("most", MOST_MEMBERS)
                .list(row -> new MemberRow(
                        row.id("id"),
                        row.text("number"),
                        row.text("title"),
                        row.text("status"),
                        row.region("region_code"),
                        row.text("place"),
                        row.at("raised_at"),
                        row.whole("joiner_count"),
                        row.realOrNull("lng"),
                        row.realOrNull("lat")));
    }

    /** When a street of it was looked at last; empty when none ever was. */
    Optional<Instant> lookedAt(Region node) {
        return sql.of(
                        "select max(looked_at) as at from likeness_street where street_code >= :from and street_code < :to")
                .bind(
                        "from",
                        node.level() >= Region.STREET
                                ? node.code().street()
                                : node.code().value())
                .bind("to", node.level() >= Region.STREET ? node.code().street() + 1 : node.to())
                .list(row -> Optional.ofNullable(row.atOrNull("at")))
                .getFirst();
    }
}
