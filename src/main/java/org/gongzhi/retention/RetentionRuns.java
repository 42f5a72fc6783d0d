package org.gongzhi.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was done, by district, and what proves it. */
@Repository
class RetentionRuns {

    private final Sql sql;

    RetentionRuns(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param texts in which something was taken out
     * @param oldest when the case that ended longest ago ended
     * @param digest of the cases
     * @param remaining cases in which something was found afterwards
     */
    record Run(
            UUID id,
            RegionCode district,
            Instant at,
            int demands,
            int contacts,
            int texts,
            int places,
            int photos,
            Instant oldest,
            String digest,
            int remaining) {}

    void addItems(UUID run, List<EndedCases.Due> cases) {
        for (boolean removesPhotos : new boolean[] {false, true}) {
            List<EndedCases.Due> some = cases.stream()
                    .filter(each -> each.removesPhotos() == removesPhotos)
                    .toList();
            sql.of("""
                    insert into retention_item (run_id, demand_id, region_code, removes_photos)
                    select :run, c.id, c.region, :photos from unnest(:ids, :regions) as c (id, region)""")
                    .bind("run", run)
                    .bind("photos", removesPhotos)
                    .bindIds("ids", some.stream().map(EndedCases.Due::id).toList())
                    .bindLongs(
                            "regions",
                            some.stream().map(each -> each.region().value()).toList())
                    .update();
        }
    }

    void add(Run run) {
        sql.of("""
                insert into retention_run (id, region_code, at, demands, contacts, texts, places, photos, oldest, digest, remaining)
                values (:id, :district, :at, :demands, :contacts, :texts, :places, :photos, :oldest, :digest, :remaining)""")
                .bind("id", run.id())
                .bind("district", run.district())
                .bind("at", run.at())
                .bind("demands", run.demands())
                .bind("contacts", run.contacts())
                .bind("texts", run.texts())
                .bind("places", run.places())
                .bind("photos", run.photos())
                .bind("oldest", run.oldest())
                .bind("digest", run.digest())
                .bind("remaining", run.remaining())
                .update();
    }

    /** Those of the district the node lies in or that lie in it, latest first. */
    Page<Run> page(RegionCode node, long to, @Nullable String after, int limit) {
        Cursor cursor = Cursor.decode(after).orElse(null);
        List<Run> rows = sql.of("""
                        select * from retention_run
                        where region_code >= :from and region_code < :to
                          and (:cursorAt::timestamptz is null or (at, id) < (:cursorAt, :cursorId::uuid))
                        order by at desc, id desc limit :limit""")
                .bind("from", node)
                .bind("to", to)
                .bind("cursorAt", cursor == null ? null : cursor.at())
                .bind("cursorId", cursor == null ? null : cursor.id())
                .bind("limit", limit + 1)
                .list(RetentionRuns::run);
        return Page.cut(rows, limit, row -> new Cursor(row.at(), row.id()));
    }

    Optional<Run> find(UUID id) {
        return sql.of("select * from retention_run where id = :id")
                .bind("id", id)
                .optional(RetentionRuns::run);
    }

    /** The cases of a run, in the order their digest has. */
    List<UUID> cases(UUID run) {
        return sql.of("select demand_id from retention_item where run_id = :run order by demand_id")
                .bind("run", run)
                .list(row -> row.id("demand_id"));
    }

    private static Run run(Sql.Row row) throws SQLException {
        return new Run(
                row.id("id"),
                row.region("region_code"),
                row.at("at"),
                row.whole("demands"),
                row.whole("contacts"),
                row.whole("texts"),
                row.whole("places"),
                row.whole("photos"),
                row.at("oldest"),
                row.text("digest"),
                row.whole("remaining"));
    }
}
