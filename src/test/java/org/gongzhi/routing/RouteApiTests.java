package org.gongzhi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.XUHUI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@GongzhiTest
class RouteApiTests {

    private final Transactions transactions;
    private final Accounts accounts;
    private final RouteLookup routes;
    private final String today;
    private final MockMvc http;

    RouteApiTests(
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired RouteLookup routes,
            @Autowired Clock clock,
            @Autowired DataSource database,
            @Autowired WebApplicationContext context) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.routes = routes;
        this.today = Time.today(clock).toString();
        this.http = MockMvcBuilders.webAppContextSetup(context).build();
        RegionFixtures.plant(database);
    }

    private record Person(UUID account, UUID duty) {
        String ticket() {
            return account + "\n" + duty + "\n2026-11-24T00:00:00Z\n127.0.0.1\ntest";
        }
    }

    @Test
    void theNearestTerritorysRouteOfTheMostParticularKindIsSuggested() throws Exception {
        Person keeper = person(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        UUID service = department(CHAOYANG, "热力服务中心");
        UUID office = department(CHAOYANG, "城市管理科");
        UUID street = department(JIANWAI, "建外综合执法队");
        assertThat(suggested(YONGANLI, "heating")).isNull();

        set(keeper, "*", CHAOYANG, office).andExpect(status().isCreated());
        set(keeper, "heating_water", CHAOYANG, service).andExpect(status().isCreated());
        assertThat(suggested(YONGANLI, "heating")).as("the kind above").isEqualTo(service);
        assertThat(suggested(YONGANLI, "noise")).as("any other").isEqualTo(office);
        set(keeper, "noise", JIANWAI, street).andExpect(status().isCreated());
        assertThat(suggested(YONGANLI, "noise")).isEqualTo(street);
        assertThat(suggested(CHAOYANG, "noise")).as("not below that street").isEqualTo(office);
        assertThat(suggested(XUHUI, "noise")).isNull();

        http.perform(as(keeper, get("/api/rules/route").param("region", YONGANLI.toString())))
                .andExpect(
                        jsonPath("$.rows[?(@.key == 'noise')].holding.inWords").value("建外综合执法队"))
                .andExpect(jsonPath("$.rows[?(@.key == 'noise')].name").value("噪声"))
                .andExpect(
                        jsonPath("$.rows[?(@.key == '*')].holding.regionName").value("朝阳区"));
        http.perform(as(keeper, post("/api/rules/route/end"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"key": "noise", "regionCode": "%s", "from": "%s", "why": "与全区一致"}
                                """.formatted(JIANWAI, LocalDate.parse(today).plusDays(2))))
                .andExpect(status().isOk());
        http.perform(as(
                        keeper,
                        get("/api/rules/route/history")
                                .param("region", YONGANLI.toString())
                                .param("key", "noise")))
                .andExpect(jsonPath("$.items[0].action").value("end"))
                .andExpect(jsonPath("$.items[0].before").value("建外综合执法队"))
                .andExpect(jsonPath("$.items[0].after").doesNotExist());
    }

    @Test
    void aRouteIsLookedAtBeforeItIsSetAndWithdrawnBeforeItBegins() throws Exception {
        Person keeper = person(DutyKind.SYSTEM_ADMINISTRATOR, XUHUI);
        UUID office = department(XUHUI, "徐汇城管科");
        http.perform(as(keeper, post("/api/rules/route/preview"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("rubbish", XUHUI, office, "2099-01-01")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.after").value("徐汇城管科"))
                .andExpect(jsonPath("$.figures[0].code").value("elsewhere"));
        String kept = http.perform(as(keeper, post("/api/rules/route"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("rubbish", XUHUI, office, "2099-01-01")))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = kept.replaceAll(".*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        http.perform(as(keeper, post("/api/rules/route/" + id + "/withdrawal"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"regionCode\": \"%s\", \"why\": \"不改了\"}".formatted(XUHUI)))
                .andExpect(status().isOk());
    }

    @Test
    void aKindOrDepartmentNobodyKnowsIsNamedAtItsField() throws Exception {
        Person keeper = person(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        UUID elsewhere = department(XUHUI, "徐汇水务科");
        set(keeper, "moonlight", CHAOYANG, elsewhere)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("routing.kind-unknown"))
                .andExpect(jsonPath("$.field").value("key"));
        set(keeper, "lift", CHAOYANG, elsewhere)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("routing.department-unknown"))
                .andExpect(jsonPath("$.field").value("departmentId"))
                .andExpect(jsonPath("$.detail").value(containsString("请从列表里选择")));
        set(person(DutyKind.DISTRICT_LEADER, CHAOYANG), "lift", CHAOYANG, elsewhere)
                .andExpect(status().isForbidden());
    }

    @Test
    void onlyWhoKeepsTheRoutesIsToldTheDepartments() throws Exception {
        department(CHAOYANG, "朝阳园林科");
        http.perform(as(
                        person(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG),
                        get("/api/route-departments").param("region", JIANWAI.toString())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].name").value(hasItem("朝阳园林科")));
        http.perform(as(
                        person(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG),
                        get("/api/route-departments").param("region", FENGTAI.toString())))
                .andExpect(status().isForbidden());
        http.perform(as(
                        person(DutyKind.STREET_LEADER, JIANWAI),
                        get("/api/route-departments").param("region", JIANWAI.toString())))
                .andExpect(status().isForbidden());
    }

    private org.springframework.test.web.servlet.ResultActions set(
            Person keeper, String key, RegionCode region, UUID department) throws Exception {
        return http.perform(as(keeper, post("/api/rules/route"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(key, region, department, today)));
    }

    private static String body(String key, RegionCode region, UUID department, String from) {
        return """
                {"key": "%s", "regionCode": "%s", "from": "%s", "terms": {"route": {"departmentId": "%s"}}, "source": "区派遣办法", "why": "试行"}
                """.formatted(key, region, from, department);
    }

    private @org.jspecify.annotations.Nullable UUID suggested(RegionCode place, String kind) {
        return transactions.read(
                Actor.worker("test"),
                () -> routes.suggestion(place, kind)
                        .map(RouteLookup.Suggestion::departmentId)
                        .orElse(null));
    }

    private UUID department(RegionCode node, String name) {
        return transactions
                .write(Actor.worker("test"), () -> Outcome.done(accounts.addDepartment(node, name, "office")))
                .orThrow();
    }

    private Person person(DutyKind kind, RegionCode node) {
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("r" + UUID.randomUUID(), "某某", "none", false, false);
                    return Outcome.done(new Person(account, accounts.grantDuty(account, kind, node)));
                })
                .orThrow();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        return request.sessionAttr("ticket", person.ticket());
    }
}
