package org.gongzhi.region;

import java.util.Collection;
import java.util.List;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;

/** Outlines and points of the tree. */
@Repository
class RegionMapQueries {

    private final Sql sql;

    RegionMapQueries(Sql sql) {
        this.sql = sql;
    }

    /** @param geometry a GeoJSON geometry, WGS 84 */
    record Outline(RegionCode code, String geometry, boolean isSketch, String credit) {}

    List<Outline> outlines(Collection<Long> codes) {
        return sql.of("""
                select code, geometry::text geometry, is_sketch, credit from region_boundary where code = any (:codes) order by code
                """)
                .bindLongs("codes", codes)
                .list(row -> new Outline(
                        row.region("code"), row.text("geometry"), row.yes("is_sketch"), row.text("credit")));
    }

    List<Outline> workingOutlines() {
        return sql.of("""
                select code, geometry::text geometry, is_sketch, credit from region_boundary join region using (code)
                where is_working order by code
                """)
                .list(row -> new Outline(
                        row.region("code"), row.text("geometry"), row.yes("is_sketch"), row.text("credit")));
    }
}
