package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@GongzhiTest
@Import(ActingAs.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class SetTermTests {

    private final Network network;

    SetTermTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    @Test
    void aTermIsAsLongAsTheRuleSaysOrAYearMoreOrLess() {
        String id = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        var said = network.change(id, "term", Map.of("from", "2023-03-01", "why", "换届"));
        assertThat(said.status()).as("%s", said.body()).isEqualTo(200);
        assertThat(said.at("findings")).isEmpty();
        assertThat(network.page(id).at("row", "termDueOn").asString()).isEqualTo("2026-03-01");
        said = network.change(id, "term", Map.of("from", "2023-03-01", "dueOn", "2026-09-01", "why", "延期"));
        assertThat(said.at("findings").get(0).path("words").asString()).contains("2026-03-01");
        assertThat(network.change(id, "term", Map.of("from", "2023-03-01", "dueOn", "2027-03-02", "why", "延期"))
                        .code())
                .isEqualTo("organization.term-out-of-bounds");
        assertThat(network.change(id, "term", Map.of("from", "2023-03-01", "dueOn", "2023-01-01", "why", "延期"))
                        .code())
                .isEqualTo("organization.term-wrong");
        said = network.change(id, "term", Map.of("from", "2025-01-01", "why", "提前换届"));
        assertThat(said.at("findings").get(0).path("words").asString()).contains("提前超过 1 年");
        assertThat(network.page(id).at("history").findValuesAsString("fact").stream()
                        .filter("term"::equals))
                .hasSize(3);
    }

    @Test
    void whoHasNoTermsGetsNone() {
        assertThat(network.change(network.committee(), "term", Map.of("from", "2025-01-01", "why", "换届"))
                        .code())
                .isEqualTo("organization.no-term");
    }
}
