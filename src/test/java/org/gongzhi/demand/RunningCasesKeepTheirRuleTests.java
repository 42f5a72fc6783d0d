package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gongzhi.kernel.Ids;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What was promised when a case began is what it is held to, whatever holds for new ones by now. */
class RunningCasesKeepTheirRuleTests {

    @AutoClose
    private final DemandWorld world = new DemandWorld();

    @Test
    void aNewRuleLeavesTheDueTimeOfWhatRuns() {
        DemandId old = world.handledBy(world.heating);
        Demand.Clock promised = world.now(old).clock();
        assertThat(promised.dueAt()).isEqualTo(DemandWorld.NOW.plus(Duration.ofHours(24)));
        twoHoursFromToday();

        assertThat(world.now(old).clock()).isEqualTo(promised);
        DemandId later = world.raisedIn(DemandWorld.GRID);
        assertThat(world.now(later).clock().dueAt())
                .isEqualTo(world.clock.instant().plus(Duration.ofHours(2)));
        assertThat(world.now(later).clock().ruleId()).isNotEqualTo(promised.ruleId());

        SuspendDemand suspend = world.bean(SuspendDemand.class);
        suspend.suspend(world.secretary, old, world.version(old), "season", "等天气", LocalDate.of(2026, 11, 25))
                .orThrow();
        world.clock.pass(Duration.ofHours(30));
        suspend.resume(world.secretary, old, world.version(old)).orThrow();
        assertThat(world.now(old).clock().dueAt())
                .as("what was left, by the rule it began with")
                .isEqualTo(promised.dueAt().plus(Duration.ofHours(30)));
    }

    @Test
    void anExtensionIsAmberByTheRuleTheCaseBeganWith() {
        DemandId old = world.handledBy(world.heating);
        twoHoursFromToday();
        DemandId later = world.handledBy(world.heating);
        Instant granted = DemandWorld.NOW.plus(Duration.ofHours(40));
        for (DemandId id : new DemandId[] {old, later}) {
            ExtendDemand extend = world.bean(ExtendDemand.class);
            extend.ask(world.heating, id, world.version(id), granted, "parts", "等配件")
                    .orThrow();
            extend.decide(world.streetOfficer, id, world.version(id), true, "").orThrow();
        }
        assertThat(world.now(old).clock().warnAt())
                .as("a quarter left")
                .isEqualTo(granted.minus(
                        Duration.between(world.clock.instant(), granted).dividedBy(4)));
        assertThat(world.now(later).clock().warnAt()).as("one hour left").isEqualTo(granted.minus(Duration.ofHours(1)));
    }

    private void twoHoursFromToday() {
        world.owner
                .sql("""
                        insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_hours, valid, version, source)
                        values (:id, 'demand', 'settle', 'utility', :district, 2, 'hour', 1, daterange('2026-11-24', null), 2, '区里的新规定')""")
                .param("id", Ids.next())
                .param("district", DemandWorld.DISTRICT.value())
                .update();
        // Set behind the application's back: it looks again after a minute.
        world.clock.pass(Duration.ofMinutes(2));
    }
}
