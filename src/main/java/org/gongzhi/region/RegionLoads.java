package org.gongzhi.region;

import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;

/** What was loaded already, and the outlines and points beside the tree. */
@Repository
class RegionLoads {

    private final Sql sql;

    RegionLoads(Sql sql) {
        this.sql = sql;
    }

    /** Two nodes that start at once must not both load: the second waits here and then finds it done. */
    void lock() {
        sql.of("select pg_advisory_xact_lock(hashtext('region_load'))").list(_ -> true);
    }

    Optional<String> sha256(String source) {
        return sql.of("select sha256 from region_load where source = :source")
                .bind("source", source)
                .optional(row -> row.text("sha256"));
    }

    void note(String source, String sha256, int rows) {
        sql.of("""
                insert into region_load (source, sha256, rows) values (:source, :sha256, :rows)
                on conflict (source) do update set sha256 = excluded.sha256, rows = excluded.rows, loaded_at = now()
                """)
                .bind("source", source)
                .bind("sha256", sha256)
                .bind("rows", rows)
                .update();
    }

    /** Outlines of a GeoJSON feature collection whose features name their code; of nodes that are there. */
    int outlines(String geojson, boolean isSketch, String credit) {
        return sql.of("""
                insert into region_boundary (code, geometry, is_sketch, credit)
                select code, feature -> 'geometry', :isSketch, :credit
                from (select rpad(feature #>> '{properties,code}', 15, '0')::int8 code, feature
                      from jsonb_array_elements(:geojson::jsonb -> 'features') feature) features join region using (code)
                on conflict (code) do update set geometry = excluded.geometry, is_sketch = excluded.is_sketch, credit = excluded.credit
                """)
                .bind("geojson", geojson)
                .bind("isSketch", isSketch)
                .bind("credit", credit)
                .update();
    }

    /** Where the map writes the name, for nodes that no measured point is known of. */
    int labelPoints(String geojson) {
        return sql.of("""
                update region set lng = (point ->> 0)::float8, lat = (point ->> 1)::float8
                from (select rpad(feature #>> '{properties,code}', 15, '0')::int8 code, feature #> '{properties,label_point}' point
                      from jsonb_array_elements(:geojson::jsonb -> 'features') feature) features
                where region.code = features.code and point is not null and region.lng is null
                """).bind("geojson", geojson).update();
    }

    int points(List<Long> codes, List<String> lngs, List<String> lats) {
        return sql.of("""
                update region set lng = point.lng, lat = point.lat
                from unnest(:codes, :lngs::float8[], :lats::float8[]) point (code, lng, lat)
                where region.code = point.code
                """)
                .bindLongs("codes", codes)
                .bindTexts("lngs", lngs)
                .bindTexts("lats", lats)
                .update();
    }
}
