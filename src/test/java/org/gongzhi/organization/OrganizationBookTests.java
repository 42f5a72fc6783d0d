package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
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
class OrganizationBookTests {

    private final Network network;
    private final OrganizationBook book;
    private final Transactions transactions;

    OrganizationBookTests(
            @Autowired ApplicationContext context,
            @Autowired OrganizationBook book,
            @Autowired Transactions transactions) {
        this.network = new Network(context);
        this.book = book;
        this.transactions = transactions;
    }

    private String named(String key, boolean isEnglish) {
        return transactions.read(Actor.worker("test"), () -> book.named(key, isEnglish));
    }

    @Test
    void aMatterIsNamedWithItsUnitInBothLanguages() {
        assertThat(named("term.remind", false)).isEqualTo("换届提前提醒（个月）");
        assertThat(named("joint.units", true)).isEqualTo("Units a joint branch normally has at most (units)");
        assertThat(named("branch.colour", true)).isEqualTo("branch.colour");
    }

    private Said set(String key, int amount) {
        network.desk.sit(network.desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.XUHUI));
        return network.desk.send(
                post("/api/rules/organization"),
                Map.of(
                        "key",
                        key,
                        "regionCode",
                        RegionFixtures.KANGPING.toString(),
                        "from",
                        Network.today().toString(),
                        "terms",
                        Map.of("limit", Map.of("amount", amount)),
                        "source",
                        "区办法第三条",
                        "why",
                        "试行"));
    }

    @Test
    void aTerritorySaysOtherwiseAndItsArticleIsNamed() {
        assertThat(set("joint.units", 3).status()).isEqualTo(201);
        network.desk.sit(network.desk.hire(DutyKind.DISTRICT_OFFICER, RegionFixtures.XUHUI));
        Map<String, Object> wish = network.wish("joint_branch", "", RegionFixtures.KANGPING, 9);
        wish.put("units", 4);
        assertThat(network.register(wish).at("findings").get(0).path("words").asString())
                .contains("一般不超过 3 家（区办法第三条）");
        Said book =
                network.desk.ask(get("/api/rules/organization").param("region", RegionFixtures.KANGPING.toString()));
        assertThat(book.at("rows")).hasSize(14);
        assertThat(book.at("rows").findValuesAsString("name")).contains("党支部、党总支任期（年）");
    }

    @Test
    void onlyWhatRulesSpeakOfCanBeSaid() {
        assertThat(set("branch.colour", 3).code()).isEqualTo("organization.matter-unknown");
        assertThat(set("branch.most", 0).code()).isEqualTo("organization.amount-wrong");
    }
}
