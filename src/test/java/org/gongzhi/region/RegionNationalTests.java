package org.gongzhi.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the whole country, loaded once for all of them. */
class RegionNationalTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Tree tree = new Tree(database);

    @BeforeAll
    static void loadTheCountry() {
        tree.loadRegions.load();
    }

    @Test
    void wholeCountryIsThere() {
        assertThat(tree.events).isNotEmpty();
        assertThat(tree.lookup.pathText(RegionCode.parse("110105001026").orElseThrow()))
                .isEqualTo("朝阳区 › 建外街道 › 永安里社区");
    }
}
