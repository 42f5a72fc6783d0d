package org.gongzhi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicTitleTests {

    @ParameterizedTest
    @CsvSource({
        "12号楼501室暖气不热,12号楼暖气不热",
        "12号楼3单元501室暖气不热,12号楼暖气不热",
        "12号楼三单元五零一室漏水,12号楼漏水",
        "永安里12号楼2单元下水反味,永安里12号楼下水反味",
        "3号楼2门301水管爆裂,3号楼水管爆裂",
        "12号楼501暖气不热,12号楼暖气不热",
        "12-3-501暖气不热,12号楼暖气不热",
        "南郎家园12-3-501暖气不热,南郎家园12号楼暖气不热",
        "５号楼６０２室噪声,5号楼噪声",
    })
    void isCutToTheBuilding(String words, String shown) {
        assertThat(PublicTitle.of(words)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "暖气不热 13812345521 请联系,暖气不热 请联系",
        "暖气不热 138-1234-5521,暖气不热",
        "请打 010-65881234,请打",
        "身份证11010519491231002X 的老人,身份证 的老人",
        "京A12345 堵住出口,一辆车 堵住出口",
        "写信到 li.ming@example.cn 暖气,写信到 暖气",
    })
    void numbersThatLeadToSomebodyAreGone(String words, String shown) {
        assertThat(PublicTitle.of(words)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "王先生家漏水,一位居民家漏水",
        "李秀英女士反映噪声,一位居民反映噪声",
        "楼上张阿姨半夜拉琴,楼上一位居民半夜拉琴",
        "欧阳师傅乱停车,一位居民乱停车",
        "我叫王小明，暖气不热,暖气不热",
        "暖气不热我叫欧阳淑珍（急）,暖气不热（急）",
        "联系人：司马文！暖气不热,！暖气不热",
    })
    void peopleHaveNoNames(String words, String shown) {
        assertThat(PublicTitle.of(words))
                .doesNotContain("王", "李", "张", "欧", "司马", "秀英", "小明")
                .isEqualTo(shown);
    }

    @Test
    void marksBesideChineseAreChineseMarks() {
        assertThat(PublicTitle.of("电梯停了,3天没修(2号楼)!谁来管?")).isEqualTo("电梯停了，3天没修（2号楼）！谁来管？");
        assertThat(PublicTitle.of("晚8:30停水…价格1,200元")).isEqualTo("晚8:30停水…价格1,200元");
    }

    @Test
    void marksStayAsWideAsTheyWereWritten() {
        assertThat(PublicTitle.of("垃圾没有清运😀（19）")).isEqualTo("垃圾没有清运😀（19）");
        assertThat(PublicTitle.of("３，５号楼都断了ＷｉＦｉ！！")).isEqualTo("3，5号楼都断了WiFi！！");
    }

    @ParameterizedTest
    @CsvSource({"临街商铺油烟直排，开不了窗", "家里有90岁老人", "早上6点前吆喝", "从11月24日开始停水", "电动自行车从窗户拉线充电", "建国路88号院北门", "2026年供暖"})
    void whatNamesNobodyStaysAsItWas(String words) {
        assertThat(PublicTitle.of(words)).isEqualTo(words);
    }

    @Test
    void isNeverEmptyNorLong() {
        assertThat(PublicTitle.of("501室")).isEqualTo("一件诉求");
        assertThat(PublicTitle.of("暖".repeat(10_000))).hasSize(80);
        assertThat(PublicTitle.of("𠮷".repeat(100)).codePoints().count()).isEqualTo(80);
    }
}
