package org.gongzhi.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 吹哨报到 as a browser sends it: a case from the whistle to its check, sent twice, too late, and by those who may not. */
@GongzhiTest
@Import(ActingAs.class)
class CalloutApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvc mvc;
    private final ActingAs acting;
    private final Transactions transactions;
    private final Accounts accounts;
    private final AccountLookup lookup;
    private final DataSource owner;
    private final Actor officer;
    private final Actor enforcement;
    private final Actor market;
    private final Actor sanitation;

    CalloutApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.acting = acting;
        this.transactions = transactions;
        this.accounts = accounts;
        this.lookup = lookup;
        this.owner = new DriverManagerDataSource(url, user, password);
        RegionFixtures.plant(owner);
        officer = someone("陈立", DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI, null);
        enforcement = someone("李队", DutyKind.DEPARTMENT_HANDLER, RegionFixtures.JIANWAI, "执法队" + Ids.next());
        market = someone("王所", DutyKind.DEPARTMENT_HANDLER, RegionFixtures.CHAOYANG, "市场监管局" + Ids.next());
        sanitation = someone("高洋", DutyKind.DEPARTMENT_HANDLER, RegionFixtures.JIANWAI, "环卫中心" + Ids.next());
    }

    @BeforeEach
    void theStreetActs() {
        acting.is(officer);
    }

    private Actor someone(String name, DutyKind kind, RegionCode node, @Nullable String department) {
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID of = department == null ? null : accounts.addDepartment(node, department, "office");
                    UUID account = accounts.create("c" + Ids.next(), name, "none", false, false);
                    UUID duty = accounts.grantDuty(account, kind, node, of, null);
                    return Outcome.done(lookup.actorFor(account, duty).orElseThrow());
                })
                .orThrow();
    }

    @Test
    void aCaseGoesFromTheWhistleToItsCheckOnlyWhenAllCalledHaveEnded() throws Exception {
        String demand = atTheStreet();
        call(demand, Ids.next().toString()).andExpect(status().isCreated());
        JsonNode blown = page(demand);
        String lead =
                blown.path("whistles").path(0).path("called").path(0).path("id").asString();
        String joint =
                blown.path("whistles").path(0).path("called").path(1).path("id").asString();

        acting.is(sanitation);
        mvc.perform(get("/api/demands/" + demand)).andExpect(status().isForbidden());
        mvc.perform(get("/api/callouts/" + lead)).andExpect(status().isNotFound());
        act(lead, "arrival", 0, "{}").andExpect(status().isNotFound());

        acting.is(enforcement);
        mvc.perform(get("/api/demands/" + demand))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.demand.contact.phone").value(org.hamcrest.Matchers.containsString("＊")));
        mvc.perform(get("/api/demands?view=all"))
                .andExpect(jsonPath("$.items[*].id").value(org.hamcrest.Matchers.hasItem(demand)));
        act(lead, "arrival", 0, "{\"words\": \"到场\"}").andExpect(status().isOk());
        act(lead, "result", 0, "{\"words\": \"好了\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("callout.changed-meanwhile"))
                .andExpect(jsonPath("$.current.version").value(1))
                .andExpect(jsonPath("$.current.verb").value("arrive"));
        act(lead, "result", 1, "{\"words\": \"已责令整改\", \"publicWords\": \"餐馆已装净化器\"}")
                .andExpect(status().isOk());

        acting.is(officer);
        verificationRequest(demand)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("demand.called-still-at-work"));
        mvc.perform(get("/api/demands/" + demand))
                .andExpect(jsonPath("$.may[?(@.verb == 'ask_verification')].allowed")
                        .value(false))
                .andExpect(jsonPath("$.may[?(@.verb == 'merge')].allowed").value(false));

        acting.is(market);
        act(joint, "refusal", 0, "{\"reason\": \"call_not_ours\", \"words\": \"无证无照归执法队\"}")
                .andExpect(status().isOk());
        acting.is(officer);
        act(joint, "ruling", 1, "{\"stands\": false, \"words\": \"证照归你们\"}").andExpect(status().isOk());
        acting.is(market);
        act(joint, "refusal", 2, "{\"reason\": \"call_not_ours\", \"words\": \"还是不归\"}")
                .andExpect(jsonPath("$.code").value("callout.held-to-come"));
        act(joint, "arrival", 2, "{}").andExpect(status().isOk());
        mvc.perform(post("/api/callouts/" + joint + "/progress")
                        .header("Idempotency-Key", Ids.next().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\": \"正在查\"}"))
                .andExpect(status().isOk());
        act(joint, "result", 3, "{\"words\": \"证照齐全\"}").andExpect(status().isOk());

        acting.is(officer);
        act(joint, "grade", 4, "{\"grade\": \"mostly\", \"words\": \"来得晚\"}").andExpect(status().isOk());
        acting.is(market);
        act(joint, "answer", 5, "{\"words\": \"当天有保障任务\"}").andExpect(status().isOk());
        acting.is(officer);
        verificationRequest(demand).andExpect(status().isOk());
        mvc.perform(get("/api/demands/" + demand))
                .andExpect(jsonPath("$.demand.status").value("verifying"))
                .andExpect(jsonPath("$.trail[?(@.kind == 'callout')].link")
                        .value(org.hamcrest.Matchers.hasItem("/callouts/" + lead)));
        assertThat(page(demand).path("open").asInt()).isZero();
    }

    @Test
    void calledTwiceWithOneKeyIsCalledOnceAndAnOldVersionIsAConflict() throws Exception {
        String demand = atTheStreet();
        String key = Ids.next().toString();
        call(demand, key).andExpect(status().isCreated());
        call(demand, key).andExpect(status().isCreated());
        assertThat(page(demand).path("whistles").size()).isEqualTo(1);
        call(demand, Ids.next().toString())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("demand.changed-meanwhile"));
        String lead = page(demand)
                .path("whistles")
                .path(0)
                .path("called")
                .path(0)
                .path("id")
                .asString();
        act(lead, "supervision", 0, "{\"words\": \"快\"}").andExpect(status().isForbidden());
        act(lead, "withdrawal", 0, "{\"words\": \"不用了\"}").andExpect(status().isOk());
        mvc.perform(get("/api/callouts?view=all&limit=1")).andExpect(status().isOk());
        mvc.perform(get("/api/callouts?view=nothing")).andExpect(status().is4xxClientError());
        mvc.perform(get("/api/callouts/counts")).andExpect(jsonPath("$.all").exists());
        mvc.perform(get("/api/demands/" + demand + "/callable"))
                .andExpect(jsonPath("$.items.length()").value(org.hamcrest.Matchers.greaterThan(2)));
    }

    private String atTheStreet() throws Exception {
        String body = mvc.perform(post("/api/demands")
                        .header("Idempotency-Key", Ids.next().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"regionCode": "110105001026001", "kind": "kitchen_fumes", "channel": "phone", "words": "餐馆油烟大", "anonymous": false,
                                 "name": "刘淑珍", "phone": "13800005521"}"""))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String id = JSON.readTree(body).path("id").asString();
        // What a community passes up and the street receives is in the street's hands; that way is tested where it
        // belongs.
        org.springframework.jdbc.core.simple.JdbcClient.create(owner)
                .sql(
                        "update demand set node_code = :street, status = 'accepted', accepted_at = raised_at where id = :id")
                .param("street", RegionFixtures.JIANWAI.value())
                .param("id", UUID.fromString(id))
                .update();
        return id;
    }

    private ResultActions call(String demand, String key) throws Exception {
        return mvc.perform(post("/api/demands/" + demand + "/callouts")
                .header("Idempotency-Key", key)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"reason": "call_enforcement", "words": "联合执法", "bodies": [{"departmentId": "%s", "lead": true},
                         {"departmentId": "%s", "lead": false, "words": "查证照"}]}""".formatted(enforcement.departmentId(), market.departmentId())));
    }

    private JsonNode page(String demand) throws Exception {
        return JSON.readTree(mvc.perform(get("/api/demands/" + demand + "/callouts"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private ResultActions act(String callout, String door, int version, String body) throws Exception {
        return mvc.perform(post("/api/callouts/" + callout + "/" + door)
                .header("Idempotency-Key", Ids.next().toString())
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions verificationRequest(String demand) throws Exception {
        int version = JSON.readTree(mvc.perform(get("/api/demands/" + demand))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .path("demand")
                .path("version")
                .asInt();
        return mvc.perform(post("/api/demands/" + demand + "/verification-request")
                .header("Idempotency-Key", Ids.next().toString())
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"words\": \"联合整治完成\"}"));
    }
}
