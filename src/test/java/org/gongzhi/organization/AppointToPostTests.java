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
class AppointToPostTests {

    private final Network network;

    AppointToPostTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    private String appoint(String id, String post, String holder) {
        return network.change(id, "posts", Map.of("post", post, "holder", holder, "work", "", "from", "2024-01-01"))
                .code();
    }

    @Test
    void oneSecretaryAtATimeAndNobodyTwice() {
        String id = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        assertThat(appoint(id, "secretary", "甲")).isEmpty();
        assertThat(appoint(id, "secretary", "乙")).isEqualTo("organization.post-taken");
        assertThat(appoint(id, "deputy", "甲")).isEqualTo("organization.post-taken");
        assertThat(appoint(id, "chair", "丙")).isEqualTo("organization.post-unknown");
        assertThat(appoint(id, "member", " ")).isEqualTo("organization.holder-wrong");
        assertThat(network.page(id).at("posts").findValuesAsString("holder")).containsExactly("甲");
    }

    @Test
    void aBranchUnderSevenHasNoCommitteeAndALargeOneAtMostSeven() {
        String small = network.standing("branch", "", RegionFixtures.YONGANLI, 6);
        assertThat(appoint(small, "secretary", "甲")).isEmpty();
        assertThat(appoint(small, "deputy", "乙")).isEmpty();
        assertThat(appoint(small, "member", "丙")).isEqualTo("organization.no-board");
        String large = network.standing("branch", "", RegionFixtures.YONGANLI, 30);
        for (int n = 1; n <= 5; n++) {
            assertThat(appoint(large, n == 1 ? "secretary" : "member", "第" + n)).isEmpty();
        }
        assertThat(network.change(
                                large,
                                "posts",
                                Map.of("post", "member", "holder", "第6", "work", "纪检委员", "from", "2024-01-01"))
                        .at("findings"))
                .hasSize(1);
        assertThat(appoint(large, "member", "第7")).isEmpty();
        assertThat(appoint(large, "member", "第8")).isEqualTo("organization.board-full");
    }
}
