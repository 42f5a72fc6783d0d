package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    @ParameterizedTest
    @CsvSource({
        "short1234, PASSWORD_TOO_SHORT",
        "九个汉字不够长度呀, PASSWORD_TOO_SHORT",
        "my-zhoumin-2026, PASSWORD_HOLDS_LOGIN",
        "My-ZhouMin-2026, PASSWORD_HOLDS_LOGIN",
        "aaaaaaaaaaaa, PASSWORD_MONOTONE",
        "121212121212, PASSWORD_MONOTONE",
        "1234567890, PASSWORD_MONOTONE",
        "abcdefghijkl, PASSWORD_MONOTONE",
        "qwertyuiop, PASSWORD_COMMON",
        "Woaini5201314, PASSWORD_COMMON",
        "PassWord123456, PASSWORD_COMMON",
        "gongzhi-demo, PASSWORD_COMMON"
    })
    void whatIsTriedFirstIsRefused(String password, IdentityRefusal reason) {
        assertThat(refusal(password)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xiaolongbao-jianbing", "4 horses at noon", "永安里的槐花开得真好看", "𠮷祥如意万事如意好运来"})
    void longAndUncommonIsEnough(String password) {
        assertThat(PasswordRules.check(password, "zhoumin", "next").isDone()).isTrue();
    }

    @Test
    void charactersOutsideTheBasicPlaneCountOnce() {
        assertThat(refusal("𠮷".repeat(9))).isEqualTo(IdentityRefusal.PASSWORD_TOO_SHORT);
    }

    @Test
    void endlessIsRefused() {
        assertThat(refusal("长而不同的口令".repeat(30))).isEqualTo(IdentityRefusal.PASSWORD_TOO_LONG);
    }

    private static Refusal refusal(String password) {
        return switch (PasswordRules.check(password, "zhoumin", "next")) {
            case Outcome.Refused<String> refused -> {
                assertThat(refused.field()).isEqualTo("next");
                yield refused.reason();
            }
            case Outcome.Done<String> _ -> throw new AssertionError("accepted: " + password);
        };
    }
}
