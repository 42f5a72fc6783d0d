package org.gongzhi.unit;

import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.TreeChange;
import org.gongzhi.kernel.TreeFollower;
import org.springframework.stereotype.Component;

/**
 * Where a unit stood until a change of the tree stays as it was: what was before that day becomes a former place, and only what comes after gets the new code.
 * Taken back, the two are one again.
 */
@Component
class CarryUnits implements TreeFollower {

    private final Sql sql;

    CarryUnits(Sql sql) {
        this.sql = sql;
    }

    /** Former places have no new code in {@code tree_column}, so what is written here keeps the old one. */
    @Override
    public void before(TreeChange change) {
        sql.of("""
                with moved as (
                    select u.id, u.region_code, u.address, u.stood_from from unit u
                    where u.region_code in (select c.old_value::bigint from reorganization_code c
                                            where c.reorganization_id = :id and c.topic = '' and c.old_value <> c.new_value and c.old_value ~ '^[0-9]+$')
                      and (u.stood_from is null or u.stood_from < :on)
                      and not exists (select from unit_place p where p.unit_id = u.id and p.until_on >= :on)),
                kept as (
                    insert into unit_place (id, unit_id, region_code, address, from_on, until_on)
                    select gen_random_uuid(), id, region_code, address, stood_from, :on from moved)
                update unit u set stood_from = :on from moved m where u.id = m.id""").bind("id", change.id()).bind("on", change.effectiveOn()).update();
    }

    @Override
    public void after(TreeChange change) {
        sql.of("""
                with again as (
                    delete from unit_place p using unit u
                    where u.id = p.unit_id and p.until_on = :on and u.stood_from = :on and u.region_code = p.region_code and u.address is not distinct from p.address
                    returning p.unit_id, p.from_on)
                update unit u set stood_from = a.from_on from again a where u.id = a.unit_id""").bind("on", change.effectiveOn()).update();
    }
}
