package org.gongzhi.region;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;

/** Reads nodes of the tree. */
@Repository
class RegionQueries {

    private final Sql sql;

    RegionQueries(Sql sql) {
        this.sql = sql;
    }

    Optional<Region> find(RegionCode code) {
        return sql.of("""
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, lng, lat
                from region where code = :code
                """).bind("code", code).optional(RegionQueries::region);
    }

    /** Below a hidden node its children take its place. */
    List<Region> children(RegionCode code) {
        return sql.of("""
                with recursive child as (
                    select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, lng, lat, pinyin
                    from region where parent_code = :code
                    union all
                    select below.code, below.code_to, below.level, below.parent_code, below.name, below.short_name, below.kind,
                           below.is_hidden, below.is_working, below.lng, below.lat, below.pinyin
                    from child join region below on below.parent_code = child.code
                    where child.is_hidden
                )
                select code, code_to, level, parent_code, name, short_name, kind, is_hidden, is_working, lng, lat
                from child where not is_hidden order by case level when 6 then '' else pinyin end, code
                """).bind("code", code).list(RegionQueries::region);
    }

    static Region region(Sql.Row row) throws SQLException {
        return new Region(
                row.region("code"),
                row.number("code_to"),
                row.whole("level"),
                row.regionOrNull("parent_code"),
                row.text("name"),
                row.text("short_name"),
                row.text("kind"),
                row.yes("is_hidden"),
                row.yes("is_working"),
                row.realOrNull("lng"),
                row.realOrNull("lat"));
    }
}
