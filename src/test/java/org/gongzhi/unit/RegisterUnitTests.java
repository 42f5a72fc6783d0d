package org.gongzhi.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gongzhi.kernel.DutyKind;
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
class RegisterUnitTests {

    private final Doorsteps doors;

    RegisterUnitTests(@Autowired ApplicationContext context) {
        this.doors = new Doorsteps(context);
    }

    @Test
    void whatIsKnownIsKeptAndShown() {
        String code = Doorsteps.code();
        Map<String, Object> wish = Doorsteps.wish("private_firm", RegionFixtures.YONGANLI_GRID_1);
        wish.putAll(Map.of("creditCode", code, "industry", "65", "members", 3, "membersOn", "2026-01-01"));
        wish.putAll(Map.of("phone", "010 8500-1234", "lng", 116.45, "lat", 39.91));
        var page = doors.page(doors.standing(wish));
        assertThat(page.at("row", "creditCode").asString()).isEqualTo(code);
        assertThat(page.at("row", "industryName").asString()).isEqualTo("软件和信息技术服务业");
        assertThat(page.at("row", "members").asInt()).isEqualTo(3);
        assertThat(page.text("membersOn")).isEqualTo("2026-01-01");
        assertThat(page.text("phone")).isEqualTo("0108500-1234");
        assertThat(page.at("isNew").asBoolean()).isTrue();
        assertThat(page.at("history").findValuesAsString("verb")).containsExactly("register");
        assertThat(doors.register(new HashMap<>(Map.of(
                                "kind",
                                "shop",
                                "name",
                                Doorsteps.own("又一家"),
                                "creditCode",
                                code,
                                "regionCode",
                                RegionFixtures.YONGANLI.toString(),
                                "why",
                                "走访")))
                        .code())
                .isEqualTo("unit.code-taken");
    }

    private String refused(String field, Object value) {
        Map<String, Object> wish = Doorsteps.wish("private_firm", RegionFixtures.YONGANLI);
        wish.put(field, value);
        var said = doors.register(wish);
        assertThat(said.status()).as("%s", said.body()).isGreaterThanOrEqualTo(400);
        return said.code() + " " + said.text("field");
    }

    @Test
    void whatCannotBeIsNotKeptAndTheFieldIsNamed() {
        assertThat(refused("kind", "palace")).isEqualTo("unit.kind-unknown kind");
        assertThat(refused("name", "单")).isEqualTo("unit.name-wrong name");
        assertThat(refused("creditCode", "91350100M000100Y44")).isEqualTo("unit.code-check creditCode");
        assertThat(refused("industry", "98")).isEqualTo("unit.industry-unknown industry");
        assertThat(refused("people", -1)).isEqualTo("unit.people-wrong people");
        assertThat(refused("members", 21)).isEqualTo("unit.members-wrong members");
        assertThat(refused("members", 2)).isEqualTo("unit.members-day-missing membersOn");
        assertThat(refused("openedOn", Doorsteps.today().plusDays(1).toString()))
                .isEqualTo("unit.day-to-come openedOn");
        assertThat(refused("membersOn", Doorsteps.today().plusDays(1).toString()))
                .isEqualTo("unit.day-to-come membersOn");
        assertThat(refused("phone", "12")).isEqualTo("unit.phone-wrong phone");
        assertThat(refused("lng", 116.4)).isEqualTo("unit.point-wrong lng");
        assertThat(refused("address", "长".repeat(201))).isEqualTo("unit.address-wrong address");
        assertThat(refused("why", " ")).isEqualTo("unit.why-missing why");
        assertThat(refused("regionCode", "x")).isEqualTo("unit.region-unknown regionCode");
        assertThat(refused("regionCode", "999999")).isEqualTo("unit.region-unknown regionCode");
        assertThat(refused("regionCode", RegionFixtures.JIANWAI.toString()))
                .isEqualTo("unit.place-too-wide regionCode");
        assertThat(refused("regionCode", RegionFixtures.YULIN.toString()))
                .isEqualTo("unit.not-your-territory regionCode");
        Map<String, Object> building = Doorsteps.wish("building", RegionFixtures.YONGANLI);
        building.put("creditCode", Doorsteps.code());
        assertThat(doors.register(building).code()).isEqualTo("unit.code-not-for-sites");
    }

    @Test
    void aGridWorkerLooksAndDoesNotRegister() {
        doors.desk.sit(doors.desk.hire(DutyKind.GRID_WORKER, RegionFixtures.YONGANLI_GRID_1));
        assertThat(doors.register(Doorsteps.wish("shop", RegionFixtures.YONGANLI_GRID_1))
                        .code())
                .isEqualTo("unit.not-yours");
    }
}
