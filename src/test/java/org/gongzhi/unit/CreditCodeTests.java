package org.gongzhi.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.Test;

/** GB 32100-2015; the right ones are published codes of well-known bodies. */
class CreditCodeTests {

    private static Outcome.Refused<String> wrong(String typed) {
        return (Outcome.Refused<String>) CreditCode.read(typed);
    }

    @Test
    void aRightCodeIsReadHoweverItIsTyped() {
        for (String code : new String[] {"91350100M000100Y43", "91110000802100433B", "91440300708461136T"}) {
            assertThat(CreditCode.read(code)).as(code).isEqualTo(Outcome.done(code));
        }
        assertThat(CreditCode.read(" 9135 0100-m0001 00y43 ")).isEqualTo(Outcome.done("91350100M000100Y43"));
        assertThat(CreditCode.read("９１３５０１００Ｍ０００１００Ｙ４３")).isEqualTo(Outcome.done("91350100M000100Y43"));
    }

    @Test
    void aWrongOneIsToldByTheCharacterThatIsWrong() {
        assertThat(wrong("91350100M000100Y4").facts()).containsExactly(18, 17);
        assertThat(wrong("9135O100M000100Y43").reason()).isEqualTo(UnitRefusal.CODE_MISTAKEN);
        assertThat(wrong("9135O100M000100Y43").facts()).containsExactly(5, "O", "0");
        assertThat(wrong("91350100M000*00Y43").facts()).containsExactly(13, "*");
        assertThat(wrong("9135010AM000100Y43").reason()).isEqualTo(UnitRefusal.CODE_DIVISION);
        assertThat(wrong("9135010AM000100Y43").facts()).containsExactly(8, "A");
        assertThat(wrong("91350100M000100Y44").reason()).isEqualTo(UnitRefusal.CODE_CHECK);
        assertThat(wrong("91350100M000100Y44").facts()).containsExactly("4", "3");
    }

    /** The weights are powers of 3 modulo 31, so that one wrong character is always noticed. */
    @Test
    void noSingleWrongCharacterPasses() {
        String right = "91350100M000100Y43";
        for (int i = 8; i < 17; i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                if (c != right.charAt(i)) {
                    String other = right.substring(0, i) + c + right.substring(i + 1);
                    assertThat(CreditCode.read(other)).as(other).isInstanceOf(Outcome.Refused.class);
                }
            }
        }
    }
}
