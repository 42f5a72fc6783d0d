package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTermsTests {

    @Test
    void everyPairOfCharactersIsKeptSoThatAnyPartCanBeFound() {
        assertThat(SearchTerms.of("暖气片漏水")).containsExactly("暖气", "气片", "片漏", "漏水", "水");
    }

    @Test
    void lettersAndDigitsAreWordsWhateverTheirWidthAndCase() {
        assertThat(SearchTerms.of("１２号楼501 WiFi")).containsExactly("12", "号楼", "楼", "501", "wifi");
    }

    @Test
    void rareCharactersCountAsOneAndEmojiSeparate() {
        assertThat(SearchTerms.of("𠮷野家😀㛃")).containsExactly("𠮷野", "野家", "家", "㛃");
        assertThat(SearchTerms.query("𠮷野家")).contains("'𠮷野' & '野家'");
        assertThat(SearchTerms.query("㛃")).contains("'㛃':*");
    }

    @Test
    void whatIsAskedIsSplitIntoWordsOfWhichTheEmptyOnesAreLeftOut() {
        assertThat(SearchTerms.query("暖气的问题")).contains("'暖气' & '问题'");
        assertThat(SearchTerms.query("的")).contains("'的':*");
    }

    @Test
    void aNumberIsFoundByAnyPartOfIt() {
        List<String> kept = SearchTerms.of("建外2611-0187");
        assertThat(kept).containsExactly("建外", "外", "2611", "0187");
        assertThat(SearchTerms.query("建外2611-0187")).contains("'建外' & '2611':* & '0187':*");
        assertThat(SearchTerms.query("0187")).contains("'0187':*");
    }

    @Test
    void signsAloneAskForNothing() {
        assertThat(SearchTerms.query("😀 ！？")).isEmpty();
        assertThat(SearchTerms.query("")).isEmpty();
        assertThat(SearchTerms.vector("……")).isEmpty();
    }

    @Test
    void signsOfTheQueryLanguageMeanNothing() {
        assertThat(SearchTerms.query("'); drop | & ! <-> :* \\")).contains("'drop':*");
        assertThat(SearchTerms.vector("it's \\ 'x'")).isEqualTo("'it' 's' 'x'");
    }

    @Test
    void tenThousandCharactersStayOneQuery() {
        assertThat(SearchTerms.query("暖气不热".repeat(2500)).orElseThrow()).hasSizeLessThan(400);
        assertThat(SearchTerms.query("a".repeat(10_000)).orElseThrow()).hasSizeLessThan(100);
    }
}
