package org.gongzhi.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
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
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Verbs as a browser sends them: twice, too late, or without saying what it saw. */
@GongzhiTest
@Import(ActingAs.class)
class DemandApiTests {

    private static final String SAID = """
            {"regionCode": "110105001026001", "kind": "heating", "channel": "phone", "words": "暖气不热", "anonymous": true}""";

    private final MockMvc mvc;
    private final ActingAs acting;
    private final Transactions transactions;
    private final Accounts accounts;
    private final AccountLookup lookup;
    private final DataSource owner;

    DemandApiTests(
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
    }

    @BeforeEach
    void aSecretaryAsks() {
        RegionFixtures.plant(owner);
        acting.is(someone("周敏", DutyKind.COMMUNITY_SECRETARY, RegionFixtures.YONGANLI));
    }

    private Actor someone(String name, DutyKind kind, RegionCode node) {
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("s" + UUID.randomUUID(), name, "no hash", false, false);
                    UUID duty = accounts.grantDuty(account, kind, node);
                    return Outcome.done(lookup.actorFor(account, duty).orElseThrow());
                })
                .orThrow();
    }

    private ResultActions send(String path, String key, String seen, String body) throws Exception {
        return mvc.perform(post("/api/demands" + path)
                .header("Idempotency-Key", key)
                .header("If-Match", seen)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String text(ResultActions sent) throws Exception {
        return sent.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String registered() throws Exception {
        String answer = text(send("", "key-" + UUID.randomUUID(), "", SAID).andExpect(status().isCreated()));
        return com.jayway.jsonpath.JsonPath.read(answer, "$.id");
    }

    private long steps(String id, String verb) {
        return JdbcClient.create(owner)
                .sql("select count(*) from demand_step where demand_id = :id and verb = :verb")
                .param("id", UUID.fromString(id))
                .param("verb", verb)
                .query(Long.class)
                .single();
    }

    @Test
    void sentTwiceItIsDoneOnceAndAnsweredAlike() throws Exception {
        String key = "key-" + UUID.randomUUID();
        String first = text(send("", key, "", SAID).andExpect(status().isCreated()));
        String second = text(send("", key, "", SAID).andExpect(status().isCreated()));
        assertThat(second).isEqualTo(first);
        String id = com.jayway.jsonpath.JsonPath.read(first, "$.id");
        assertThat(steps(id, "raise")).isEqualTo(1);
        String accepting = "key-" + UUID.randomUUID();
        String once =
                text(send("/" + id + "/acceptance", accepting, "\"0\"", "{}").andExpect(status().isOk()));
        String again =
                text(send("/" + id + "/acceptance", accepting, "\"0\"", "{}").andExpect(status().isOk()));
        assertThat(again).isEqualTo(once);
        assertThat(steps(id, "accept")).isEqualTo(1);
    }

    @Test
    void whoDoesNotSayWhatTheySawIsAskedTo() throws Exception {
        String id = registered();
        send("/" + id + "/acceptance", "key-" + UUID.randomUUID(), "", "{}")
                .andExpect(status().isPreconditionRequired());
        assertThat(steps(id, "accept")).isZero();
    }

    @Test
    void whoComesTooLateLearnsWhoWhenAndWhatIsThereNow() throws Exception {
        String id = registered();
        send("/" + id + "/acceptance", "key-" + UUID.randomUUID(), "\"0\"", "{}")
                .andExpect(status().isOk());
        send("/" + id + "/acceptance", "key-" + UUID.randomUUID(), "\"0\"", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("demand.changed-meanwhile"))
                .andExpect(jsonPath("$.current.version").value(1))
                .andExpect(jsonPath("$.current.status").value("accepted"))
                .andExpect(jsonPath("$.current.verb").value("accept"));
    }

    @Test
    void thePageSaysByWhenTheStepIsDueAndWhoCanWhatOneCannot() throws Exception {
        String id = registered();
        mvc.perform(get("/api/demands/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.demand.clock.internalDueAt").exists())
                .andExpect(jsonPath("$.may[?(@.verb == 'accept')].allowed").value(true));
        acting.is(someone("陈立", DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI));
        mvc.perform(get("/api/demands/" + id))
                .andExpect(jsonPath("$.may[?(@.verb == 'accept')].allowed").value(false))
                .andExpect(jsonPath("$.may[?(@.verb == 'accept')].who").value(hasItem(containsString("周敏"))))
                .andExpect(jsonPath("$.may[?(@.verb == 'supervise')].who").isEmpty());
    }

    @Test
    void colleaguesAreOfferedWithTheCodeOfTheirDuty() throws Exception {
        String id = registered();
        mvc.perform(get("/api/demands/" + id + "/assignees"))
                .andExpect(jsonPath("$.colleagues[?(@.name == '周敏')].duty").value(hasItem("community_secretary")));
    }
}
