package org.gongzhi.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
class AmendUnitTests {

    private final Doorsteps doors;

    AmendUnitTests(@Autowired ApplicationContext context) {
        this.doors = new Doorsteps(context);
    }

    @Test
    void whatItTellsIsOtherwiseAndWhatItSaidStaysInItsHistory() {
        Map<String, Object> wish = Doorsteps.wish("shop", RegionFixtures.YONGANLI);
        String id = doors.standing(wish);
        wish.put("people", 31);
        wish.put("kind", "private_firm");
        wish.put("industry", "F");
        int version = doors.version(id);
        assertThat(doors.change(id, version, "amendment", Doorsteps.told(wish)).status())
                .isEqualTo(200);
        assertThat(doors.change(id, version, "amendment", Doorsteps.told(wish)).code())
                .isEqualTo("unit.changed-meanwhile");
        assertThat(doors.change(id, "amendment", Doorsteps.told(wish)).code()).isEqualTo("unit.unchanged");
        var history = doors.page(id).at("history");
        assertThat(history.findValuesAsString("verb")).containsExactly("amend", "register");
        assertThat(history.findValuesAsString("field")).containsExactly("kind", "industry", "people");
        assertThat(history.findValuesAsString("before")).containsExactly("街面商铺", "", "20");
        assertThat(history.findValuesAsString("after")).containsExactly("非公有制企业", "批发和零售业", "31");
    }

    @Test
    void aCodeIsOneUnitsAtATime() {
        Map<String, Object> first = Doorsteps.wish("shop", RegionFixtures.YONGANLI);
        String code = Doorsteps.code();
        first.put("creditCode", code);
        doors.standing(first);
        Map<String, Object> second = Doorsteps.wish("shop", RegionFixtures.YONGANLI);
        String id = doors.standing(second);
        second.put("creditCode", code);
        assertThat(doors.change(id, "amendment", Doorsteps.told(second)).code()).isEqualTo("unit.code-taken");
        second.put("creditCode", Doorsteps.code());
        assertThat(doors.change(id, "amendment", Doorsteps.told(second)).status())
                .isEqualTo(200);
    }
}
