package org.gongzhi.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTests {

    @ParameterizedTest
    @CsvSource({
        "朝阳区, chaoyangqu, cyq",
        "重庆市, chongqingshi, cqs",
        "长安街道, changanjiedao, cajd",
        "长子县, zhangzixian, zzx",
        "成都市, chengdushi, cds",
        "厦门市, xiamenshi, xms",
        "八里庄街道, balizhuangjiedao, blzjd",
        "十里堡社区, shilipushequ, slpsq",
        "六安市, luanshi, las",
        "蚌埠市, bengbushi, bbs",
        "乐清市, yueqingshi, yqs",
        "绿地社区, lvdishequ, ldsq",
        "3区A座, 3quazuo, 3qaz",
    })
    void namesAreReadAsPlacesAre(String name, String pinyin, String initials) {
        assertThat(NameIndex.of(name).pinyin()).isEqualTo(pinyin);
        assertThat(NameIndex.of(name).initials()).isEqualTo(initials);
    }

    @Test
    void pairsCrossNoSign() {
        assertThat(NameIndex.grams("春江村（省级）")).containsExactly("春江", "江村", "省级");
    }

    @Test
    void rareCharactersArePairedWholeAndReadAsNothing() {
        assertThat(NameIndex.grams("那𡌶村")).containsExactly("那𡌶", "𡌶村");
        assertThat(NameIndex.of("那𡌶村").pinyin()).isEqualTo("nacun");
    }
}
