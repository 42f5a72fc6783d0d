package org.gongzhi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalTests {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void keysAreSortedAndSpacesAndNullsAreGone() {
        assertThat(canonical("{ \"b\": [1, true, null], \"a\": {\"y\": null, \"x\": \"字\"} }"))
                .isEqualTo("{\"a\":{\"x\":\"字\"},\"b\":[1,true,null]}");
        assertThat(canonical("{}")).isEqualTo("{}");
        assertThat(canonical("[]")).isEqualTo("[]");
    }

    @Test
    void aNumberIsWrittenInOneWayHoweverItCame() {
        assertThat(canonical("[1.0, 1e2, 0.00001, -0.0, 100]")).isEqualTo("[1,100,0.00001,0,100]");
    }

    @Test
    void controlCharactersAreEscapedAndRareCharactersKept() {
        assertThat(canonical("[\"a\\n\\\"\\\\𠮷\"]")).isEqualTo("[\"a\\u000a\\\"\\\\𠮷\"]");
    }

    @Test
    void whatTheDatabaseCannotStoreIsReplacedBeforeTheDigest() {
        assertThat(Canonical.clean("a\0b\uD842c𠮷")).isEqualTo("a\uFFFDb\uFFFDc𠮷");
    }

    private String canonical(String text) {
        return Canonical.json(json.readTree(text));
    }
}
