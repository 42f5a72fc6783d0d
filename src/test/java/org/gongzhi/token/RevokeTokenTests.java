package org.gongzhi.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(ActingAs.class)
class RevokeTokenTests {

    private final SheetDesk desk;
    private final MachineTokens gate;

    RevokeTokenTests(@Autowired ApplicationContext context, @Autowired MachineTokens gate) {
        this.desk = new SheetDesk(context);
        this.gate = gate;
    }

    private Said issued(RegionCode region) {
        return desk.send(
                post("/api/machine-tokens"),
                Map.of(
                        "name",
                        "网格终端",
                        "regionCode",
                        region.toString(),
                        "verbs",
                        List.of("read"),
                        "expiresOn",
                        LocalDate.now(Time.ZONE).plusDays(30).toString()));
    }

    private String revoke(String id) {
        return desk.send(delete("/api/machine-tokens/{id}", id), Map.of()).code();
    }

    @Test
    void aRevokedTokenIsShutAtOnceAndStaysInTheList() {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        Said token = issued(RegionFixtures.YONGANLI);
        assertThat(gate.actorFor(token.text("token"), "read", "127.0.0.1").isDone())
                .isTrue();
        desk.sit(desk.hire(DutyKind.SECURITY_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        assertThat(revoke(token.text("id"))).isEmpty();
        assertThat(gate.actorFor(token.text("token"), "read", "127.0.0.1").isDone())
                .isFalse();
        assertThat(revoke(token.text("id"))).isEqualTo("token.revoked-already");
        assertThat(desk.ask(get("/api/machine-tokens")).body().toString())
                .contains(token.text("id"))
                .contains("revokedAt");
        assertThat(revoke(UUID.randomUUID().toString())).isEqualTo("token.unknown");
    }

    @Test
    void administratorsOfOtherPlacesNeitherSeeNorRevoke() {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        Said token = issued(RegionFixtures.CHAOYANG);
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.XUHUI));
        assertThat(desk.ask(get("/api/machine-tokens")).body().toString()).doesNotContain(token.text("id"));
        assertThat(revoke(token.text("id"))).isEqualTo("token.unknown");
        for (DutyKind duty : List.of(DutyKind.AUDIT_ADMINISTRATOR, DutyKind.DISTRICT_LEADER)) {
            desk.sit(desk.hire(duty, RegionFixtures.CHAOYANG));
            assertThat(desk.ask(get("/api/machine-tokens")).code()).isEqualTo("token.not-yours-to-see");
            assertThat(revoke(token.text("id"))).isEqualTo("token.not-yours-to-see");
        }
    }
}
