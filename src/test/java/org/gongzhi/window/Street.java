package org.gongzhi.window;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.Walking;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 建外街道 with its community 永安里: who works there, what they do with a case, and what residents send over the wire. */
@TestConfiguration(proxyBeanMethods = false)
class Street {

    static final JsonMapper JSON = JsonMapper.shared();
    static final RegionCode COMMUNITY = RegionFixtures.YONGANLI;

    record Said(int status, JsonNode body) {
        String text(String name) {
            return body.path(name).asString("");
        }
    }

    final MovableClock clock;
    final JdbcClient owner;
    final Actor secretary;
    final Actor clerk;
    final Actor neighbour;
    final Actor leader;
    final Actor heating;
    final Actor sanitation;
    final UUID heatingAt;

    private final MockMvc mvc;

    Street(
            WebApplicationContext context,
            Transactions transactions,
            Accounts accounts,
            AccountLookup lookup,
            MovableClock clock,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.clock = clock;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        var tables = new DriverManagerDataSource(url, user, password);
        this.owner = JdbcClient.create(tables);
        RegionFixtures.plant(tables);
        Map<String, UUID> departments = transactions
                .write(
                        Actor.worker("test"),
                        () -> Outcome.done(Map.of(
                                "heating", accounts.addDepartment(RegionFixtures.JIANWAI, "热力所", "service"),
                                "sanitation", accounts.addDepartment(RegionFixtures.JIANWAI, "环卫所", "office"))))
                .orThrow();
        this.heatingAt = Objects.requireNonNull(departments.get("heating"));
        Hiring hiring = new Hiring(transactions, accounts, lookup, owner);
        this.secretary = hiring.hire(DutyKind.COMMUNITY_SECRETARY, COMMUNITY, null);
        this.clerk = hiring.hire(DutyKind.COMMUNITY_CLERK, COMMUNITY, null);
        this.neighbour = hiring.hire(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.GUANGHUALI, null);
        this.leader = hiring.hire(DutyKind.STREET_LEADER, RegionFixtures.JIANWAI, null);
        this.heating = hiring.hire(DutyKind.DEPARTMENT_HANDLER, RegionFixtures.JIANWAI, heatingAt);
        this.sanitation =
                hiring.hire(DutyKind.DEPARTMENT_HANDLER, RegionFixtures.JIANWAI, departments.get("sanitation"));
    }

    private record Hiring(Transactions transactions, Accounts accounts, AccountLookup lookup, JdbcClient owner) {
        Actor hire(DutyKind kind, RegionCode node, @Nullable UUID department) {
            UUID[] made = transactions
                    .write(Actor.worker("test"), () -> {
                        UUID account = accounts.create("w" + UUID.randomUUID(), "周敏", "no hash", false, false);
                        return Outcome.done(
                                new UUID[] {account, accounts.grantDuty(account, kind, node, department, null)});
                    })
                    .orThrow();
            owner.sql("update duty set valid = daterange('2026-01-01', null) where id = :id")
                    .param("id", made[1])
                    .update();
            return transactions
                    .asWorker("test", () -> lookup.actorFor(made[0], made[1]))
                    .orElseThrow();
        }
    }

    // ── staff ──

    Said ask(String path, Actor actor) {
        return perform(MockMvcRequestBuilders.get(path).requestAttr(Walking.WHO, actor));
    }

    byte[] download(String path, Actor actor) {
        try {
            return mvc.perform(MockMvcRequestBuilders.get(path).requestAttr(Walking.WHO, actor))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Said send(String path, Map<String, ?> body, Actor actor) {
        return perform(posting(path, body).requestAttr(Walking.WHO, actor));
    }

    /** One verb on a case as it stands. */
    Said act(UUID id, String verb, Map<String, ?> body, Actor actor) {
        int version = ask("/api/demands/" + id, actor)
                .body()
                .path("demand")
                .path("version")
                .asInt();
        return perform(posting("/api/demands/" + id + "/" + verb, body)
                .header("If-Match", "\"" + version + "\"")
                .requestAttr(Walking.WHO, actor));
    }

    void must(UUID id, String verb, Map<String, ?> body, Actor actor) {
        Said said = act(id, verb, body, actor);
        if (said.status() != 200) {
            throw new AssertionError(verb + ": " + said);
        }
    }

    /** Accepted, handled by the heating office, verified and closed. */
    void workOff(UUID id) {
        must(id, "acceptance", Map.of("publish", true), secretary);
        must(id, "assignment", Map.of("departmentId", heatingAt), secretary);
        must(id, "take-up", Map.of(), heating);
        finish(id);
    }

    void finish(UUID id) {
        must(id, "verification-request", Map.of("words", "阀门已更换", "publicWords", "换了阀门"), heating);
        must(id, "verification", Map.of("passed", true), secretary);
        must(id, "closing", Map.of("publicWords", "已经热了"), secretary);
    }

    // ── residents, through the filters of nothing: for what is not about the wire ──

    Said raise(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("regionCode", COMMUNITY.toString(), "kind", "heating", "words", "暖气不热", "anonymous", true));
        body.putAll(more);
        return perform(posting("/public/demands", body));
    }

    Said withCode(String path, Map<String, ?> body, String code) {
        return perform(posting(path, body).header("X-Case-Code", code));
    }

    Said follow(String code) {
        return perform(MockMvcRequestBuilders.get("/public/cases").header("X-Case-Code", code));
    }

    UUID idOf(Said raised) {
        return owner.sql("select id from demand where number = :number")
                .param("number", raised.text("number"))
                .query(UUID.class)
                .single();
    }

    MockHttpServletRequestBuilder posting(String path, Map<String, ?> body) {
        return MockMvcRequestBuilders.post(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body));
    }

    Said perform(RequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            String text = response.getContentAsString(StandardCharsets.UTF_8);
            boolean isJson = String.valueOf(response.getContentType()).contains("json");
            return new Said(response.getStatus(), isJson ? JSON.readTree(text) : JSON.nullNode());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
