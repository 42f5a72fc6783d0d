package org.gongzhi.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
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
class UnitQueriesSqlTests {

    private final Doorsteps doors;

    UnitQueriesSqlTests(@Autowired ApplicationContext context) {
        this.doors = new Doorsteps(context);
    }

    private List<String> walked(String query, RegionCode region) {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            Said page = doors.desk.ask(get("/api/units?limit=2" + query + (after.isEmpty() ? "" : "&after=" + after))
                    .param("region", region.toString()));
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            names.addAll(page.at("items").findValuesAsString("name"));
            after = page.text("next");
        } while (!after.isEmpty() && names.size() < 400);
        return names;
    }

    @Test
    void aPageOfAnyNodeIsInTheOrderOfPinyinAndEachUnitStandsOnceInThem() {
        String word = Doorsteps.own("");
        List<String> mine = new ArrayList<>();
        for (String name : new String[] {"丙", "甲", "乙"}) {
            Map<String, Object> wish = Doorsteps.wish(
                    "foundation", name.equals("乙") ? RegionFixtures.YONGANLI : RegionFixtures.YONGANLI_GRID_2);
            wish.put("name", word + name + "基金会");
            wish.put("industry", "95");
            doors.standing(wish);
            mine.add(word + name + "基金会");
        }
        List<String> sorted = List.of(mine.get(0), mine.get(1), mine.get(2));
        doors.desk.sit(doors.desk.hire(DutyKind.OBSERVER, RegionFixtures.NATION));
        for (RegionCode region : List.of(RegionFixtures.YONGANLI, RegionFixtures.JIANWAI, RegionFixtures.CHAOYANG)) {
            assertThat(walked("&industry=S&band=10-49&kind=foundation", region))
                    .filteredOn(mine::contains)
                    .as("%s", region)
                    .isEqualTo(sorted);
        }
        assertThat(walked("&kind=foundation", RegionFixtures.BEIJING))
                .filteredOn(mine::contains)
                .isEqualTo(sorted);
        assertThat(walked("", RegionFixtures.YONGANLI_GRID_2))
                .filteredOn(mine::contains)
                .hasSize(2);
        assertThat(doors.desk.ask(get("/api/units")).status()).isEqualTo(200);
        assertThat(doors.desk
                        .ask(get("/api/units?band=1-9").param("region", "11"))
                        .code())
                .isEqualTo("unit.narrow-first");
        assertThat(doors.desk
                        .ask(get("/api/units?closed=true").param("region", RegionFixtures.CHAOYANG.toString()))
                        .at("items")
                        .findValuesAsString("name"))
                .doesNotContainAnyElementsOf(mine);
        for (String wrong : new String[] {"region=x", "kind=x", "industry=x&region=110105", "band=x&region=110105"}) {
            assertThat(doors.desk.ask(get("/api/units?" + wrong)).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    private List<String> found(String typed) {
        return doors.desk
                .ask(get("/api/units/search").param("q", typed))
                .at("items")
                .findValuesAsString("name");
    }

    @Test
    void aUnitIsFoundByItsCodeAnyPartOfItsNameAndItsSound() {
        Map<String, Object> wish = Doorsteps.wish("shop", RegionFixtures.YONGANLI);
        String code = Doorsteps.code();
        String name = "槐荫渡鲜果店" + Doorsteps.own("").replaceAll("[^0-9]", "");
        wish.put("name", name);
        wish.put("creditCode", code);
        doors.standing(wish);
        for (String typed : new String[] {code, "荫渡鲜", "huaiyindu", "hydxgd", "xianguodian"}) {
            assertThat(found(typed)).as(typed).contains(name);
        }
        assertThat(found("")).isEmpty();
        assertThat(found("没有这样的名字")).isEmpty();
        assertThat(doors.desk
                        .ask(get("/api/units/search?q=huaiyindu").param("region", RegionFixtures.YULIN.toString()))
                        .at("items"))
                .isEmpty();
        assertThat(doors.desk.ask(get("/api/unit-dictionary")).at("industries")).hasSize(117);
    }

    @Test
    void othersAskForAUnitByItsId(@Autowired UnitLookup lookup, @Autowired Transactions transactions) {
        String id = doors.standing(RegionFixtures.YONGANLI);
        Optional<UnitLookup.Known> known =
                transactions.read(doors.street, () -> lookup.find(new UnitId(UUID.fromString(id))));
        assertThat(known.orElseThrow().kind()).isEqualTo("private_firm");
        assertThat(known.orElseThrow().isOpen()).isTrue();
        assertThat(transactions.read(doors.street, () -> lookup.find(new UnitId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(doors.page(UUID.randomUUID().toString()).code()).isEqualTo("unit.unknown");
    }
}
