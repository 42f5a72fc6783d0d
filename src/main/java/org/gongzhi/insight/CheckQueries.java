package org.gongzhi.insight;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the nightly recount found. */
@Component
class CheckQueries {

    private final Transactions transactions;
    private final Sql sql;
    private final RegionLookup regions;

    CheckQueries(Transactions transactions, Sql sql, RegionLookup regions) {
        this.transactions = transactions;
        this.sql = sql;
        this.regions = regions;
    }

    /** @param detail the first differences, as JSON */
    record CheckRow(
            UUID id,
            Instant at,
            String regionCode,
            @Nullable String regionName,
            int compared,
            int differences,
            @JsonRawValue String detail) {}

    /** Newest first, of the nodes in the actor's scope. */
    Page<CheckRow> checks(Actor actor, Optional<Cursor> after, int limit) {
        return transactions.read(actor, () -> {
            List<CheckRow> rows = sql.of("""
                            select id, at, region_code, compared, differences, detail::text as detail from rollup_check
                            where case when region_code <@ :scopes::int8multirange then true else false end
                              and (:at::timestamptz is null or (at, id) < (:at, :id::uuid))
                            order by at desc, id desc limit :limit""")
                    .bindScope(actor.scope())
                    .bind("at", after.map(Cursor::at).orElse(null))
                    .bind("id", after.map(Cursor::id).orElse(null))
                    .bind("limit", limit + 1)
                    .list(row -> new CheckRow(
                            row.id("id"),
                            row.at("at"),
                            row.region("region_code").toString(),
                            regions.find(row.region("region_code"))
                                    .map(Region::name)
                                    .orElse(null),
                            row.whole("compared"),
                            row.whole("differences"),
                            row.text("detail")));
            return Page.cut(rows, limit, row -> new Cursor(row.at(), row.id()));
        });
    }
}
