package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
class RegisterOrganizationTests {

    private final Network network;

    RegisterOrganizationTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    @Test
    void aBranchOfFewerThanThreeFullMembersIsNotSetUpAndTheArticleIsNamed() {
        Said said = network.register(network.wish("branch", "", RegionFixtures.YONGANLI, 2));
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.code()).isEqualTo("organization.too-few-full-members");
        assertThat(said.text("field")).isEqualTo("fullMembers");
        assertThat(said.text("detail")).contains("第四条").contains("联合党支部");
        assertThat(network.register(network.wish("branch", "", RegionFixtures.YONGANLI, 3))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsNotNormalIsRegisteredAndSaid() {
        Map<String, Object> wish = network.wish("joint_branch", network.committee(), RegionFixtures.YONGANLI, 60);
        wish.put("units", 6);
        Said checked = network.desk.send(post("/api/organizations/check"), wish);
        assertThat(checked.at("items").findValuesAsString("field")).containsExactly("members", "units");
        assertThat(checked.at("items").get(0).path("words").asString())
                .contains("50")
                .contains("分设");
        assertThat(checked.at("items").get(0).path("isStop").asBoolean()).isFalse();
        Said registered = network.register(wish);
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.at("findings")).hasSize(2);
        assertThat(network.page(registered.text("id")).at("findings")).hasSize(2);
        wish.put("units", 1);
        assertThat(network.register(wish).code()).isEqualTo("organization.units-missing");
    }

    @Test
    void aTermBeginsAsTheRuleSays() {
        Map<String, Object> wish = network.wish("community_branch", network.committee(), RegionFixtures.YONGANLI, 9);
        wish.put("termFrom", "2024-05-01");
        Said page = network.page(network.register(wish).text("id"));
        assertThat(page.at("row", "termDueOn").asString()).isEqualTo("2029-05-01");
        assertThat(page.text("termRemindFrom")).isEqualTo("2028-11-01");
        wish.put("termFrom", "2019-05-01");
        assertThat(network.register(wish).code()).isEqualTo("organization.before-founding");
    }

    @Test
    void aTemporaryOneNeedsAWorkOfHalfAYear() {
        Map<String, Object> wish = network.wish("temporary_branch", network.committee(), RegionFixtures.YONGANLI, 4);
        assertThat(network.register(wish).code()).isEqualTo("organization.end-of-work-missing");
        wish.put("lastsUntil", "2020-07-01");
        assertThat(network.register(wish).code()).isEqualTo("organization.work-too-short");
        wish.put("lastsUntil", "2020-09-01");
        assertThat(network.register(wish).status()).isEqualTo(201);
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        String cell = network.standing(
                "cell", network.standing("branch", "", RegionFixtures.YONGANLI, 5), RegionFixtures.YONGANLI, 0);
        refused("kind", "nothing", "organization.kind-unknown");
        refused("name", "党", "organization.name-wrong");
        refused("code", "编号", "organization.code-wrong");
        refused("why", " ", "organization.why-missing");
        refused("foundedOn", Network.today().plusDays(1).toString(), "organization.day-to-come");
        refused("regionCode", "999999", "organization.region-unknown");
        refused("regionCode", RegionFixtures.FENGTAI.toString(), "organization.not-your-territory");
        refused("members", 2, "organization.members-wrong");
        refused("parentId", UUID.randomUUID().toString(), "organization.parent-unknown");
        refused("parentId", cell, "organization.parent-too-low");
        Map<String, Object> wish = network.wish("branch", "", RegionFixtures.YONGANLI, 9);
        wish.put("code", "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
        assertThat(network.register(wish).status()).isEqualTo(201);
        assertThat(network.register(wish).code()).isEqualTo("organization.code-taken");
    }

    private void refused(String field, Object value, String code) {
        Map<String, Object> wish = network.wish("branch", "", RegionFixtures.YONGANLI, 9);
        wish.put(field, value);
        assertThat(network.register(wish).code()).isEqualTo(code);
    }

    @Test
    void aCommunityRegistersNone() {
        network.desk.sit(network.desk.hire(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.YONGANLI));
        assertThat(network.register(network.wish("branch", "", RegionFixtures.YONGANLI, 9))
                        .code())
                .isEqualTo("organization.not-yours");
    }
}
