package org.gongzhi.sheet;

import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Mappings that a territory keeps under a name, so that next month's sheet needs no choosing. */
@Repository
class SheetMappings {

    record Kept(String name, SheetMapping mapping) {}

    private final Sql sql;
    private final ObjectMapper json;

    SheetMappings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Kept> at(Actor actor, String kind) {
        return sql.of(
                        "select name, mapping::text as mapping from sheet_mapping where region_code = :node and kind = :kind order by name")
                .bind("node", actor.node())
                .bind("kind", kind)
                .list(row -> new Kept(row.text("name"), json.readValue(row.text("mapping"), SheetMapping.class)));
    }

    /** Under a name that may have meant another before. */
    void keep(Actor actor, String kind, String name, SheetMapping mapping) {
        sql.of("""
                insert into sheet_mapping (id, region_code, kind, name, mapping, account_id) values (:id, :node, :kind, :name, :mapping::jsonb, :account)
                on conflict (region_code, kind, name) do update set mapping = excluded.mapping, account_id = excluded.account_id""")
                .bind("id", Ids.next())
                .bind("node", actor.node())
                .bind("kind", kind)
                .bind("name", name)
                .bind("mapping", json.writeValueAsString(mapping))
                .bind("account", actor.account())
                .update();
    }
}
