package org.gongzhi.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePatternTests {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/demands, /demands",
        "/demands/:id, /demands/:id",
        "/demands/0198a-77/print?region=1#top, /demands/:id/print",
        "/search?q=张三, /search",
        "/portal/report, /portal/report",
        "/people/zhang.san, /people/:id",
        "/people/张三, /people/:id",
        "/handed-out, /handed-out",
        "https://elsewhere/demands, /",
        "'', /"
    })
    void onlyTheWordsOfThePagesThemselvesAreKept(String address, String pattern) {
        assertThat(PagePattern.of(address).value()).isEqualTo(pattern);
    }

    @Test
    void whatIsLongIsNotAWordAndNothingIsToo() {
        assertThat(PagePattern.of(null).value()).isEqualTo("/");
        assertThat(PagePattern.of("/" + "a".repeat(31)).value()).isEqualTo("/:id");
        assertThat(PagePattern.of("/abcdefgh".repeat(40)).value()).hasSize(120);
    }
}
