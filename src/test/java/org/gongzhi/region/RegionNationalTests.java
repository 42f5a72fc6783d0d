package org.gongzhi.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the whole country, loaded once for all of them. */
class RegionNationalTests {

    private static final RegionCode CHAOYANG = RegionCode.parse("110105").orElseThrow();
    /** Of 665,271. */
    private static final long FEW_ROWS = 15_000;

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Tree tree = new Tree(database);
    private static final Sql sql = new Sql(tree.database);

    @BeforeAll
    static void loadTheCountryAndTakeChaoyangIntoUse() {
        tree.loadRegions.load();
        tree.transactions
                .write(Actor.worker("test"), () -> tree.territory.open(CHAOYANG))
                .orThrow();
    }

    @Test
    void wholeCountryIsThereWithItsIndexes() {
        assertThat(count("select count(*) from region")).isEqualTo(665_272);
        assertThat(count("select count(*) from pg_indexes where tablename = 'region'"))
                .isEqualTo(10);
        assertThat(count("select count(*) from region where is_working")).isEqualTo(1 + 43 + 768);
        assertThat(count("select count(*) from region_boundary")).isEqualTo(2 + 43 + 13);
        assertThat(count("select count(*) from region where lng is not null")).isGreaterThan(410);
        assertThat(tree.events).filteredOn(RegionEvent.Loaded.class::isInstance).hasSize(5);
        assertThat(tree.events)
                .filteredOn(RegionEvent.Loading.class::isInstance)
                .hasSize(13);
    }

    @Test
    void secondStartLoadsNothing() {
        int before = tree.events.size();

        tree.loadRegions.load();

        assertThat(tree.events).hasSize(before);
    }

    @Test
    void rangeOfEveryNodeInTheTableHoldsExactlyItsDescendants() {
        assertThat(count("""
                select count(*) from region node join region parent on parent.code = node.parent_code
                where node.code <= parent.code or node.code_to > parent.code_to""")).isZero();
    }

    @Test
    void pathsLeaveOutWhatNobodySpeaksOf() {
        assertThat(tree.lookup.pathText(code("110105001026"))).isEqualTo("朝阳区 › 建外街道 › 永安里社区");
        assertThat(tree.lookup.pathText(code("441900003001"))).isEqualTo("东莞市 › 东城街道 › 岗贝社区");
        assertThat(tree.lookup.children(code("11")))
                .extracting(Region::name)
                .hasSize(16)
                .startsWith("昌平区", "朝阳区", "大兴区");
    }

    @Test
    void placesAreFoundByAnyPartOfTheirName() {
        assertThat(names("永安里")).startsWith("永安里社区");
        assertThat(find("安里", CHAOYANG, null)).extracting(Region::name).contains("永安里社区");
        assertThat(names("永安里社区居委会")).startsWith("永安里社区");
        assertThat(names("北京")).startsWith("北京市");
        assertThat(names("朝阳")).startsWith("朝阳区", "朝阳市");
        assertThat(search("朝阳").getFirst().code()).isEqualTo(CHAOYANG);
        assertThat(names("那𡌶")).containsExactly("那𡌶村");
    }

    @Test
    void severalWordsAndWholeAddressesNarrowFromOutsideIn() {
        assertThat(search("朝阳 建外").getFirst().code()).isEqualTo(code("110105001"));
        assertThat(search("建外 朝阳").getFirst().code()).isEqualTo(code("110105001"));
        assertThat(search("北京 朝阳 永安里").getFirst().code()).isEqualTo(code("110105001026"));
        assertThat(search("北京市朝阳区建外街道永安里社区").getFirst().code()).isEqualTo(code("110105001026"));
        assertThat(search("朝阳区 永安里 8号楼").getFirst().code()).isEqualTo(code("110105001026"));
        assertThat(search("徐汇 康平").getFirst().name()).isEqualTo("康平居委会");
    }

    @Test
    void placesAreFoundByPinyinInitialsAndCode() {
        assertThat(search("chaoyang").getFirst().code()).isEqualTo(CHAOYANG);
        assertThat(names("yonganli")).startsWith("永安里社区");
        assertThat(names("cyq")).startsWith("朝阳区");
        assertThat(search("chaoyang jianwai").getFirst().code()).isEqualTo(code("110105001"));
        assertThat(search("110105").getFirst().code()).isEqualTo(CHAOYANG);
        assertThat(search("110105001026").getFirst().name()).isEqualTo("永安里社区");
        assertThat(names("lvdi")).isNotEmpty();
    }

    @Test
    void withinKeepsToTheSubtreeAndLevelToTheLevel() {
        assertThat(find("永安", CHAOYANG, null))
                .isNotEmpty()
                .allMatch(region -> tree.lookup.isWithin(region.code(), CHAOYANG));
        assertThat(find("朝阳", null, Region.STREET)).isNotEmpty().allMatch(region -> region.level() == Region.STREET);
        assertThat(find("家村", code("37"), Region.COMMUNITY))
                .hasSize(20)
                .allMatch(region -> region.code().toString().startsWith("37"));
        assertThat(find("110105", CHAOYANG, Region.STREET)).hasSize(20);
        assertThat(find("zhang", code("3701"), null)).isNotEmpty();
    }

    @Test
    void whatNobodyIsCalledFindsNothing() {
        assertThat(search("龘靐齉")).isEmpty();
        assertThat(search("zzzzzzzz")).isEmpty();
        assertThat(search("%_")).isEmpty();
        assertThat(search("  ")).isEmpty();
        assertThat(search("'; drop table region; --")).isEmpty();
        assertThat(search("永".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "朝阳",
                "建外",
                "永安里",
                "社区",
                "街道",
                "家村",
                "村",
                "新村",
                "朝阳 社区",
                "朝阳 建外",
                "张",
                "zhang",
                "z",
                "cyq",
                "sq",
                "11",
                "110105",
                "龘靐",
                "北京市朝阳区建外街道永安里社区"
            })
    void noSearchReadsTheWholeTable(String text) {
        Read read = tree.transactions.readFacts(() -> {
            Read before = readSoFar();
            tree.search.find(text, null, null, 20);
            return readSoFar().since(before);
        });

        assertThat(read.sequentialScans()).isZero();
        assertThat(read.rows()).isLessThan(FEW_ROWS);
    }

    /** What this transaction asked of the table: says more than a plan, and is the same on a busy machine. */
    private record Read(long sequentialScans, long rows) {
        Read since(Read before) {
            return new Read(sequentialScans - before.sequentialScans, rows - before.rows);
        }
    }

    private static Read readSoFar() {
        return sql.of("select seq_scan, idx_tup_fetch from pg_stat_xact_user_tables where relname = 'region'")
                .optional(row -> new Read(row.number("seq_scan"), row.number("idx_tup_fetch")))
                .orElse(new Read(0, 0));
    }

    private static List<Region> search(String text) {
        return find(text, null, null);
    }

    private static List<String> names(String text) {
        return search(text).stream().map(Region::name).toList();
    }

    private static List<Region> find(String text, @Nullable RegionCode within, @Nullable Integer level) {
        return tree.transactions.readFacts(
                () -> tree.search.find(text, within == null ? null : tree.lookup.get(within), level, 20));
    }

    private static long count(@com.google.errorprone.annotations.CompileTimeConstant String text) {
        return tree.transactions.readFacts(() -> sql.of(text).count());
    }

    private static RegionCode code(String digits) {
        return RegionCode.parse(digits).orElseThrow();
    }
}
