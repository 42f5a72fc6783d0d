package org.gongzhi.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every statement of the module but the searches, on a small tree. */
class RegionSqlTests {

    private static final Actor LOADER = Actor.worker("region");

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Tree tree = new Tree(database);

    @BeforeAll
    static void plant() {
        RegionFixtures.plant(database.application());
        RegionFixtures.plant(database.application());
    }

    @Test
    void pathAndParentLeaveOutHiddenLevels() {
        assertThat(tree.lookup.path(RegionFixtures.YONGANLI_GRID_2))
                .extracting(Region::name)
                .containsExactly("全国", "北京市", "朝阳区", "建外街道", "永安里社区", "第二网格");
        assertThat(tree.lookup.pathText(RegionFixtures.YONGANLI_GRID_2)).isEqualTo("朝阳区 › 建外街道 › 永安里社区 › 第二网格");
        assertThat(tree.lookup.pathText(RegionFixtures.GANGBEI)).isEqualTo("东莞市 › 东城街道 › 岗贝社区");
        assertThat(tree.lookup.pathText(RegionFixtures.BEIJING)).isEqualTo("北京市");
        assertThat(tree.lookup.parent(RegionFixtures.CHAOYANG).orElseThrow().code())
                .isEqualTo(RegionFixtures.BEIJING);
        assertThat(tree.lookup.parent(RegionFixtures.NATION)).isEmpty();
    }

    @Test
    void servedIsWhatAllWorkingTerritoriesHaveInCommon() {
        assertThat(tree.transactions.readFacts(tree.queries::workingTops))
                .extracting(Region::code)
                .containsExactly(RegionFixtures.CHAOYANG, RegionFixtures.XUHUI);
        assertThat(tree.lookup.served().code()).isEqualTo(RegionFixtures.NATION);
    }

    @Test
    void childrenComeInPinyinOrderAndGridsByNumber() {
        assertThat(tree.lookup.children(RegionFixtures.BEIJING))
                .extracting(Region::name)
                .containsExactly("朝阳区", "丰台区");
        assertThat(tree.lookup.children(RegionFixtures.JIANWAI))
                .extracting(Region::shortName)
                .containsExactly("光华里", "永安里");
        assertThat(tree.lookup.children(RegionFixtures.YONGANLI))
                .extracting(Region::name)
                .startsWith("第一网格", "第二网格");
        assertThat(tree.lookup.children(RegionFixtures.YULIN)).isEmpty();
    }

    @Test
    void subtreeNeverHoldsANeighbourWhoseCodeSharesDigits() {
        Scope chaoyang = tree.lookup.subtree(RegionFixtures.CHAOYANG);

        assertThat(chaoyang.holds(RegionFixtures.YONGANLI_GRID_1)).isTrue();
        assertThat(chaoyang.holds(RegionFixtures.FENGTAI)).isFalse();
        assertThat(tree.lookup.isWithin(RegionFixtures.GANGBEI, RegionFixtures.DONGGUAN))
                .isTrue();
        assertThat(tree.lookup.isWithin(RegionFixtures.GUANGHUALI, RegionFixtures.YONGANLI))
                .isFalse();
        assertThat(tree.lookup.isWithin(RegionFixtures.CHAOYANG, RegionFixtures.CHAOYANG))
                .isTrue();
    }

    @Test
    void codeOfNobodyIsNotFound() {
        assertThat(tree.lookup.find(new RegionCode(110_105_009_000_000L))).isEmpty();
        assertThatThrownBy(() -> tree.lookup.get(new RegionCode(110_105_009_000_000L)))
                .hasMessageContaining("no region 110105009000000");
    }

    @Test
    void lookupWorksInsideAnyonesTransaction() {
        assertThat(tree.transactions.read(Actor.worker("somebody"), () -> tree.lookup.find(RegionFixtures.JIXIANGLI)))
                .isPresent();
    }

