package org.gongzhi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.TestRegions;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;

/** 100,000 demands in a small tree, and how many rows a reading of them touches. */
public final class ManyDemands implements AutoCloseable {

    public final Clock clock = Clock.fixed(LedgerFixtures.NOW, Time.ZONE);
    private final TestDatabase database = TestDatabase.fresh();
    public final Kernel kernel = Kernel.on(database);
    public final Sql sql = kernel.sql();
    public final RegionLookup regions = TestRegions.lookup(kernel.transactions(), database.application(), clock);

    public ManyDemands() {
        RegionFixtures.plant(database.owner());
        kernel.asOwner("""
                insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, resume_status,
                    node_code, first_node_code, closed_at, clock_rule_id, due_at, warn_at, paused_at, review_on, is_late, is_published, public_title, search)
                select gen_random_uuid(), '建外2611-' || n, place, '暖气不热', '暖气不热', (array['heating','noise','water','lift'])[1 + n / 6 % 4],
                       (array['online','phone'])[1 + n / 24 % 2], true, timestamptz '2026-11-24 00:00+08' - n * interval '5 minutes', state, now(),
                       case when state = 'suspended' then 'handling' end, place, place, case when state in ('closed', 'settled') then now() end,
                       (select id from clock_rule limit 1), timestamptz '2026-11-27 00:00+08' - n * interval '4 minutes',
                       timestamptz '2026-11-26 00:00+08' - n * interval '4 minutes', case when state = 'suspended' then now() end,
                       case when state = 'suspended' then date '2026-12-01' end, n % 7 = 0, n % 5 = 0, case when n % 5 = 0 then '暖气不热' end,
                       array_to_tsvector(array['暖气', '气不', '不热', '热', 'n' || n])
                from (select n, (array[110105001026001, 110105001026002, 110105001027001, 110105002021001, 110105002022000, 310104003003000])[1 + n % 6] as place,
                             case when n < 3000 then (array['raised','accepted','handling','suspended'])[1 + n % 4] when n % 50 = 0 then 'closed' else 'settled' end as state
                      from generate_series(1, 100000) n) made""");
        kernel.asOwner("""
                insert into demand_step (id, demand_id, region_code, at, verb, to_status, actor, node_code)
                select gen_random_uuid(), id, region_code, raised_at + interval '1 day', 'close', 'closed', '某人', node_code from demand where status = 'settled'""");
        kernel.asOwner("""
                insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, is_valid, is_contacted, is_solved, satisfaction)
                select gen_random_uuid(), id, region_code, 0, raised_at + interval '2 days', true, true, true, true, 'satisfied' from demand where status = 'settled'""");
        kernel.asOwner("analyze demand");
        kernel.asOwner("analyze demand_step");
        kernel.asOwner("analyze demand_call_back");
    }

    /** Of this connection, which may still hold what earlier transactions read. */
    private long rowsSoFar() {
        return sql.of("""
                        select sum(seq_tup_read + idx_tup_fetch)::bigint from pg_stat_xact_user_tables
                        where relname in ('demand', 'demand_step', 'demand_call_back')""").count();
    }

    /** Inside one transaction of the reader. */
    public void few(int most, String what, Runnable work) {
        long before = rowsSoFar();
        work.run();
        assertThat(rowsSoFar() - before).as(what).isLessThanOrEqualTo(most);
    }

    @Override
    public void close() {
        database.close();
    }
}
