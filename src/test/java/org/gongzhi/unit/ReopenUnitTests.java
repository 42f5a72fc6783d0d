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
class ReopenUnitTests {

    private final Doorsteps doors;

    ReopenUnitTests(@Autowired ApplicationContext context) {
        this.doors = new Doorsteps(context);
    }

    @Test
    void whatWasClosedByMistakeIsOpenAgainUnlessItsCodeHasBecomeAnothers() {
        Map<String, Object> wish = Doorsteps.wish("shop", RegionFixtures.YONGANLI);
        wish.put("creditCode", Doorsteps.code());
        String id = doors.standing(wish);
        Map<String, Object> why = Map.of("why", "误关");
        assertThat(doors.change(id, "reopening", why).code()).isEqualTo("unit.not-closed");
        doors.change(id, "closing", Map.of("on", "2026-06-30", "why", "注销"));
        assertThat(doors.page(id).at("may", "reopen").asBoolean()).isTrue();
        assertThat(doors.change(id, "reopening", why).status()).isEqualTo(200);
        assertThat(doors.page(id).at("row", "closedOn").isMissingNode()).isTrue();
        assertThat(doors.page(id).at("history").findValuesAsString("verb"))
                .containsExactly("reopen", "close", "register");
        doors.change(id, "closing", Map.of("on", "2026-06-30", "why", "注销"));
        doors.standing(wish);
        assertThat(doors.change(id, "reopening", why).code()).isEqualTo("unit.code-taken");
    }
}
