package org.gongzhi.retention;

import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.XUHUI;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
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
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@GongzhiTest
class RetentionApiTests {

    private final Transactions transactions;
    private final Accounts accounts;
    private final String today;
    private final MockMvc http;

    RetentionApiTests(
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired Clock clock,
            @Autowired DataSource database,
            @Autowired WebApplicationContext context) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.today = Time.today(clock).toString();
        this.http = MockMvcBuilders.webAppContextSetup(context).build();
        RegionFixtures.plant(database);
    }

    private record Person(UUID account, UUID duty) {}

    @Test
    void aTermIsLookedAtSetInheritedAndEnded() throws Exception {
        Person keeper = person(DutyKind.SYSTEM_ADMINISTRATOR, FENGTAI);
        write(keeper, "/api/rules/retention/preview", body("*", FENGTAI, 36, today))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.after").value("办结后 36 个月，照片一并清除"))
                .andExpect(jsonPath("$.figures[0].code").value("reached"));
        write(keeper, "/api/rules/retention", body("*", FENGTAI, 36, today)).andExpect(status().isCreated());
        write(keeper, "/api/rules/retention", body("heating_water", FENGTAI, 60, today))
                .andExpect(status().isCreated());
        http.perform(as(keeper, get("/api/rules/retention").param("region", FENGTAI.toString())))
                .andExpect(jsonPath("$.rows[?(@.key == '*')].holding.inWords").value("办结后 36 个月，照片一并清除"));
        write(keeper, "/api/rules/retention/end", """
                        {"key": "*", "regionCode": "%s", "from": "%s", "why": "与全市一致"}
                        """.formatted(
                                FENGTAI, LocalDate.parse(today).plusDays(2)))
                .andExpect(status().isOk());
        String kept = write(keeper, "/api/rules/retention", body("noise", FENGTAI, 12, "2099-01-01"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        write(
                        keeper,
                        "/api/rules/retention/" + kept.replaceAll(".*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1")
                                + "/withdrawal",
                        "{\"regionCode\": \"%s\", \"why\": \"不改了\"}".formatted(FENGTAI))
                .andExpect(status().isOk());
    }

    @Test
    void aTermNobodyCanMeanIsNamedAtItsField() throws Exception {
        Person keeper = person(DutyKind.SYSTEM_ADMINISTRATOR, XUHUI);
        write(keeper, "/api/rules/retention", body("moonlight", XUHUI, 12, today))
                .andExpect(jsonPath("$.code").value("retention.kind-unknown"))
                .andExpect(jsonPath("$.field").value("key"));
        write(keeper, "/api/rules/retention", body("*", XUHUI, 0, today))
                .andExpect(jsonPath("$.code").value("retention.terms-missing"))
                .andExpect(jsonPath("$.field").value("months"))
                .andExpect(jsonPath("$.detail").value(containsString("600")));
    }

    @Test
    void whatGoesIsShownToThoseWhoAnswerForAPlace() throws Exception {
        Person leader = person(DutyKind.DISTRICT_LEADER, XUHUI);
        Person observer = person(DutyKind.OBSERVER, XUHUI);
        for (String door : new String[] {"due", "runs", "holds"}) {
            http.perform(as(leader, get("/api/retention/" + door))).andExpect(status().isOk());
            http.perform(as(observer, get("/api/retention/" + door)))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("retention.not-yours"));
        }
        http.perform(as(leader, get("/api/retention/runs").param("after", "x"))).andExpect(status().isOk());
        http.perform(as(leader, get("/api/retention/runs/" + UUID.randomUUID() + "/proof")))
                .andExpect(status().isNotFound());
        write(leader, "/api/retention/holds", "{\"number\": \"无2611-0001\", \"reason\": \"诉讼\"}")
                .andExpect(jsonPath("$.code").value("retention.case-unknown"))
                .andExpect(jsonPath("$.field").value("number"));
        http.perform(as(leader, delete("/api/retention/holds/" + UUID.randomUUID()))
                        .header("Idempotency-Key", UUID.randomUUID().toString()))
                .andExpect(jsonPath("$.code").value("retention.hold-unknown"));
    }

    private ResultActions write(Person person, String at, String body) throws Exception {
        return http.perform(as(person, post(at))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String body(String key, RegionCode region, int months, String from) {
        return """
                {"key": "%s", "regionCode": "%s", "from": "%s", "terms": {"retention": {"months": %d, "removesPhotos": true}}, "source": "区办法", "why": "试行"}
                """.formatted(key, region, from, months);
    }

    private Person person(DutyKind kind, RegionCode node) {
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("t" + UUID.randomUUID(), "某某", "none", false, false);
                    return Outcome.done(new Person(account, accounts.grantDuty(account, kind, node)));
                })
                .orThrow();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        return request.sessionAttr(
                "ticket", person.account() + "\n" + person.duty() + "\n2026-11-24T00:00:00Z\n127.0.0.1\ntest");
    }
}
