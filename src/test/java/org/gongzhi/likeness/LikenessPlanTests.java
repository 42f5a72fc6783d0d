package org.gongzhi.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.ledger.ManyDemands;
import org.gongzhi.region.Region;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** With 100,000 demands, most of them ended just now, a question costs a few rows of each kind. */
class LikenessPlanTests {

    @AutoClose
    private static final ManyDemands demands = new ManyDemands();

    @Test
    void whatIsAlikeIsFoundAlongTheIndexOfItsKind() {
        Region street = demands.regions.get(RegionCode.parse("110105001").orElseThrow());
        var officer = new Actor(
                new java.util.UUID(0, 9),
                "陈立",
                DutyKind.STREET_OFFICER,
                new java.util.UUID(0, 8),
                street.code(),
                street.level(),
                street.name(),
                null,
                street.subtree(),
                "");
        var near = new AlikeQueries.Near(
                new Spot(RegionCode.parse("110105001026001").orElseThrow(), 116.45, 39.91),
                300,
                List.of("heating_water", "heating", "water", "drainage"),
                SearchTerms.telling("暖气不热"),
                demands.clock.instant().minus(Duration.ofDays(3650)),
                null,
                false);
        demands.kernel.transactions().read(officer, () -> {
            demands.few(
                    900,
                    "what is alike",
                    () -> assertThat(new AlikeQueries(demands.sql).near(near))
                            .hasSizeBetween(100, 240)
                            .allMatch(row -> row.matchedTerms() > 0));
            return true;
        });
    }
}
