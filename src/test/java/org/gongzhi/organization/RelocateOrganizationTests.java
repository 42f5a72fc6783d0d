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
class RelocateOrganizationTests {

    private final Network network;

    RelocateOrganizationTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    @Test
    void whereItStandsChangesAndWhomItAnswersToStays() {
        String committee = network.committee();
        String branch = network.standing("branch", committee, RegionFixtures.YONGANLI, 9);
        Map<String, Object> wish =
                Map.of("regionCode", RegionFixtures.GUANGHUALI.toString(), "from", "2025-01-01", "why", "迁址");
        assertThat(network.change(branch, "territory", wish).status()).isEqualTo(200);
        var page = network.page(branch);
        assertThat(page.at("row", "regionCode").asString()).isEqualTo(RegionFixtures.GUANGHUALI.toString());
        assertThat(page.at("above").findValuesAsString("id")).containsExactly(committee);
        assertThat(page.at("history").findValuesAsString("fact").stream().filter("territory"::equals))
                .hasSize(2);
        assertThat(network.change(branch, "territory", wish).code()).isEqualTo("organization.unchanged");
        assertThat(network.change(
                                branch,
                                "territory",
                                Map.of(
                                        "regionCode",
                                        RegionFixtures.YONGANLI.toString(),
                                        "from",
                                        "2024-01-01",
                                        "why",
                                        "更早"))
                        .code())
                .isEqualTo("organization.before-last-change");
        assertThat(network.change(
                                branch,
                                "territory",
                                Map.of(
                                        "regionCode",
                                        RegionFixtures.FENGTAI.toString(),
                                        "from",
                                        "2025-02-01",
                                        "why",
                                        "迁出"))
                        .code())
                .isEqualTo("organization.not-your-territory");
        assertThat(network.change(branch, "territory", Map.of("regionCode", "abc", "from", "2025-02-01", "why", "迁出"))
                        .code())
                .isEqualTo("organization.region-unknown");
        assertThat(network.change(
                                branch, "territory", Map.of("regionCode", "999999", "from", "2025-02-01", "why", "迁出"))
                        .code())
                .isEqualTo("organization.region-unknown");
    }
}
