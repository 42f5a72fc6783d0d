package org.gongzhi.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.support.Fuzz;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;

/** Times and places as a sheet may hold them are understood or not, and never break anything. */
class HotlineFuzzTests {

    static final HotlinePlaces PLACES = new HotlinePlaces(List.of(
            region(RegionFixtures.JIANWAI, 4, "建外街道", "建外"),
            region(RegionFixtures.YONGANLI, 5, "永安里社区", "永安里"),
            region(RegionFixtures.GUANGHUALI, 5, "光华里社区", "光")));

    private static Region region(RegionCode code, int level, String name, String shortName) {
        return new Region(
                code,
                code.value() + (level == 4 ? 1_000_000 : 1_000),
                level,
                null,
                name,
                shortName,
                "",
                false,
                true,
                null,
                null,
                null);
    }

    @Test
    void anyTextIsATimeOrNone() {
        assertThat(Fuzz.run(random -> {
                    HotlineTimes.read(Fuzz.text(random, 60));
                    HotlineTimes.read(new String(
                            Fuzz.bent(random, "2026年11月20日 8时30分".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            java.nio.charset.StandardCharsets.UTF_8));
                    HotlineTimes.read(new String(
                            Fuzz.bent(random, "46346.354166667".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            java.nio.charset.StandardCharsets.UTF_8));
                }))
                .isPositive();
    }

    @Test
    void anyTextIsAPlaceOrNone() {
        assertThat(Fuzz.run(random -> PLACES.find(
                        random.nextInt(3) == 0 ? Fuzz.text(random, 80) : null,
                        random.nextBoolean() ? Fuzz.text(random, 80) : null,
                        Fuzz.text(random, 120),
                        random.nextBoolean())))
                .isPositive();
    }
}
