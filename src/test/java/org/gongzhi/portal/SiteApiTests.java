package org.gongzhi.portal;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

@GongzhiTest
@WithMockUser
class SiteApiTests {

    private final MockMvc web;
    private final DataSource dataSource;

    SiteApiTests(@Autowired MockMvc web, @Autowired DataSource dataSource) {
        this.web = web;
        this.dataSource = dataSource;
    }

    @Test
    void namesWhatTheWorkingDistrictsHaveInCommonAndWhetherAnybodyIsInvented() throws Exception {
        RegionFixtures.plant(dataSource);
        JdbcClient.create(dataSource)
                .sql("insert into account (id, login, name, is_demo) values (?, ?, '孙海', true)")
                .params(UUID.randomUUID(), "invented")
                .update();
        web.perform(get("/public/site"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.districtCode").value("0"))
                .andExpect(jsonPath("$.districtName").value("全国"))
                .andExpect(jsonPath("$.demo").value(true));
    }
}
