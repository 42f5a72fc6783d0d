package org.gongzhi.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongzhi.privacy.Contacts;
import org.junit.jupiter.api.Test;

class ForgettingTests {

    private final Forgetting people =
            new Forgetting(List.of(new Contacts.Plain("刘桂兰", "13812345521"), new Contacts.Plain(null, null)));

    @Test
    void whoLeftTheirNameIsTakenOutWhereverTheyAreNamed() {
        assertThat(people.apply("已联系刘桂兰上门，电话13812345521"))
                .doesNotContain("刘桂兰", "138")
                .contains("上门");
        assertThat(people.apply("我叫王强，住12号楼3单元501室，暖气不热"))
                .as("and who looks like somebody")
                .doesNotContain("王强", "501")
                .contains("暖气不热");
    }

    @Test
    void emptyStaysEmptyAbsentStaysAbsentAndNothingIsDoneTwice() {
        assertThat(people.apply(null)).isNull();
        assertThat(people.apply("")).isEmpty();
        assertThat(people.apply("13812345521")).isNotEmpty().doesNotContain("138");
        assertThat(people.apply("（已清除）")).isEqualTo("（已清除）");
        String once = String.valueOf(people.apply("我叫刘桂兰，12号楼3单元501室，楼道灯坏了 ABC-123"));
        assertThat(people.apply(once)).isEqualTo(once);
        assertThat(new Forgetting(List.of()).apply("a@b.cn")).isEqualTo("（已清除）");
    }

    @Test
    void aTextNeverGetsLongerThanItWas() {
        assertThat(new Forgetting(List.of(new Contacts.Plain("刘桂", null))).apply("刘桂刘桂"))
                .hasSize(4);
    }
}
