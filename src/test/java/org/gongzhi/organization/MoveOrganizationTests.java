package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongzhi.kernel.Transactions;
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
class MoveOrganizationTests {

    private final ApplicationContext context;
    private final Network network;

    MoveOrganizationTests(@Autowired ApplicationContext context) {
        this.context = context;
        this.network = new Network(context);
    }

    private Map<String, Object> under(String parent) {
        return Map.of("parentId", parent, "from", "2025-01-01", "why", "调整隶属关系");
    }

    @Test
    void whomItAnswersToChangesAndWhereItStandsStays() {
        String committee = network.committee();
        String other = network.committee();
        String branch = network.standing("branch", committee, RegionFixtures.YONGANLI, 9);
        assertThat(network.change(branch, "affiliation", under(other)).status()).isEqualTo(200);
        Said page = network.page(branch);
        assertThat(page.at("above").findValuesAsString("id")).containsExactly(other);
        assertThat(page.at("row", "regionCode").asString()).isEqualTo(RegionFixtures.YONGANLI.toString());
        assertThat(page.at("history").findValuesAsString("fact").stream().filter("affiliation"::equals))
                .hasSize(2);
        assertThat(network.change(branch, "affiliation", under(other)).code()).isEqualTo("organization.unchanged");
        assertThat(network.change(
                                branch, "affiliation", Map.of("parentId", committee, "from", "2024-01-01", "why", "更早"))
                        .code())
                .isEqualTo("organization.before-last-change");
    }

    @Test
    void nobodyAnswersToItselfOrToWhoAnswersToIt() {
        String top = network.committee();
        String middle = network.standing("committee", top, RegionFixtures.JIANWAI, 150);
        String low = network.standing("committee", middle, RegionFixtures.JIANWAI, 150);
        assertThat(network.change(top, "affiliation", under(low)).code()).isEqualTo("organization.its-own-descendant");
        assertThat(network.change(top, "affiliation", under(top)).code()).isEqualTo("organization.its-own-descendant");
        assertThat(network.change(low, "affiliation", Map.of("from", "2025-01-01", "why", "改为直属"))
                        .status())
                .isEqualTo(200);
        assertThat(network.change(top, "affiliation", under(low)).status()).isEqualTo(200);
    }

    @Test
    void twoMovesAtOnceThatWouldCloseACircleAreNeverBothDone() throws Exception {
        for (int round = 0; round < 3; round++) {
            String one = network.committee();
            String two = network.committee();
            var start = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(2)) {
                Future<Boolean> first = threads.submit(() -> moved(start, one, two));
                Future<Boolean> second = threads.submit(() -> moved(start, two, one));
                start.countDown();
                assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    private boolean moved(CountDownLatch start, String id, String parent) throws InterruptedException {
        start.await();
        return context.getBean(Transactions.class)
                .write(
                        network.street,
                        () -> context.getBean(MoveOrganization.class)
                                .move(
                                        network.street,
                                        UUID.fromString(id),
                                        1,
                                        new MoveOrganization.Wish(
                                                UUID.fromString(parent), LocalDate.of(2025, 1, 1), "同时")))
                .isDone();
    }

    @Test
    void linesEndAtTwelveLevels() {
        String above = network.committee();
        for (int level = 2; level <= Affiliation.MOST_LEVELS; level++) {
            above = network.standing("committee", above, RegionFixtures.JIANWAI, 150);
        }
        assertThat(network.register(network.wish("committee", above, RegionFixtures.JIANWAI, 150))
                        .code())
                .isEqualTo("organization.too-deep");
    }

    @Test
    void nobodyIsMovedUnderWhatHasEnded() {
        String ended = network.committee();
        String branch = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        network.change(ended, "end", Map.of("on", "2025-01-01", "why", "撤并"));
        assertThat(network.change(branch, "affiliation", under(ended)).code()).isEqualTo("organization.parent-ended");
    }
}
