package org.gongzhi.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongzhi.kernel.RegionCode;
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
class RelocateUnitTests {

    private final Doorsteps doors;

    RelocateUnitTests(@Autowired ApplicationContext context) {
        this.doors = new Doorsteps(context);
    }

    private Said move(String id, RegionCode to, String from) {
        return doors.change(
                id, "premises", Map.of("regionCode", to.toString(), "address", "中路 3 号", "from", from, "why", "迁址"));
    }

    @Test
    void whereItStoodStaysKnownWithItsTime() {
        String id = doors.standing(RegionFixtures.YONGANLI);
        assertThat(move(id, RegionFixtures.GUANGHUALI, "2025-01-01").status()).isEqualTo(200);
        var page = doors.page(id);
        assertThat(page.at("row", "regionCode").asString()).isEqualTo(RegionFixtures.GUANGHUALI.toString());
        assertThat(page.text("stoodFrom")).isEqualTo("2025-01-01");
        assertThat(page.at("former").findValuesAsString("from")).containsExactly("2020-03-01");
        assertThat(page.at("former").findValuesAsString("until")).containsExactly("2025-01-01");
        assertThat(page.at("former").findValuesAsString("address")).containsExactly("东街 8 号");
        assertThat(move(id, RegionFixtures.GUANGHUALI, "2025-01-01").code()).isEqualTo("unit.unchanged");
        assertThat(move(id, RegionFixtures.YONGANLI, "2024-12-31").code()).isEqualTo("unit.before-last-move");
        assertThat(move(id, RegionFixtures.GUANGHUALI_GRID_1, "2025-01-01").status())
                .as("said for the very day it moved, it corrects the move")
                .isEqualTo(200);
        assertThat(doors.page(id).at("former")).hasSize(1);
        assertThat(move(
                                id,
                                RegionFixtures.YONGANLI,
                                Doorsteps.today().plusDays(1).toString())
                        .code())
                .isEqualTo("unit.day-to-come");
        assertThat(move(id, RegionFixtures.YULIN, "2025-02-01").code()).isEqualTo("unit.not-your-territory");
    }
}
