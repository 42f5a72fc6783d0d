package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.demand.DemandWorld.COMMUNITY;
import static org.gongzhi.demand.DemandWorld.GRID;
import static org.gongzhi.demand.DemandWorld.OTHER_GRID;
import static org.gongzhi.demand.DemandWorld.said;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RaiseDemandTests {

    @AutoClose
    private static final DemandWorld world = new DemandWorld();

    private final RaiseDemand raise = world.bean(RaiseDemand.class);

    @Test
    void aResidentIsHeardByTheCommunityWithAClockANumberAndACode() {
        var heard = raise.raise(world.residentOf(COMMUNITY), said(GRID, "online"), world.code("7K4P92MXQ3"))
                .orThrow();
        var id = new DemandId(heard.id());
        Demand demand = world.now(id);
        assertThat(demand.status()).isEqualTo(DemandStatus.RAISED);
        assertThat(demand.node()).isEqualTo(COMMUNITY);
        assertThat(demand.origin().region()).isEqualTo(GRID);
        assertThat(demand.origin().registeredBy()).isNull();
        assertThat(demand.clock().dueAt()).isEqualTo(DemandWorld.NOW.plus(Duration.ofHours(24)));
        assertThat(heard.number()).startsWith("建外2611-");
        assertThat(world.lastStep(id).publicWords()).isEqualTo("永安里社区收到了您反映的事");
        assertThat(world.lastStep(id).actor()).isEqualTo("居民");
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("accept");
            assertThat(todo.node()).isEqualTo(COMMUNITY);
            assertThat(todo.dueAt()).isEqualTo(DemandWorld.NOW.plus(Duration.ofHours(2)));
        });
        assertThat(world.audited(id)).containsExactly("demand.raise");
        assertThat(world.events.getLast()).isEqualTo(new DemandEvent.Raised(DemandEvent.Snapshot.of(demand)));
        assertThat(world.owner
                        .sql("select demand_id from demand_code where code_digest = :digest")
                        .param("digest", world.code("7K4P92MXQ3"))
                        .query(UUID.class)
                        .single())
                .isEqualTo(id.value());
    }

    @Test
    void numbersOfAStreetFollowEachOther() {
        var first = raise.register(world.clerk, said(GRID, "phone")).orThrow().number();
        var second = raise.register(world.clerk, said(GRID, "phone")).orThrow().number();
        assertThat(Integer.parseInt(second.substring(second.length() - 4)))
                .isEqualTo(Integer.parseInt(first.substring(first.length() - 4)) + 1);
    }

    @Test
    void aGridWorkerRegistersInHisGridAndNowhereElse() {
        var heard = raise.register(world.gridWorker, said(GRID, "walk_visit")).orThrow();
        assertThat(world.now(new DemandId(heard.id())).origin().registeredBy()).isEqualTo(world.gridWorker.accountId());
        for (RegionCode elsewhere : List.of(OTHER_GRID, COMMUNITY, RegionFixtures.GUANGHUALI_GRID_1)) {
            world.refused(
                    DemandRefusal.YOU_ONLY_LOOK, w -> raise.register(w.gridWorker, said(elsewhere, "walk_visit")));
        }
    }

    @Test
    void staffRegisterOnTheirTerritoryOnlyAndOnlookersNowhere() {
        assertThat(raise.register(world.streetOfficer, said(COMMUNITY, "hotline"))
                        .isDone())
                .isTrue();
        world.refused(DemandRefusal.YOU_ONLY_LOOK, w -> raise.register(w.neighbour, said(GRID, "phone")));
        world.refused(DemandRefusal.YOU_ONLY_LOOK, w -> raise.register(w.observer, said(GRID, "phone")));
        world.refused(DemandRefusal.YOU_ONLY_LOOK, w -> raise.register(w.administrator, said(GRID, "phone")));
    }

    @Test
    void aDepartmentAndALineOfOtherKindsRegisterNothingTheyCouldNotSee() {
        world.refused(DemandRefusal.YOU_ONLY_LOOK, w -> raise.register(w.heating, said(GRID, "phone")));
        var noiseOnly = world.hire("夏至", DutyKind.STREET_OFFICER, DemandWorld.STREET, null, List.of("noise"));
        world.refused(DemandRefusal.YOU_ONLY_LOOK, _ -> raise.register(noiseOnly, said(GRID, "phone")));
    }

    @Test
    void whatCannotBeKeptIsRefusedByItsField() {
        invalid("words", DemandRefusal.WORDS_MISSING, with("  \u0007 ", null, null, false, null, "heating", List.of()));
        invalid(
                "words",
                DemandRefusal.WORDS_TOO_LONG,
                with("长".repeat(2001), null, null, false, null, "heating", List.of()));
        invalid(
                "place",
                DemandRefusal.PLACE_TOO_LONG,
                with("漏水", null, "号".repeat(121), false, null, "heating", List.of()));
        invalid(
                "title",
                DemandRefusal.TITLE_TOO_LONG,
                with("漏水", "题".repeat(81), null, false, null, "heating", List.of()));
        invalid(
                "anonymous",
                DemandRefusal.ANONYMOUS_WITH_CONTACT,
                with("漏水", null, null, true, "13800005521", "heating", List.of()));
        invalid("kind", DemandRefusal.KIND_UNKNOWN, with("漏水", null, null, false, null, "weather", List.of()));
        invalid(
                "fileIds",
                DemandRefusal.TOO_MANY_FILES,
                with(
                        "漏水",
                        null,
                        null,
                        false,
                        null,
                        "heating",
                        List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID())));
        var resident = world.residentOf(COMMUNITY);
        world.refused(
                DemandRefusal.REGION_NOT_WORKING,
                w -> raise.raise(
                        w.residentOf(RegionFixtures.YULIN),
                        said(RegionFixtures.YULIN, "online"),
                        w.code("2222222222")));
        for (Double lat : new Double[] {null, 91.0, Double.NaN}) {
            world.refused(
                    DemandRefusal.COORDINATES_INVALID,
                    w -> raise.raise(resident, at(116.4, lat), w.code("2222222222")));
        }
        world.refused(DemandRefusal.CHANNEL_UNKNOWN, w -> raise.register(w.clerk, said(GRID, "telepathy")));
    }

    @Test
    void aCharacterCutInHalfIsLeftOut() {
        var heard = raise.register(world.clerk, with("漏水\ud83d了", null, null, true, null, "leak", List.of()))
                .orThrow();
        assertThat(world.now(new DemandId(heard.id())).origin().words()).isEqualTo("漏水了");
    }

    private void invalid(String field, DemandRefusal why, RaiseDemand.Said said) {
        assertThat(world.refused(why, w -> raise.register(w.clerk, said)).field())
                .isEqualTo(field);
    }

    private static RaiseDemand.Said at(Double lng, @Nullable Double lat) {
        return new RaiseDemand.Said(
                GRID, "heating", "online", "漏水", null, null, lng, lat, true, null, null, List.of(), Map.of());
    }

    private static RaiseDemand.Said with(
            String words,
            @Nullable String title,
            @Nullable String place,
            boolean isAnonymous,
            @Nullable String phone,
            String kind,
            List<UUID> files) {
        return new RaiseDemand.Said(
                GRID, kind, "phone", words, title, place, null, null, isAnonymous, null, phone, files, Map.of());
    }
}
