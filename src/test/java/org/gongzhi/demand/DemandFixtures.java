package org.gongzhi.demand;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;

/** Demands as they stand at each station of their way. */
final class DemandFixtures {

    static final Instant MORNING = Instant.parse("2026-11-23T23:10:00Z"); // 11月24日 07:10 in Beijing
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final RegionCode GRID = new RegionCode(110105001026004L);
    static final RegionCode COMMUNITY = new RegionCode(110105001026000L);
    static final RegionCode STREET = new RegionCode(110105001000000L);
    static final UUID HEATING = UUID.fromString("00000000-0000-7000-8000-00000000d001");
    static final UUID SOMEONE = UUID.fromString("00000000-0000-7000-8000-00000000a001");
    static final UUID RULE = UUID.fromString("00000000-0000-7000-8000-00000000c001");

    private DemandFixtures() {}

    static Demand raised() {
        return new Demand(
                new DemandId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
                0,
                new Demand.Origin(
                        "建外2611-0187",
                        GRID,
                        "12号楼501室暖气不热",
                        "从周日晚上开始暖气就是温的，屋里只有14度。",
                        "heating_water",
                        "phone",
                        "12号楼501室",
                        null,
                        null,
                        false,
                        null,
                        MORNING,
                        SOMEONE,
                        COMMUNITY),
                DemandStatus.RAISED,
                MORNING,
                null,
                COMMUNITY,
                null,
                null,
                new Demand.Clock(
                        RULE,
                        MORNING.plus(Duration.ofHours(24)),
                        MORNING.plus(Duration.ofHours(18)),
                        null,
                        null,
                        false),
                Demand.Marks.NONE,
                null);
    }

    static Demand accepted() {
        return raised().accept(later(4), null).orThrow();
    }

    static Demand assigned() {
        return accepted().assign(later(10), HEATING, null).orThrow();
    }

    static Demand handled() {
        return assigned().takeUp(later(21), SOMEONE).orThrow();
    }

    static Demand waitingForVerification() {
        return handled().askVerification(later(150)).orThrow();
    }

    static Demand closed() {
        return waitingForVerification()
                .verify(later(160), true)
                .then(verified -> verified.close(later(170)))
                .orThrow();
    }

    static Demand settled() {
        return closed().settle(later(200)).orThrow();
    }

    static Demand suspended() {
        return handled()
                .suspend(later(60), TODAY, TODAY.plusDays(16), "needs_deliberation", "需议事会再协商")
                .orThrow();
    }

    static Instant later(int minutes) {
        return MORNING.plus(Duration.ofMinutes(minutes));
    }

    static DemandRefusal refusalOf(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused && refused.reason() instanceof DemandRefusal reason) {
            return reason;
        }
        throw new AssertionError("expected a refusal, got " + outcome);
    }
}
