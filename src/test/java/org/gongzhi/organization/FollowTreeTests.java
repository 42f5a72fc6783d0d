package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.TreeChange;
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
class FollowTreeTests {

    private final Network network;
    private final FollowTree follow;
    private final Transactions transactions;

    FollowTreeTests(
            @Autowired ApplicationContext context, @Autowired FollowTree follow, @Autowired Transactions transactions) {
        this.network = new Network(context);
        this.follow = follow;
        this.transactions = transactions;
    }

    private List<String> times(String id) {
        return network.desk
                .owner
                .sql(
                        "select region_code || ' ' || valid from organization_territory where organization_id = :id order by lower(valid)")
                .param("id", UUID.fromString(id))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void whereItStoodBeforeAChangeOfTheTreeStaysAndIsOneAgainWhenTakenBack() {
        String id = network.standing("branch", "", RegionFixtures.YONGANLI, 9);
        List<String> before = times(id);
        var change = new TreeChange(UUID.randomUUID(), LocalDate.of(2026, 1, 1));
        network.desk
                .owner
                .sql("""
                        insert into reorganization (id, region_code, subject, kind, effective_on, asked, plan, tree_mark, planned_by, planner, planned_at)
                        values (:id, :place, 'region', 'move', '2026-01-01', '{}', '{}', '', :account, '韩松', now())""")
                .param("id", change.id())
                .param("place", RegionFixtures.CHAOYANG.value())
                .param("account", network.street.account())
                .update();
        network.desk
                .owner
                .sql(
                        "insert into reorganization_code (reorganization_id, old_value, new_value) values (:id, :old, :new)")
                .param("id", change.id())
                .param("old", Long.toString(RegionFixtures.YONGANLI.value()))
                .param("new", Long.toString(RegionFixtures.GUANGHUALI.value()))
                .update();
        during(() -> {
            follow.before(change);
            follow.after(change);
        });
        assertThat(times(id)).as("nothing was moved in between").isEqualTo(before);
        during(() -> follow.before(change));
        assertThat(times(id))
                .containsExactly(
                        RegionFixtures.YONGANLI.value() + " [2020-03-01,2026-01-01)",
                        RegionFixtures.YONGANLI.value() + " [2026-01-01,)");
        during(() -> follow.after(change));
        assertThat(times(id)).isEqualTo(before);
    }

    private void during(Runnable work) {
        transactions
                .write(Actor.worker("test"), () -> {
                    work.run();
                    return Outcome.done(true);
                })
                .orThrow();
    }
}
