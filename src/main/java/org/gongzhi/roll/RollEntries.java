package org.gongzhi.roll;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.organization.OrganizationIntake.Counted;
import org.springframework.stereotype.Repository;

/** Which organization came of which sheet, and what its figures were before one changed them. */
@Repository
class RollEntries {

    private final Sql sql;

    RollEntries(Sql sql) {
        this.sql = sql;
    }

    void added(UUID importId, Collection<UUID> organizations) {
        sql.of("""
                insert into roll_entry (import_id, organization_id, region_code, is_new, posts, version)
                select :import, o.id, o.region_code, true, (select count(*) from organization_post p where p.organization_id = o.id), o.version
                from organization o where o.id = any (:ids)""").bind("import", importId).bindIds("ids", organizations).update();
    }

    /** To be said before they change. */
    void about(UUID importId, List<Counted> counts) {
        sql.of("""
                insert into roll_entry (import_id, organization_id, region_code, is_new, full_members, members, units, posts, version)
                select :import, o.id, o.region_code, false, o.full_members, o.members, o.units, 0, o.version + 1
                from unnest(:ids, :versions) as w (id, version) join organization o on o.id = w.id and o.version = w.version
                on conflict do nothing""")
                .bind("import", importId)
                .bindIds("ids", counts.stream().map(Counted::id).toList())
                .bindLongs(
                        "versions",
                        counts.stream().map(one -> (long) one.version()).toList())
                .update();
    }

    int takeBack(UUID importId, int atMost) {
        return (int) sql.of("select roll_take_back(:import, :most)")
                .bind("import", importId)
                .bind("most", atMost)
                .count();
    }

    int standing(UUID importId) {
        return (int) sql.of("select count(*) from roll_entry where import_id = :import")
                .bind("import", importId)
                .count();
    }
}
