package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
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
class OrganizationQueriesSqlTests {

    private final Network network;

    OrganizationQueriesSqlTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
    }

    @Test
    void linesAndPlacesAreReadPageByPageAndNamesBySound() {
        String committee = network.committee();
        String word = Network.own("");
        for (String name : new String[] {"丙", "甲", "乙"}) {
            Map<String, Object> wish = network.wish("branch", committee, RegionFixtures.YONGANLI, 9);
            wish.put("name", "中共" + word + name + "楼宇联络党支部");
            assertThat(network.register(wish).status()).isEqualTo(201);
        }
        Said first = network.desk.ask(get("/api/organizations/{id}/below?limit=2", committee));
        assertThat(first.at("items")).hasSize(2);
        Said second =
                network.desk.ask(get("/api/organizations/{id}/below", committee).param("after", first.text("next")));
        assertThat(second.at("items")).hasSize(1);
        assertThat(second.at("next").isMissingNode()).isTrue();
        assertThat(network.desk
                        .ask(get("/api/organizations")
                                .param("region", RegionFixtures.YONGANLI.toString())
                                .param("limit", "1"))
                        .at("items"))
                .hasSize(1);
        assertThat(network.desk
                        .ask(get("/api/organizations/tops").param("region", RegionFixtures.JIANWAI.toString()))
                        .at("items")
                        .findValuesAsString("id"))
                .contains(committee);
        assertThat(found(word + "甲楼")).hasSize(1);
        assertThat(found("楼宇联络")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(found("louyulianluo"))
                .as("pinyin from the middle, within a district")
                .isNotEmpty();
        assertThat(found("")).isEmpty();
        assertThat(found("没有这样的名字")).isEmpty();
        assertThat(network.desk.ask(get("/api/organization-kinds")).at("items")).hasSize(15);
        assertThat(network.desk
                        .ask(get("/api/organizations").param("region", "x"))
                        .code())
                .isEqualTo("organization.region-unknown");
    }

    @Test
    void aNameBeginsWhereItTellsOneFromAnother() {
        Map<String, Object> wish = network.wish("branch", "", RegionFixtures.YONGANLI, 9);
        wish.put("name", "中共槐树里胡同党支部");
        network.register(wish);
        assertThat(found("huaishuli")).contains("中共槐树里胡同党支部");
        assertThat(found("hslhtdzb")).contains("中共槐树里胡同党支部");
    }

    @Test
    void capitalAndSmallLettersOfANameFindItAlike() {
        String word = Network.own("");
        Map<String, Object> wish = network.wish("branch", "", RegionFixtures.YONGANLI, 9);
        wish.put("name", "中共" + word + "Lane座SOHO党支部");
        assertThat(network.register(wish).status()).isEqualTo(201);
        for (String typed : List.of("Lane座SOHO", "lane座soho", "LANE座Soho党")) {
            assertThat(found(word + typed)).as(typed).hasSize(1);
        }
    }

    private List<String> found(String typed) {
        return network.desk
                .ask(get("/api/organizations/search").param("q", typed))
                .at("items")
                .findValuesAsString("name");
    }
}
