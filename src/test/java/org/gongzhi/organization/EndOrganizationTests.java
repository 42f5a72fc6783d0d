package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

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
class EndOrganizationTests {

    private final Network network;

    EndOrganizationTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    @Test
    void itEndsWhenNobodyAnswersToItAndIsFoundNoMore() {
        String committee = network.committee();
        String branch = network.standing("branch", committee, RegionFixtures.YONGANLI, 9);
        network.change(branch, "posts", Map.of("post", "secretary", "holder", "王书记", "from", "2024-01-01"));
        Map<String, Object> wish = Map.of("on", "2025-06-01", "why", "撤销批复");
        assertThat(network.change(committee, "end", wish).code()).isEqualTo("organization.still-answered-to");
        assertThat(network.change(branch, "end", wish).status()).isEqualTo(200);
        var page = network.page(branch);
        assertThat(page.text("endedOn")).isEqualTo("2025-06-01");
        assertThat(page.text("endReason")).isEqualTo("撤销批复");
        assertThat(page.at("posts").get(0).path("until").asString()).isEqualTo("2025-06-01");
        assertThat(page.at("may", "keep").asBoolean()).isFalse();
        assertThat(network.change(branch, "end", wish).code()).isEqualTo("organization.ended");
        assertThat(network.change(committee, "end", wish).status()).isEqualTo(200);
        assertThat(network.desk
                        .ask(get("/api/organizations/{id}/below", committee))
                        .at("items"))
                .isEmpty();
    }
}
