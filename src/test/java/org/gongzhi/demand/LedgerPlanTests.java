package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.TestRegions;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With 100,000 demands a page reads a few rows by index, at every height of the tree and under row-level security. */
class LedgerPlanTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Clock clock = Clock.fixed(LedgerFixtures.NOW, Time.ZONE);
    private static final Kernel kernel = Kernel.on(database);
    private static final Sql sql = kernel.sql();
    private static final RegionLookup regions =
            TestRegions.lookup(kernel.transactions(), database.application(), clock);
    private static final LedgerQueries queries = new LedgerQueries(sql, new HitQueries(sql), clock);
    private static final PublicQueries window = new PublicQueries(sql);

    @BeforeAll
    static void manyDemands() {
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

    @ParameterizedTest
    @CsvSource({"0", "11", "110105", "110105001", "110105001026", "110105001026001"})
    void aPageReadsFewRowsAtEveryHeight(String code) {
        reads(code, Map.of(), 120);
        reads(code, Map.of("raisedFrom", "2026-10-01", "raisedTo", "2026-10-20"), 120);
        reads(code, Map.of("view", "open"), 600);
        reads(code, Map.of("view", "open", "age", "d4_7"), 3500);
        reads(code, Map.of("kind", "noise", "channel", "phone"), 400);
        reads(code, Map.of("status", "closed"), 4500);
        reads(code, Map.of("closedFrom", "2026-11-01", "closedTo", "2026-11-10"), 400);
        reads(code, Map.of("judged", "solved", "judgedFrom", "2026-11-01", "judgedTo", "2026-11-10"), 400);
        reads(code, Map.of("q", "n77"), 3500);
        reads(code, Map.of("q", "暖气"), 7000);
    }

    @ParameterizedTest
    @CsvSource({"110105", "110105001", "110105001026"})
    void theWindowReadsFewRowsToo(String digits) {
        Region node = regions.get(LedgerFixtures.code(digits));
        Actor anyone = Actor.resident(node.code(), node.subtree());
        LedgerReach reach = LedgerReach.of(anyone, node.code(), regions).orThrow();
        kernel.transactions().readPublished(node.subtree(), () -> {
            few(
                    200,
                    "window " + digits,
                    () -> assertThat(window.matters(reach, null, 20).items()).hasSize(20));
            return true;
        });
    }

    @Test
    void totalsStopAtAThousand() {
        asLeader("110105", reach -> {
            Actor leader = leader("110105");
            few(
                    2500,
                    "total",
                    () -> assertThat(queries.count(leader, reach, filter(Map.of())))
                            .isEqualTo("1000+"));
        });
    }

    private static void reads(String code, Map<String, String> asked, int most) {
        LedgerFilter filter = filter(asked);
        asLeader(code, reach -> {
            Actor leader = leader(code);
            few(most, code + " " + asked, () -> queries.page(leader, reach, filter, null, 20));
        });
    }

    private static LedgerFilter filter(Map<String, String> asked) {
        return LedgerFilter.of(asked, LocalDate.of(2026, 11, 24)).orThrow();
    }

    private static void asLeader(String code, Consumer<LedgerReach> work) {
        Actor leader = leader(code);
        kernel.transactions().read(leader, () -> {
            work.accept(LedgerReach.of(leader, null, regions).orThrow());
            return true;
        });
    }

    private static Actor leader(String code) {
        RegionCode node = code.equals("0") ? RegionCode.NATION : LedgerFixtures.code(code);
        Scope scope = regions.subtree(node);
        return new Actor(
                null, "某人", DutyKind.OBSERVER, null, node, regions.get(node).level(), "", null, scope, "");
    }

    /** Of this connection, which may still hold what earlier transactions read. */
    private static long rowsSoFar() {
        return sql.of("""
                        select sum(seq_tup_read + idx_tup_fetch)::bigint from pg_stat_xact_user_tables
                        where relname in ('demand', 'demand_step', 'demand_call_back')""").count();
    }

    private static void few(int most, String what, Runnable work) {
        long before = rowsSoFar();
        work.run();
        assertThat(rowsSoFar() - before).as(what).isLessThanOrEqualTo(most);
    }
}
