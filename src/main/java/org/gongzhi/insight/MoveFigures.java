package org.gongzhi.insight;

import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.TreeChange;
import org.gongzhi.kernel.TreeFollower;
import org.springframework.stereotype.Component;

/**
 * What a change of the tree does to figures: stocks and the days from the change on go along, announced as less here and more there; days before stay as they
 * are. What they would be on the tree of today is kept beside them.
 */
@Component
class MoveFigures implements TreeFollower {

    private final Sql sql;

    MoveFigures(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void before(TreeChange change) {
        sql.of("""
                create temp table tree_fact (sign integer, metric smallint, place bigint, region_code bigint, day date, kind_code text, channel text, status text,
                    n bigint, total bigint) on commit drop""").update();
        gather(-1);
    }

    @Override
    public void after(TreeChange change) {
        gather(1);
        sql.of("""
                insert into rollup_delta (metric, region_code, day, kind_code, channel, status, n, total)
                select metric, place, day, kind_code, channel, status, sum(sign * n), sum(sign * total)
                from tree_fact group by 1, 2, 3, 4, 5, 6 having sum(sign * n) <> 0 or sum(sign * total) <> 0""").update();
        shift();
    }

    private void gather(int sign) {
        sql.of("with " + RollupStatements.MOVED_FACTS + """
                insert into tree_fact
                select :sign, metric, place, region_code, day, kind_code, channel, status, sum(n), sum(total)
                from placed group by 1, 2, 3, 4, 5, 6, 7, 8""").bind("sign", sign).update();
    }

    private void shift() {
        sql.of("""
                with recursive leaf as (
                    select f.metric, side.code as region_code, f.day, f.kind_code, f.channel, '' as status, sum(f.sign * side.sign * f.n) as n,
                           sum(f.sign * side.sign * f.total) as total
                    from tree_fact f cross join lateral (values (f.region_code, 1), (f.place, -1)) side (code, sign)
                    where f.status = '' and f.place <> f.region_code
                    group by 1, 2, 3, 4, 5 having sum(f.sign * side.sign * f.n) <> 0 or sum(f.sign * side.sign * f.total) <> 0),
                """ + RollupStatements.SPREAD + """
                insert into rollup_shift as r (region_code, metric, grain, dimension, period, value, n, total)
                select region_code, metric, grain, dimension, period, value, n, total from spread order by 1, 2, 3, 4, 5, 6
                on conflict (region_code, metric, grain, dimension, period, value) do update set n = r.n + excluded.n, total = r.total + excluded.total""").update();
        sql.of("delete from rollup_shift where n = 0 and total = 0").update();
    }
}
