package org.gongzhi.organization;

import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.TreeChange;
import org.gongzhi.kernel.TreeFollower;
import org.springframework.stereotype.Component;

/**
 * Where an organization stood until a change of the tree stays as it was: its time there is cut on that day, and only what comes after gets the new code. Taken
 * back, the two are one again.
 */
@Component
class FollowTree implements TreeFollower {

    private final Sql sql;

    FollowTree(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void before(TreeChange change) {
        sql.of("""
                create temp table organization_cut on commit drop as
                select t.id, t.organization_id, t.region_code, t.valid, t.why, t.actor, t.changed_at from organization_territory t
                where t.region_code in (select c.old_value::bigint from reorganization_code c
                                        where c.reorganization_id = :id and c.topic = '' and c.old_value <> c.new_value and c.old_value ~ '^[0-9]+$')
                  and lower(t.valid) < :on and t.valid @> :on""").bind("id", change.id()).bind("on", change.effectiveOn()).update();
        sql.of(
                        "update organization_territory t set valid = daterange(lower(t.valid), :on) from organization_cut c where c.id = t.id")
                .bind("on", change.effectiveOn())
                .update();
        sql.of("""
                insert into organization_territory (id, organization_id, region_code, valid, why, actor, changed_at)
                select gen_random_uuid(), organization_id, region_code, daterange(:on, upper(valid)), why, actor, changed_at from organization_cut""").bind("on", change.effectiveOn()).update();
        sql.of("drop table organization_cut").update();
    }

    @Override
    public void after(TreeChange change) {
        sql.of("""
                create temp table organization_join on commit drop as
                select a.id as first, b.id as second, daterange(lower(a.valid), upper(b.valid)) as valid
                from organization_territory b join organization_territory a
                  on a.organization_id = b.organization_id and upper(a.valid) = lower(b.valid) and a.region_code = b.region_code
                where lower(b.valid) = :on""").bind("on", change.effectiveOn()).update();
        sql.of("delete from organization_territory t using organization_join j where t.id = j.second")
                .update();
        sql.of("update organization_territory t set valid = j.valid from organization_join j where t.id = j.first")
                .update();
        sql.of("drop table organization_join").update();
    }
}
