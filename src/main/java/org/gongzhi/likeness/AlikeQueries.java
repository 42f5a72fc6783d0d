package org.gongzhi.likeness;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies near enough to be asked about: the newest of some kinds in one street, each kind along an index, and never many. */
@Component
class AlikeQueries {

    /** Of each kind, the newest. */
    private static final int MOST = 60;

    /**
     * @param kinds those that may be meant
     * @param terms what is looked for in the words
     * @param isPublicOnly only kinds that residents hear of
     */
    record Near(
            Spot spot,
            int radius,
            Collection<String> kinds,
            List<String> terms,
            Instant endedSince,
            @Nullable UUID except,
            boolean isPublicOnly) {}

    /**
     * @param publicTitle as residents read it; null while it is not published
     * @param matchedTerms how many of the terms stand in its words
     */
    record Row(
            UUID id,
            String number,
            String title,
            @Nullable String publicTitle,
            String kind,
            String status,
            Spot spot,
            Instant raisedAt,
            @Nullable Instant endedAt,
            int joiners,
            int matchedTerms) {}

    private final Sql sql;

    AlikeQueries(Sql sql) {
        this.sql = sql;
    }

    List<Row> near(Near near) {
        Spot spot = near.spot();
        Double lng = spot.lng();
        Double lat = spot.lat();
        double east = lat == null ? 0 : Spot.degreesEast(lat, near.radius());
        double north = Spot.degreesNorth(near.radius());
        return sql.of("""
                        with asked as materialized (select cast(term as tsquery) as one from unnest(cast(:terms as text[])) as t (term)),
                        kind (code) as (select unnest(cast(:kinds as text[]))),
                        near as (
                            select open.*, cast(null as timestamptz) as ended_at
                            from kind cross join lateral (
                                select d.id, d.number, d.title, d.public_title, d.is_published, d.kind_code, d.status, d.region_code, d.lng, d.lat, d.raised_at,
                                       d.joiner_count, d.search
                                from demand d
                                where d.street_code = :street and d.kind_code = kind.code
                                  and d.status in ('raised','accepted','assigned','handling','verifying','suspended')
                                  and (d.community_code = :community or d.lng between cast(:west as float8) and cast(:east as float8)
                                       and d.lat between cast(:south as float8) and cast(:north as float8))
                                  and d.id is distinct from cast(:except as uuid)
                                order by d.raised_at desc, d.id desc limit :most) open
                            where not cast(:publicOnly as boolean) or exists (select from demand_kind p where p.code = kind.code and p.is_public)
                            union all
                            select done.*
                            from kind cross join lateral (
                                select d.id, d.number, d.title, d.public_title, d.is_published, d.kind_code, d.status, d.region_code, d.lng, d.lat, d.raised_at,
                                       d.joiner_count, d.search, d.closed_at
                                from demand d
                                where d.street_code = :street and d.kind_code = kind.code and d.status in ('closed', 'settled') and d.closed_at >= :since
                                  and (d.community_code = :community or d.lng between cast(:west as float8) and cast(:east as float8)
                                       and d.lat between cast(:south as float8) and cast(:north as float8))
                                  and d.id is distinct from cast(:except as uuid)
                                order by d.closed_at desc, d.id desc limit :most) done
                            where not cast(:publicOnly as boolean))
                        select near.*, (select count(*) from asked where near.search @@ asked.one) as matched from near""")
                .bindTexts("terms", near.terms())
                .bind("street", spot.region().street())
                .bind("community", spot.region().community())
                .bindTexts("kinds", near.kinds())
                .bind("west", lng == null ? null : lng - east)
                .bind("east", lng == null ? null : lng + east)
                .bind("south", lat == null ? null : lat - north)
                .bind("north", lat == null ? null : lat + north)
                .bind("except", near.except())
                .bind("publicOnly", near.isPublicOnly())
                .bind("since", near.endedSince())
                .bind("most", MOST)
                .list(AlikeQueries::row);
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id("id"),
                row.text("number"),
                row.text("title"),
                row.yes("is_published") ? row.textOrNull("public_title") : null,
                row.text("kind_code"),
                row.text("status"),
                new Spot(row.region("region_code"), row.realOrNull("lng"), row.realOrNull("lat")),
                row.at("raised_at"),
                row.atOrNull("ended_at"),
                row.whole("joiner_count"),
                row.whole("matched"));
    }
}
