package org.gongzhi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.TestRegions;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cities and the nation read few rows wherever the demands lie: all in one of 3,000 districts, which makes the planner believe that any district holds them
 * all; or in each of the 3,000.
 */
class LedgerSpreadPlanTests {

    /** A tree of 10 provinces, each with 10 cities of 30 districts, and 60,000 demands. */
    enum Spread {
        ONE_DISTRICT("500101000000000"),
        EVERY_DISTRICT(
                "(50 + n % 10) * 10000000000000 + (1 + n / 10 % 10) * 100000000000 + (1 + n / 100 % 30) * 1000000000");

        private final String place;

        Spread(String place) {
            this.place = place;
        }
    }

    private static final Map<Spread, Country> COUNTRIES = new java.util.EnumMap<>(Spread.class);

    private static final class Country {

        private final Clock clock = Clock.fixed(LedgerFixtures.NOW, Time.ZONE);
        private final TestDatabase database = TestDatabase.fresh();
        private final Kernel kernel = Kernel.on(database);
        private final RegionLookup regions = TestRegions.lookup(kernel.transactions(), database.application(), clock);
        private final LedgerQueries queries =
                new LedgerQueries(kernel.sql(), new HitQueries(kernel.sql(), clock), clock);

        Country(Spread spread) {
            kernel.asOwner("""
                    insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, is_working, pinyin, initials, grams)
                    select code, code + width, level, parent, '地' || code, '地', '地', kind, false, level = 3, 'di', 'd', array['地']
                    from (select p * 10000000000000, 10000000000000, 1, 0, 'province' from generate_series(50, 59) p
                          union all
                          select p * 10000000000000 + c * 100000000000, 100000000000, 2, p * 10000000000000, 'city'
                          from generate_series(50, 59) p, generate_series(1, 10) c
                          union all
                          select p * 10000000000000 + c * 100000000000 + d * 1000000000, 1000000000, 3, p * 10000000000000 + c * 100000000000, 'district'
                          from generate_series(50, 59) p, generate_series(1, 10) c, generate_series(1::bigint, 30) d) made (code, width, level, parent, kind)""");
            kernel.asOwner("""
                    insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, resume_status,
                        node_code, first_node_code, closed_at, clock_rule_id, due_at, warn_at, paused_at, review_on, is_late, reopen_count, search)
                    select gen_random_uuid(), '2611-' || n, place, '暖气不热', '暖气不热', (array['heating','noise','water','lift'])[1 + n %% 4],
                           (array['online','phone'])[1 + n / 4 %% 2], true, timestamptz '2026-11-24 00:00+08' - n * interval '5 minutes', state, now(),
                           case when state = 'suspended' then 'handling' end, place, place, case when state in ('closed', 'settled') then now() end,
                           (select id from clock_rule limit 1), timestamptz '2026-11-27 00:00+08' - n * interval '4 minutes',
                           timestamptz '2026-11-26 00:00+08' - n * interval '4 minutes', case when state = 'suspended' then now() end,
                           case when state = 'suspended' then date '2026-12-01' end, n %% 7 = 0, (n %% 11 = 0)::int,
                           array_to_tsvector(array['暖气', '不热'] || case when n %% 15 = 0 then array['车库'] else array[]::text[] end)
                    from (select n, %s as place,
                                 case when n < 6000 then (array['raised','accepted','handling','suspended'])[1 + n %% 4]
                                      when n %% 40 = 0 then 'closed' else 'settled' end as state
                          from generate_series(1::bigint, 60000) n) made""".formatted(spread.place));
            kernel.asOwner("analyze demand");
        }

        long rowsSoFar() {
            return kernel.sql().of("""
                            select sum(seq_tup_read + idx_tup_fetch)::bigint from pg_stat_xact_user_tables
                            where relname in ('demand', 'demand_step', 'demand_call_back')""").count();
        }

        void reads(String code, Map<String, String> asked, int most) {
            RegionCode node = code.equals("0") ? RegionCode.NATION : LedgerFixtures.code(code);
            Scope scope = regions.subtree(node);
            Actor leader = new Actor(
                    null, "某人", DutyKind.OBSERVER, null, node, regions.get(node).level(), "", null, scope, "");
            LedgerFilter filter =
                    LedgerFilter.of(asked, LocalDate.of(2026, 11, 24)).orThrow();
            kernel.transactions().read(leader, () -> {
                LedgerReach reach = LedgerReach.of(leader, null, regions).orThrow();
                long before = rowsSoFar();
                queries.pageOfAll(leader, reach, filter, null, 20);
                assertThat(rowsSoFar() - before).as(code + " " + asked).isLessThanOrEqualTo(most);
                return true;
            });
        }
    }

    @AfterAll
    static void leave() {
        COUNTRIES.values().forEach(country -> country.database.close());
    }

    private static final List<Map<String, String>> PAGES = Stream.concat(
                    Stream.of("all", "open", "late", "call_back", "unsolved", "suspended")
                            .map(view -> Map.of("view", view)),
                    Stream.of(Map.of("kind", "noise", "channel", "phone"), Map.of("q", "车库"), Map.of("q", "暖气")))
            .toList();

    @ParameterizedTest
    @EnumSource
    void aPageOfTheNationReadsFewRowsWhereverTheyLie(Spread spread) {
        Country country = COUNTRIES.computeIfAbsent(spread, Country::new);
        PAGES.forEach(page -> country.reads("0", page, 9_000));
        country.reads("0", Map.of("view", "all"), 1_100);
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfACityReadsFewRowsWhereverTheyLie(Spread spread) {
        Country country = COUNTRIES.computeIfAbsent(spread, Country::new);
        for (String city : List.of("5001", "5002")) {
            PAGES.forEach(page -> country.reads(city, page, 9_000));
            country.reads(city, Map.of("view", "all"), 1_700);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfAProvinceReadsFewRowsWhereverTheyLie(Spread spread) {
        Country country = COUNTRIES.computeIfAbsent(spread, Country::new);
        for (String province : List.of("50", "51")) {
            // Each of 300 districts holds 20 in all.
            PAGES.forEach(page -> country.reads(province, page, 13_000));
        }
    }
}
