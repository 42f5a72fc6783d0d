package org.gongzhi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongzhi.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345521",
                "138 1234 5521",
                "138-1234-5521",
                "+86 13812345521",
                "008613812345521",
                "１３８１２３４５５２１"
            })
    void aMobileNumberIsUnderstoodHoweverItIsWritten(String written) {
        assertThat(Phone.of(written)).isEqualTo(Outcome.done(new Phone("13812345521")));
    }

    @ParameterizedTest
    @CsvSource({"010-65001234,01065001234", "(0755) 8612345,07558612345", "021 64330000,02164330000"})
    void aLandlineWithItsAreaCodeIsTaken(String written, String kept) {
        assertThat(Phone.of(written)).isEqualTo(Outcome.done(new Phone(kept)));
    }

    @Test
    void aWrongLengthSaysHowManyDigitsThereAre() {
        assertThat(Phone.of("1381234552")).isEqualTo(Outcome.invalid("phone", PrivacyRefusal.PHONE_LENGTH, 10));
        assertThat(((Outcome.Refused<Phone>) Phone.of("138123455211")).facts()).isEqualTo(List.of(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "01012345", "0101234567890"})
    void elevenDigitsThatNoPhoneHasAreRefused(String written) {
        assertThat(Phone.of(written)).isEqualTo(Outcome.invalid("phone", PrivacyRefusal.PHONE_SHAPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"138abcd5521", "<script>alert(1)</script>", "1381234552😀", "微信同号"})
    void anythingButDigitsIsRefused(String written) {
        assertThat(Phone.of(written)).isEqualTo(Outcome.invalid("phone", PrivacyRefusal.PHONE_LETTERS));
    }

    @Test
    void theMaskHidesTheMiddle() {
        assertThat(new Phone("13812345521").masked()).isEqualTo("138＊＊＊＊5521");
        assertThat(new Phone("01065001234").masked()).isEqualTo("010＊＊＊＊34");
        assertThat(new Phone("07558612345").masked()).isEqualTo("0755＊＊＊＊45");
    }
}
