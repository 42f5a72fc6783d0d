package org.gongzhi.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacenameTests {

    @ParameterizedTest
    @CsvSource({
        "永安里社区居委会, 永安里社区, 永安里",
        "大望家园社区居民委员会, 大望家园社区, 大望家园",
        "康平居委会, 康平居委会, 康平居委会",
        "大北关居民委员会, 大北关居委会, 大北关居委会",
        "姚西村委会, 姚西村, 姚西村",
        "葛家村民委员会, 葛家村, 葛家村",
        "汤村村村委会, 汤村村, 汤村村",
        "团结社区村民委员会, 团结社区, 团结",
        "西日淖尔嘎查委员会, 西日淖尔嘎查, 西日淖尔嘎查",
        "八连生活区, 八连生活区, 八连生活区",
        "梧桐社区, 梧桐社区, 梧桐",
    })
    void committeesNameBecomesThePlaces(String official, String spoken, String brief) {
        assertThat(Placename.of(Region.COMMUNITY, official)).isEqualTo(new Placename(official, spoken, brief));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 建外街道, 建外",
        "4, 南磨房地区, 南磨房",
        "4, 和平街街道, 和平街",
        "4, 城关镇, 城关",
        "4, 常营回族乡, 常营",
        "4, 巴彦苏木, 巴彦",
        "4, 马镇, 马镇",
        "3, 朝阳区, 朝阳",
        "3, 浦东新区, 浦东",
        "3, 东区, 东区",
        "3, 宽城满族自治县, 宽城",
        "3, 积石山保安族东乡族撒拉族自治县, 积石山",
        "3, 东乡族自治县, 东乡族自治县",
        "3, 阿鲁科尔沁旗, 阿鲁科尔沁",
        "2, 东莞市, 东莞",
        "2, 延边朝鲜族自治州, 延边",
        "2, 阿里地区, 阿里",
        "1, 北京市, 北京",
        "1, 广西壮族自治区, 广西",
        "1, 新疆维吾尔自治区, 新疆",
        "1, 内蒙古自治区, 内蒙古",
    })
    void mapLabelLeavesOutWhatTheLevelSays(int level, String official, String brief) {
        assertThat(Placename.of(level, official).brief()).isEqualTo(brief);
        assertThat(Placename.of(level, official).spoken()).isEqualTo(official);
    }

    @Test
    void onlyLevelsOfTheCodeThatNobodySpeaksOfAreHidden() {
        assertThat(Placename.isHidden(Region.CITY, "市辖区")).isTrue();
        assertThat(Placename.isHidden(Region.CITY, "省直辖县级行政区划")).isTrue();
        assertThat(Placename.isHidden(Region.CITY, "石家庄市")).isFalse();
        assertThat(Placename.isHidden(Region.DISTRICT, "市辖区")).isFalse();
    }
}
