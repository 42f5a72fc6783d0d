package org.gongzhi.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowUpCodeTests {

    @Test
    void theSameSubmissionHasTheSameCode() {
        byte[] digest = bytes(1);
        assertThat(FollowUpCode.from(digest)).isEqualTo(FollowUpCode.from(digest.clone()));
        assertThat(FollowUpCode.from(digest)).isNotEqualTo(FollowUpCode.from(bytes(2)));
    }

    @Test
    void noCharacterCanBeTakenForAnother() {
        assertThat(FollowUpCode.ALPHABET)
                .doesNotContain("0", "O", "1", "I", "L", "U")
                .hasSize(30);
    }

    @Test
    void codesSpreadOverTheWholeAlphabet() {
        Set<String> codes = new HashSet<>();
        Set<Integer> characters = new HashSet<>();
        for (int seed = 0; seed < 2000; seed++) {
            String code = FollowUpCode.from(bytes(seed)).value();
            codes.add(code);
            code.chars().forEach(characters::add);
        }
        assertThat(codes).hasSize(2000);
        assertThat(characters).hasSize(30);
    }

    @Test
    void isReadHoweverItWasTyped() {
        FollowUpCode code = new FollowUpCode("7K4P92MXQ3");
        assertThat(FollowUpCode.parse("7K4P9 2MXQ3")).contains(code);
        assertThat(FollowUpCode.parse(" 7k4p9-2mxq3 ")).contains(code);
        assertThat(FollowUpCode.parse("７Ｋ４Ｐ９　２ＭＸＱ３")).contains(code);
        assertThat(FollowUpCode.parse(code.shown())).contains(code);
    }

    @Test
    void anythingElseIsNoCode() {
        assertThat(FollowUpCode.parse("")).isEmpty();
        assertThat(FollowUpCode.parse("7K4P9")).isEmpty();
        assertThat(FollowUpCode.parse("7K4P92MXQ0")).isEmpty();
        assertThat(FollowUpCode.parse("7K4P92MXQ3".repeat(1000))).isEmpty();
        assertThatThrownBy(() -> new FollowUpCode("abc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogLineNeverShowsIt() {
        assertThat(FollowUpCode.from(bytes(7)).toString()).isEqualTo("FollowUpCode");
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
