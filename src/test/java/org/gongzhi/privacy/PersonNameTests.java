package org.gongzhi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"刘桂兰", "3号楼王阿姨", "Anna O'Neill", "阿依古丽·买买提", "𠮷野㛃", "王师傅（楼长）"})
    void peopleMayBeCalledAsTheyAre(String name) {
        assertThat(PersonName.of(name)).isEqualTo(Outcome.done(new PersonName(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "😀😀", "12345", "刘\u202E桂兰", "；drop table", "..."})
    void signsThatAreNoNameAreRefused(String name) {
        assertThat(PersonName.of(name)).isEqualTo(Outcome.invalid("name", PrivacyRefusal.NAME_LETTERS));
    }

    @Test
    void lengthIsCountedInCharactersPeopleSee() {
        assertThat(PersonName.of("𠮷".repeat(30)).isDone()).isTrue();
        assertThat(PersonName.of("𠮷".repeat(31)))
                .isEqualTo(Outcome.invalid("name", PrivacyRefusal.NAME_LENGTH, 30, 31));
        assertThat(PersonName.of("字".repeat(10_000)).isDone()).isFalse();
    }

    @Test
    void theMaskKeepsTheFirstCharacterWhole() {
        assertThat(new PersonName("刘桂兰").masked()).isEqualTo("刘＊＊");
        assertThat(new PersonName("𠮷野").masked()).isEqualTo("𠮷＊＊");
    }
}
