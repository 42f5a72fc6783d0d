package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.UUID;
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
class RelieveFromPostTests {

    private final Network network;

    RelieveFromPostTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    @Test
    void somebodyIsRelievedOnceAndTheNextMayFollow() {
        String id = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        String post = network.change(id, "posts", Map.of("post", "secretary", "holder", "甲", "from", "2024-01-01"))
                .text("id");
        assertThat(relieve(id, post, "2024-01-01")).isEqualTo("organization.before-last-change");
        assertThat(relieve(id, post, Network.today().plusDays(1).toString())).isEqualTo("organization.day-to-come");
        assertThat(relieve(id, UUID.randomUUID().toString(), "2025-01-01")).isEqualTo("organization.post-unknown");
        assertThat(relieve(UUID.randomUUID().toString(), post, "2025-01-01")).isEqualTo("organization.unknown");
        assertThat(relieve(id, post, "2025-01-01")).isEmpty();
        assertThat(relieve(id, post, "2025-01-01")).isEqualTo("organization.post-over");
        assertThat(network.change(id, "posts", Map.of("post", "secretary", "holder", "乙", "from", "2025-01-01"))
                        .status())
                .isEqualTo(201);
        assertThat(network.page(id).at("posts").findValuesAsString("holder")).containsExactly("乙", "甲");
    }

    private String relieve(String id, String post, String on) {
        return network.desk
                .send(post("/api/organizations/{id}/posts/{post}/relief", id, post), Map.of("on", on))
                .code();
    }
}
