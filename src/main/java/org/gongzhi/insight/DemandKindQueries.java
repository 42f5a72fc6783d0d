package org.gongzhi.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of the kinds of demand and which belongs under which, in the order of the dictionary. */
@Component
class DemandKindQueries {

    private final Sql sql;

    DemandKindQueries(Sql sql) {
        this.sql = sql;
    }

    record Kind(String code, @Nullable String parent, String name) {}

    /** By code; a parent stands before its children. */
    Map<String, Kind> kinds(boolean isEnglish) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        sql.of("""
                        select code, parent_code, case when :english then name_en else name end as name
                        from demand_kind order by parent_code nulls first, position, code""")
                .bind("english", isEnglish)
                .list(row -> new Kind(row.text("code"), row.textOrNull("parent_code"), row.text("name")))
                .forEach(kind -> kinds.put(kind.code(), kind));
        return kinds;
    }
}
