package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
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
class RemindOfTermsJobTests {

    private final Network network;
    private final RemindOfTermsJob job;

    RemindOfTermsJobTests(@Autowired ApplicationContext context, @Autowired RemindOfTermsJob job) {
        this.network = new Network(context);
        this.job = job;
    }

    private String branchThatEndsInMonths(int months) {
        Map<String, Object> wish = network.wish("branch", "", RegionFixtures.YONGANLI, 9);
        wish.put("termFrom", Network.today().minusYears(3).plusMonths(months).toString());
        return network.register(wish).text("id");
    }

    private List<Long> waiting(String id) {
        return network.desk
                .owner
                .sql("select node_code from todo where subject_id = :id and step = 'renew_term' and closed_at is null")
                .param("id", UUID.fromString(id))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Test
    void halfAYearAheadItWaitsForWhoeverWorksThereOnceUntilTheNewTerm() {
        network.desk.hire(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.YONGANLI);
        String soon = branchThatEndsInMonths(5);
        String later = branchThatEndsInMonths(8);
        job.run();
        job.run();
        assertThat(waiting(soon)).containsExactly(RegionFixtures.YONGANLI.value());
        assertThat(waiting(later)).isEmpty();
        network.change(soon, "term", Map.of("from", Network.today().toString(), "why", "换届"));
        assertThat(waiting(soon)).isEmpty();
        assertThat(job.run()).isZero();
    }

    @Test
    void whereNobodyWorksItWaitsForTheNearestAbove() {
        network.desk.sit(network.desk.hire(DutyKind.DISTRICT_OFFICER, RegionFixtures.XUHUI));
        Map<String, Object> wish = network.wish("branch", "", RegionFixtures.TIANPINGLU, 9);
        wish.put("termFrom", Network.today().minusYears(3).minusDays(1).toString());
        String id = network.register(wish).text("id");
        job.run();
        assertThat(waiting(id))
                .hasSize(1)
                .containsAnyOf(RegionFixtures.XUHUI.value(), RegionFixtures.TIANPINGLU.value());
    }
}
