package org.gongzhi.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TrailTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Kernel kernel = Kernel.on(database);
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final Trail trail = new Trail(kernel.sql());
    private final Actor clerk = Kernel.clerk();

    private void link(Actor actor, UUID from, UUID to, String relation, RegionCode region, int minute) {
        kernel.transactions().write(actor, () -> {
            trail.link(
                    actor,
                    "demand",
                    from,
                    "demand",
                    to,
                    relation,
                    region,
                    "第 " + minute + " 步",
                    NOON.plusSeconds(60L * minute));
            return Outcome.done(true);
        });
    }

    private List<String> chain(Actor actor, UUID id) {
        return kernel.transactions().read(actor, () -> trail.of(actor, "demand", id)).stream()
                .map(edge -> edge.place() + " " + edge.label())
                .toList();
    }

    private static UUID id() {
        return UUID.randomUUID();
    }

    @Test
    void aRecordTellsEverythingItCameFromAndEverythingThatCameOfIt() {
        UUID first = id();
        UUID second = id();
        UUID third = id();
        UUID fourth = id();
        UUID aside = id();
        link(clerk, first, second, "joined", RegionFixtures.YONGANLI, 1);
        link(clerk, second, third, "became", RegionFixtures.YONGANLI_GRID_1, 2);
        link(clerk, third, fourth, "passed_up", RegionFixtures.YONGANLI, 3);
        link(clerk, first, aside, "joined", RegionFixtures.YONGANLI, 4);

        assertThat(chain(clerk, third)).containsExactly("ABOVE 第 1 步", "ABOVE 第 2 步", "BELOW 第 3 步");
        assertThat(chain(clerk, first)).containsExactly("BELOW 第 1 步", "BELOW 第 2 步", "BELOW 第 3 步", "BELOW 第 4 步");
        assertThat(chain(clerk, id())).isEmpty();
    }

    @Test
    void aCircleEnds() {
        UUID one = id();
        UUID two = id();
        UUID three = id();
        link(clerk, one, two, "became", RegionFixtures.YONGANLI, 1);
        link(clerk, two, three, "became", RegionFixtures.YONGANLI, 2);
        link(clerk, three, one, "became", RegionFixtures.YONGANLI, 3);

        assertThat(chain(clerk, one)).containsExactly("ABOVE 第 1 步", "ABOVE 第 2 步", "ABOVE 第 3 步");
    }

    @Test
    void linkingTwiceIsLinkingOnce() {
        UUID one = id();
        UUID two = id();
        link(clerk, one, two, "became", RegionFixtures.YONGANLI, 1);
        link(clerk, one, two, "became", RegionFixtures.YONGANLI, 9);

        assertThat(chain(clerk, one)).containsExactly("BELOW 第 1 步");
    }

    @Test
    void theChainStopsAtTheEdgeOfTheScope() {
        UUID one = id();
        UUID two = id();
        link(clerk, one, two, "became", RegionFixtures.YONGANLI, 1);

        assertThat(chain(Kernel.neighbour(), one)).isEmpty();
        assertThatThrownBy(() -> link(clerk, one, two, "became", RegionFixtures.GUANGHUALI, 2))
                .isInstanceOf(IllegalArgumentException.class);
        List<Trail.Link> many = List.of(
                new Trail.Link(one, id(), RegionFixtures.YONGANLI, "这里"),
                new Trail.Link(one, id(), RegionFixtures.GUANGHUALI, "隔壁"));
        assertThatThrownBy(() -> trail.linkAll(clerk, "demand", "demand", "became", many, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongChainIsToldWhole() {
        UUID start = id();
        UUID from = start;
        for (int i = 1; i <= 200; i++) {
            UUID to = id();
            link(clerk, from, to, "became", RegionFixtures.YONGANLI, i);
            from = to;
        }

        assertThat(chain(clerk, start)).hasSize(200);
        assertThat(chain(clerk, from)).hasSize(200);
    }
}