    @Test
    void outlinesAndPointsAreKeptForPlacesThatAreThere() {
        String geojson = """
                {"features":[{"properties":{"code":"110106","label_point":[116.28,39.86]},"geometry":{"type":"Polygon","coordinates":[]}},
                             {"properties":{"code":"999999"},"geometry":null}]}""";
        Outcome<Integer> done = tree.transactions.write(LOADER, () -> {
            assertThat(tree.loads.labelPoints(geojson)).isEqualTo(1);
            assertThat(tree.loads.points(
                            java.util.List.of(110_106_001_000_000L, 999_999_000_000_000L),
                            java.util.List.of("116.36", "1"),
                            java.util.List.of("39.86", "1")))
                    .isEqualTo(1);
            return Outcome.done(tree.loads.outlines(geojson, true, "示意"));
        });

        assertThat(done.orThrow()).isEqualTo(1);
        assertThat(tree.transactions.readFacts(
                        () -> tree.maps.outlines(java.util.List.of(RegionFixtures.FENGTAI.value()))))
                .singleElement()
                .satisfies(outline -> assertThat(outline.credit()).isEqualTo("示意"));
        assertThat(tree.transactions.readFacts(tree.maps::workingOutlines))
                .extracting(RegionMapQueries.Outline::code)
                .containsExactly(RegionFixtures.JIANWAI, RegionFixtures.CHAOWAI);
        assertThat(tree.lookup.get(RegionFixtures.YOUANMEN).lng()).isEqualTo(116.36);
    }

    @Test
    void listThatComesLaterAddsAndRenamesAndLeavesTheRest() {
        String list = """
                code,name,level,parent_code
                31,上海市,1,
                3101,市辖区,2,31
                310101,黄浦区,3,3101
                310104,徐家汇区,3,3101
                """;
        tree.transactions
                .write(LOADER, () -> {
                    assertThat(tree.rows.isEmpty()).isFalse();
                    tree.rows.merge(writer -> RegionList.read(new BufferedReader(new StringReader(list)), node -> {
                        try {
                            writer.write(node, NameIndex.of(node.name().spoken()));
                        } catch (java.io.IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
                    var counts = new GramCounts();
                    IntStream.rangeClosed(0, RegionSearch.COMMON).forEach(_ -> counts.add(5, Set.of("社区")));
                    counts.add(4, Set.of("社区", "徐家"));
                    tree.rows.noteCommonGrams(counts);
                    assertThat(counts.above(RegionSearch.COMMON))
                            .containsExactlyInAnyOrder(
                                    new GramCounts.Count("社区", 5, RegionSearch.COMMON + 1),
                                    new GramCounts.Count("社区", 4, 1));
                    return Outcome.done(true);
                })
                .orThrow();

        tree.lookup.forgetAfterwards();
        assertThat(tree.lookup.children(RegionFixtures.SHANGHAI))
                .extracting(Region::name)
                .containsExactly("黄浦区", "徐家汇区");
        assertThat(tree.lookup.get(RegionFixtures.XUHUI).working()).isTrue();
        assertThat(tree.lookup.find(RegionFixtures.TIANPINGLU)).isPresent();
    }

    @Test
    void whatWasLoadedIsRemembered() {
        tree.transactions
                .write(LOADER, () -> {
                    tree.loads.lock();
                    tree.loads.note("a file", "abc", 3);
                    tree.loads.note("a file", "abd", 4);
                    return Outcome.done(true);
                })
                .orThrow();

        assertThat(tree.transactions.readFacts(() -> tree.loads.sha256("a file")))
                .contains("abd");
        assertThat(tree.transactions.readFacts(() -> tree.loads.sha256("another")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void countryIsNeverLoadedOverATerritory() {
        assertThatThrownBy(() -> tree.transactions.write(LOADER, () -> {
                    tree.rows.fill(_ -> {});
                    return Outcome.done(true);
                }))
                .hasMessageContaining("regions are loaded already");
    }
}
