package org.gongzhi.region;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import javax.sql.DataSource;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@GongzhiTest
@WithMockUser
class RegionApiTests {

    private final MockMvc web;
    private final DataSource dataSource;

    RegionApiTests(@Autowired MockMvc web, @Autowired DataSource dataSource) {
        this.web = web;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void plant() {
        RegionFixtures.plant(dataSource);
    }

    @Test
    void searchAnswersPlacesWithWhatStandsAboveThem() throws Exception {
        perform(get("/public/regions").param("search", "永安里"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].code").value("110105001026000"))
                .andExpect(jsonPath("$.items[0].name").value("永安里社区"))
                .andExpect(jsonPath("$.items[0].path").value("北京市 › 朝阳区 › 建外街道"))
                .andExpect(jsonPath("$.items[0].kind").value("community"))
                .andExpect(jsonPath("$.items[0].hasChildren").value(true))
                .andExpect(jsonPath("$.items[0].working").value(true));
    }

    @Test
    void searchWithoutWordsListsWhatLiesBelow() throws Exception {
        perform(get("/public/regions").param("within", "110105"))
                .andExpect(jsonPath("$.items[0].name").value("朝外街道"))
                .andExpect(jsonPath("$.items[1].name").value("建外街道"));
        perform(get("/public/regions").param("level", "1").param("limit", "1"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].name").value("北京市"));
    }

    @Test
    void searchWithinKeepsToTheSubtree() throws Exception {
        perform(get("/public/regions").param("search", "社区").param("within", "110106"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].code").value(RegionFixtures.YULIN.toString()));
    }

    @Test
    void placeIsToldWithItsPath() throws Exception {
        perform(get("/public/regions/{code}", "110105001026"))
                .andExpect(jsonPath("$.shortName").value("永安里"))
                .andExpect(jsonPath("$.path[0].code").value("0"))
                .andExpect(jsonPath("$.path[2].name").value("朝阳区"))
                .andExpect(jsonPath("$.path[4].level").value(5));
        perform(get("/public/regions/{code}/children", "110105001").param("level", "5"))
                .andExpect(jsonPath("$.items[0].name").value("光华里社区"));
    }

    @Test
    void unknownPlaceIsRefusedInBothLanguages() throws Exception {
        perform(get("/public/regions/{code}", "110105999"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("region.unknown"))
                .andExpect(jsonPath("$.detail").value(containsString("没有编号为 110105999 的地方")));
        perform(get("/public/regions/{code}/map", "abc").locale(Locale.ENGLISH))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("no place with the code abc")));
        perform(get("/public/regions").param("search", "永安").param("within", "99"))
                .andExpect(status().isNotFound());
    }

    @Test
    void mapShowsOutlinesWithTheirCreditAndPointsWhereThereAreNone() throws Exception {
        perform(get("/public/regions/{code}/map", "110105"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/geo+json"))
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.sketch").value(true))
                .andExpect(jsonPath("$.credit").value("测试用示意图"))
                .andExpect(jsonPath("$.features[1].properties.code").value(RegionFixtures.JIANWAI.toString()))
                .andExpect(jsonPath("$.features[1].geometry.type").value("Polygon"));
        perform(get("/public/regions/{code}/map", "110105002"))
                .andExpect(jsonPath("$.features[0].geometry.type").value("Point"))
                .andExpect(jsonPath("$.features[1].properties.name").value("吉祥里社区"))
                .andExpect(content().string(containsString("\"geometry\":null")))
                .andExpect(jsonPath("$.outline.type").value("Polygon"));
    }

    @Test
    void mapThatIsKnownIsNotSentAgain() throws Exception {
        String tag = perform(get("/public/regions/{code}/map", "110105"))
                .andExpect(header().string("Cache-Control", "max-age=3600, public"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        perform(get("/public/regions/{code}/map", "110105").header("If-None-Match", String.valueOf(tag)))
                .andExpect(status().isNotModified());
    }

    @Test
    void pointOnTheMapProposesTheNearestCommunityAndOffersAll() throws Exception {
        perform(at("116.4401", "39.9040"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.node.code").value(RegionFixtures.YONGANLI.toString()))
                .andExpect(jsonPath("$.sketch").value(true))
                .andExpect(jsonPath("$.candidates[0].metres").value(5))
                .andExpect(jsonPath("$.candidates[1].name").value("光华里社区"));
        perform(at("116.4332", "39.9251"))
                .andExpect(jsonPath("$.node.name").value("吉庆里社区"))
                .andExpect(jsonPath("$.candidates[1].name").value("吉祥里社区"))
                .andExpect(jsonPath("$.candidates[1].metres").doesNotExist());
    }

    @Test
    void pointFarFromEveryCommunityProposesTheStreet() throws Exception {
        perform(at("116.4699", "39.9295")).andExpect(jsonPath("$.node.name").value("朝外街道"));
    }

    @Test
    void pointOutsideIsRefused() throws Exception {
        perform(at("100", "30"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("region.nowhere"));
        perform(at("181", "30"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("region.point-out-of-range"));
        perform(at("NaN", "30")).andExpect(status().is(422));
    }

    private static MockHttpServletRequestBuilder at(String lng, String lat) {
        return get("/public/regions/at").param("lng", lng).param("lat", lat);
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request);
    }
}
