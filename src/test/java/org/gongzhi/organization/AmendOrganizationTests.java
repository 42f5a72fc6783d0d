package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.sheet.SheetDesk.Said;
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
class AmendOrganizationTests {

    private final Network network;

    AmendOrganizationTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    @Test
    void aNewNameBeginsOnADayAndTheOldOneStays() {
        String id = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        Map<String, Object> wish = new HashMap<>(Map.of(
                "name",
                Network.own("新名"),
                "code",
                "",
                "fullMembers",
                2,
                "members",
                60,
                "from",
                "2024-01-01",
                "why",
                "更名批复"));
        Said said = network.change(id, "amendment", wish);
        assertThat(said.status()).as("%s", said.body()).isEqualTo(200);
        assertThat(said.at("findings").findValuesAsString("field")).containsExactly("fullMembers", "members");
        Said page = network.page(id);
        assertThat(page.at("row", "name").asString()).isEqualTo(wish.get("name"));
        assertThat(page.at("history").findValuesAsString("fact").stream().filter("name"::equals))
                .hasSize(2);
        wish.put("name", Network.own("又名"));
        wish.put("from", "2023-01-01");
        assertThat(network.change(id, "amendment", wish).code()).isEqualTo("organization.before-last-change");
        wish.put("from", "2024-01-01");
        assertThat(network.change(id, "amendment", wish).status())
                .as("the same day again")
                .isEqualTo(200);
    }

    @Test
    void theCommunitysSecretaryKeepsItsNumbersAndNobodyOverwritesAnother() {
        String id = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        network.desk.sit(network.desk.hire(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.YONGANLI));
        Map<String, Object> wish = new HashMap<>(Map.of(
                "name",
                network.page(id).at("row", "name").asString(),
                "fullMembers",
                12,
                "members",
                14,
                "why",
                "年度统计"));
        int seen = network.version(id);
        assertThat(network.change(id, seen, "amendment", wish).status()).isEqualTo(200);
        assertThat(network.change(id, seen, "amendment", wish).code()).isEqualTo("organization.changed-meanwhile");
        wish.put("members", 3);
        assertThat(network.change(id, "amendment", wish).code()).isEqualTo("organization.members-wrong");
        assertThat(network.desk
                        .ask(get("/api/organizations/{id}", UUID.randomUUID()))
                        .code())
                .isEqualTo("organization.unknown");
    }

    @Test
    void aCodeIsOnesOwn() {
        Map<String, Object> first = network.wish("branch", "", RegionFixtures.YONGANLI, 9);
        first.put("code", "A-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
        network.register(first);
        String id = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        assertThat(network.change(
                                id,
                                "amendment",
                                Map.of(
                                        "name",
                                        Network.own("支部"),
                                        "code",
                                        first.get("code"),
                                        "fullMembers",
                                        9,
                                        "members",
                                        9,
                                        "why",
                                        "补编号"))
                        .code())
                .isEqualTo("organization.code-taken");
    }

    @Test
    void aJointOneStaysOfSeveral() {
        Map<String, Object> joint = network.wish("joint_branch", "", RegionFixtures.YONGANLI, 9);
        joint.put("units", 3);
        String id = network.register(joint).text("id");
        assertThat(network.change(
                                id,
                                "amendment",
                                Map.of("name", Network.own("支部"), "fullMembers", 9, "members", 9, "why", "减少"))
                        .code())
                .isEqualTo("organization.units-missing");
    }
}
