package org.gongzhi.sheet;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.RegionFixtures;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An office at its desk: brings sheets, orders what is to be done with them, and waits for it. */
public final class SheetDesk {

    public static final String HEADINGS = "工单编号,来电时间,诉求内容,诉求类型,街道,社区,地址,来电人,联系电话,办理时限\n";

    private final ApplicationContext context;
    private final MockMvc mvc;
    private final ObjectMapper json;
    public final JdbcClient owner;

    /** @param context a web application's */
    public SheetDesk(ApplicationContext context) {
        this.context = context;
        this.mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .build();
        this.json = context.getBean(ObjectMapper.class);
        var tables = new DriverManagerDataSource(
                context.getEnvironment().getRequiredProperty("spring.datasource.url"),
                context.getEnvironment().getRequiredProperty("spring.datasource.username"),
                context.getEnvironment().getRequiredProperty("spring.datasource.password"));
        RegionFixtures.plant(tables);
        this.owner = JdbcClient.create(tables);
    }

    @SuppressWarnings("ArrayRecordComponent")
    public record Said(int status, JsonNode body, byte[] bytes) {
        public String text(String name) {
            return body.path(name).asString("");
        }

        public String code() {
            return text("code");
        }

        public JsonNode at(String... names) {
            JsonNode node = body;
            for (String name : names) {
                node = node.path(name);
            }
            return node;
        }
    }

    public Actor hire(DutyKind duty, RegionCode node) {
        Transactions transactions = context.getBean(Transactions.class);
        Accounts accounts = context.getBean(Accounts.class);
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("p" + UUID.randomUUID(), "韩松", "no hash", false, false);
                    UUID held = accounts.grantDuty(account, duty, node);
                    return Outcome.done(context.getBean(AccountLookup.class)
                            .actorFor(account, held)
                            .orElseThrow());
                })
                .orThrow();
    }

    /** Sits down as this person. */
    public void sit(Actor actor) {
        context.getBean(ActingAs.class).is(actor);
    }

    public Said ask(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            byte[] bytes = response.getContentAsByteArray();
            boolean isJson = String.valueOf(response.getContentType()).contains("json");
            return new Said(
                    response.getStatus(),
                    isJson && bytes.length > 0
                            ? json.readTree(new String(bytes, StandardCharsets.UTF_8))
                            : json.createObjectNode(),
                    bytes);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Said send(MockHttpServletRequestBuilder request, Object body) {
        return ask(request.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .content(json.writeValueAsString(body)));
    }

    public Said upload(String name, byte[] content) {
        return ask(post("/api/sheet-imports")
                .param("kind", "hotline")
                .param("name", name)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .content(content));
    }

    public Said upload(String csv) {
        return upload("热线.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    public Said page(String id) {
        return ask(get("/api/sheet-imports/{id}", id));
    }

    /** Uploads, takes the columns as proposed, and waits for the dry run; the sheet as it then is. */
    public Said checked(String csv, Map<String, ?> more) {
        String id = upload(csv).text("id");
        return check(id, more);
    }

    public Said check(String id, Map<String, ?> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("columns", page(id).at("mapping", "columns"));
        Said accepted = send(put("/api/sheet-imports/{id}/mapping", id), body);
        await(accepted);
        return page(id);
    }

    public Said apply(String id) {
        await(send(post("/api/sheet-imports/{id}/application", id), Map.of()));
        return page(id);
    }

    public Said undo(String id) {
        await(send(post("/api/sheet-imports/{id}/undoing", id), Map.of()));
        return page(id);
    }

    /** Checked and applied. */
    public Said imported(String csv) {
        return apply(checked(csv, Map.of()).at("sheet").path("id").asString());
    }

    /** The job that was accepted, once it has ended well. */
    public Said await(Said accepted) {
        if (accepted.status() != 202) {
            throw new AssertionError("not accepted: " + accepted.body());
        }
        String job = accepted.text("jobId");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ask(get("/api/jobs/{id}", job)).body().has("endedAt"));
        Said ended = ask(get("/api/jobs/{id}", job));
        if (!ended.text("state").equals("done")) {
            throw new AssertionError(ended.body().toString());
        }
        return ended;
    }

    public byte[] result(Said job) {
        return ask(get("/api/jobs/{id}/result", job.text("id"))).bytes();
    }
}
