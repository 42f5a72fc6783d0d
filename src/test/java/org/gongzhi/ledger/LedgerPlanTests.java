package org.gongzhi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.region.RegionLookup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With 100,000 demands a page reads a few rows by index, at every height of the tree and under row-level security. */
class LedgerPlanTests {

    @AutoClose
    private static final ManyDemands demands = new ManyDemands();

    private static final RegionLookup regions = demands.regions;
    private static final LedgerQueries queries =
            new LedgerQueries(demands.sql, new HitQueries(demands.sql, demands.clock), demands.clock);

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
    @CsvSource({"110105001", "110105001026"})
    void openMattersAreNotSoughtAmongTheSettledThatCameAfterThem(String code) {
        demands.kernel.asOwner("""
                update demand set raised_at = raised_at - interval '3 years'
                where status in ('raised','accepted','assigned','handling','verifying','suspended') and raised_at > timestamptz '2025-01-01'""");
        demands.kernel.asOwner("analyze demand");
        reads(code, Map.of("view", "open", "sort", "raised"), 120);
    }

    @Test
    void totalsStopAtAThousand() {
        asLeader("110105", reach -> {
            Actor leader = leader("110105");
            demands.few(
                    2500,
                    "total",
                    () -> assertThat(queries.count(leader, reach, filter(Map.of())))
                            .isEqualTo("1000+"));
        });
    }

    /** Few of either kind, in a district that is full of what others do. */
    @Test
    void aDepartmentReadsWhatItWasGivenAndWhatItWasCalledTo() {
        UUID department = UUID.randomUUID();
        demands.kernel.asOwner(
                "insert into department (id, region_code, name, kind) values ('%s', 110105000000000, '绿化局', 'office')"
                        .formatted(department));
        demands.kernel.asOwner(
                "update demand set department_id = '%s' where number like '建外2611-5%%77'".formatted(department));
        demands.kernel.asOwner(
                "update demand set called_departments = array['%s'::uuid] where number like '建外2611-6%%77'"
                        .formatted(department));
        demands.kernel.asOwner("analyze demand");
        Actor officer = new Actor(
                null,
                "某人",
                DutyKind.DEPARTMENT_HANDLER,
                null,
                LedgerFixtures.code("110105"),
                3,
                "绿化局",
                department,
                regions.subtree(LedgerFixtures.code("110105")),
                "");
        demands.kernel.transactions().read(officer, () -> {
            LedgerReach reach = LedgerReach.of(officer, null, regions).orThrow();
            for (Map<String, String> asked :
                    List.of(Map.<String, String>of(), Map.of("view", "all"), Map.of("kind", "noise"))) {
                demands.few(
                        500,
                        "department " + asked,
                        () -> assertThat(queries.page(officer, reach, filter(asked), null, 20)
                                        .items())
                                .isNotEmpty());
            }
            return true;
        });
    }

    private static void reads(String code, Map<String, String> asked, int most) {
        LedgerFilter filter = filter(asked);
        asLeader(code, reach -> {
            Actor leader = leader(code);
            demands.few(most, code + " " + asked, () -> queries.page(leader, reach, filter, null, 20));
        });
    }

    private static LedgerFilter filter(Map<String, String> asked) {
        return LedgerFilter.of(asked, LocalDate.of(2026, 11, 24)).orThrow();
    }

    private static void asLeader(String code, Consumer<LedgerReach> work) {
        Actor leader = leader(code);
        demands.kernel.transactions().read(leader, () -> {
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
}
