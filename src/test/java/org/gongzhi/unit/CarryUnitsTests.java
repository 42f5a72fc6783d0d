package org.gongzhi.unit;

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
class CarryUnitsTests {

    private final Doorsteps doors;
    private final CarryUnits carry;
    private final Transactions transactions;

    CarryUnitsTests(
            @Autowired ApplicationContext context, @Autowired CarryUnits carry, @Autowired Transactions transactions) {
        this.doors = new Doorsteps(context);
        this.carry = carry;
        this.transactions = transactions;
    }

    private List<String> times(String id) {
        return doors.desk
                .owner
                .sql("""
                        select region_code || ' ' || coalesce(from_on::text, '') || ' ' || until_on from unit_place where unit_id = :id
                        union all select region_code || ' ' || stood_from || ' ' from unit where id = :id order by 1 desc""")
                .param("id", UUID.fromString(id))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void whereItStoodBeforeAChangeOfTheTreeStaysAndIsOneAgainWhenTakenBack() {
        String id = doors.standing(RegionFixtures.YONGANLI);
        List<String> before = times(id);
        var change = new TreeChange(UUID.randomUUID(), LocalDate.of(2026, 1, 1));
        doors.desk
                .owner
                .sql("""
                        insert into reorganization (id, region_code, subject, kind, effective_on, asked, plan, tree_mark, planned_by, planner, planned_at)
                        values (:id, :place, 'region', 'move', '2026-01-01', '{}', '{}', '', :account, '韩松', now())""")
                .param("id", change.id())
                .param("place", RegionFixtures.CHAOYANG.value())
                .param("account", doors.street.account())
                .update();
        doors.desk
                .owner
                .sql(
                        "insert into reorganization_code (reorganization_id, old_value, new_value) values (:id, :old, :new)")
                .param("id", change.id())
                .param("old", Long.toString(RegionFixtures.YONGANLI.value()))
                .param("new", Long.toString(RegionFixtures.GUANGHUALI.value()))
                .update();
        during(() -> carry.before(change));
        assertThat(times(id))
                .containsExactly(
                        RegionFixtures.YONGANLI.value() + " 2026-01-01 ",
                        RegionFixtures.YONGANLI.value() + " 2020-03-01 2026-01-01");
        during(() -> carry.after(change));
        assertThat(times(id))
                .as("nothing was moved in between, as when it is taken back")
                .isEqualTo(before);
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
