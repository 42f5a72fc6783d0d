package org.gongzhi.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoveringTests {

    private static String covered(String text, String... words) {
        return String.valueOf(new Covering(List.of(words)).apply(text));
    }

    @Test
    void wordsAreCoveredWhereverTheyStandAndTheirLengthIsNotTold() {
        assertThat(covered("王小明说，找王小明", "王小明")).isEqualTo("■■说，找■■");
        assertThat(covered("说了两个字", "两个字")).isEqualTo("说了■■");
        assertThat(new Covering(List.of("王小明")).apply((String) null)).isNull();
    }

    @Test
    void aTextNeverGetsLonger() {
        assertThat(covered("张三张三", "张三")).hasSize(4);
    }

    @Test
    void whatATitleHasRoomForOfThemIsCoveredToo() {
        assertThat(covered("楼下餐馆的老板是三单元的王小…", "王小明")).isEqualTo("楼下餐馆的老板是三单元的■■…");
    }

    @Test
    void digitsThatLookTheSameAreTheSame() {
        assertThat(covered("电话13800001111", "１３８００００１１１１")).isEqualTo("电话■■");
    }

    @Test
    void whatWasWrittenSinceStaysWhenTheRestIsBroughtBack() {
        var now = new Passage("todo", new UUID(0, 1), Arrays.asList("■■家", "已接单", null, null));
        var shown = now.with(Arrays.asList("■■家", "待派单", null, null));
        var meant = now.with(Arrays.asList("王小明家", "待派单", null, null));
        assertThat(now.back(shown, meant).parts()).containsExactly("王小明家", "已接单", null, null);
    }
}
