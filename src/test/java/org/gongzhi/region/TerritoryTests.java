package org.gongzhi.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TerritoryTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Tree tree = new Tree(database);

    @BeforeAll
    static void plant() {
        RegionFixtures.plant(database.application());
    }

    @Test
    void gridLiesInItsCommunityAndHoldsOneCode() {
        Region grid = addGrid(RegionFixtures.GUANGHUALI, 7, "第七网格").orThrow();

        assertThat(grid.code()).isEqualTo(new RegionCode(110_105_001_027_007L));
        assertThat(grid.to()).isEqualTo(110_105_001_027_008L);
        assertThat(grid.level()).isEqualTo(Region.GRID);
        assertThat(grid.kind()).isEqualTo("grid");
        assertThat(grid.working()).isTrue();
        assertThat(tree.lookup.isWithin(grid.code(), RegionFixtures.GUANGHUALI)).isTrue();
        assertThat(tree.lookup.children(RegionFixtures.GUANGHUALI))
                .extracting(Region::name)
                .containsExactly("第一网格", "第七网格");
        assertThat(tree.events).contains(new RegionEvent.GridAdded(grid.code(), RegionFixtures.GUANGHUALI, "第七网格"));
    }

    @Test
    void manyGridsAtOnceAreGridsLikeAnyOther() {
        var grids = java.util.List.of(
                new Territory.NewGrid(RegionFixtures.JIQINGLI, 4, "第四网格"),
                new Territory.NewGrid(RegionFixtures.JIQINGLI, 5, "第五网格"));
        int added = tree.transactions
                .write(Actor.worker("test"), () -> Outcome.done(tree.territory.addGrids(grids)))
                .orThrow();

        assertThat(added).isEqualTo(2);
        Region grid = tree.lookup.get(new RegionCode(110_105_002_021_004L));
        assertThat(grid.name()).isEqualTo("第四网格");
        assertThat(grid.level()).isEqualTo(Region.GRID);
        assertThat(grid.to()).isEqualTo(110_105_002_021_005L);
        assertThat(grid.working()).isTrue();
        assertThat(tree.lookup.children(RegionFixtures.JIQINGLI)).hasSize(3);
        assertThat(tree.events).contains(new RegionEvent.GridAdded(grid.code(), RegionFixtures.JIQINGLI, "第四网格"));
    }

    @Test
    void noGridLiesInAStreet() {
        var wrong = java.util.List.of(new Territory.NewGrid(RegionFixtures.JIANWAI, 1, "第一网格"));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.transactions.write(
                        Actor.worker("test"), () -> Outcome.done(tree.territory.addGrids(wrong))));
    }

    @Test
    void gridNumberIsTakenOnce() {
        assertRefused(addGrid(RegionFixtures.YONGANLI, 1, "又一个"), RegionRefusal.GRID_NUMBER_TAKEN);
    }

    @Test
    void gridNeedsACommunityANumberAndAName() {
        assertRefused(addGrid(RegionFixtures.JIANWAI, 1, "第一网格"), RegionRefusal.NOT_A_COMMUNITY);
        assertRefused(addGrid(new RegionCode(1), 1, "第一网格"), RegionRefusal.UNKNOWN);
        assertRefused(addGrid(RegionFixtures.YONGANLI, 0, "第零网格"), RegionRefusal.GRID_NUMBER_OUT_OF_RANGE);
        assertRefused(addGrid(RegionFixtures.YONGANLI, 1000, "第一千网格"), RegionRefusal.GRID_NUMBER_OUT_OF_RANGE);
        assertRefused(addGrid(RegionFixtures.YONGANLI, 9, " "), RegionRefusal.GRID_NAME_MISSING);
    }

    @Test
    void gridOfARefusedTransactionIsForgotten() {
        var code = new RegionCode(110_105_002_022_001L);
        Outcome<Region> undone = tree.transactions.write(
                Actor.worker("test"),
                () -> tree.territory
                        .addGrid(RegionFixtures.JIXIANGLI, 1, "第一网格")
                        .peek(grid -> assertThat(tree.lookup.find(grid.code())).isPresent())
                        .then(_ -> Outcome.refused(RegionRefusal.NOWHERE)));

        assertThat(undone.isDone()).isFalse();
        assertThat(tree.lookup.find(code)).isEmpty();
    }

    @Test
    void territoryTakenIntoUseIsWorkingFromItsRootDown() {
        Outcome<Integer> opened =
                tree.transactions.write(Actor.worker("test"), () -> tree.territory.open(RegionFixtures.DONGGUAN));

        assertThat(opened.orThrow()).isEqualTo(3);
        assertThat(tree.lookup.get(RegionFixtures.GANGBEI).working()).isTrue();
        assertThat(tree.lookup.get(RegionFixtures.GUANGDONG).working()).isFalse();
        assertRefused(
                tree.transactions.write(
                        Actor.worker("test"), () -> tree.territory.open(new RegionCode(120_000_000_000_000L))),
                RegionRefusal.UNKNOWN);
    }

    private static Outcome<Region> addGrid(RegionCode community, int number, String name) {
        return tree.transactions.write(Actor.worker("test"), () -> tree.territory.addGrid(community, number, name));
    }

    private static void assertRefused(Outcome<?> outcome, RegionRefusal reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
