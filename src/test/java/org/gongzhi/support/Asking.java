package org.gongzhi.support;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Asks the application over HTTP without its sign-in, on the small tree of places, and looks behind it with the owner's eyes. */
public final class Asking {

    private final WebApplicationContext application;
    private final MockMvc mvc;
    private final ObjectMapper json;
    private final JdbcTemplate owner;

    public Asking(WebApplicationContext application) {
        this.application = application;
        this.mvc = MockMvcBuilders.webAppContextSetup(application).build();
        this.json = application.getBean(ObjectMapper.class);
        Environment settings = application.getEnvironment();
        DataSource tables = new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"));
        RegionFixtures.plant(tables);
        this.owner = new JdbcTemplate(tables);
    }

    public record Said(int status, JsonNode body) {
        public String text(String name) {
            return body.path(name).asString("");
        }
    }

    private record Made(UUID account, UUID duty) {}

    public JdbcTemplate owner() {
        return owner;
    }

    public Actor someone(RegionCode node, DutyKind duty) {
        Transactions transactions = application.getBean(Transactions.class);
        Accounts accounts = application.getBean(Accounts.class);
        Made made = transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("p" + UUID.randomUUID(), "周敏", "no hash", false, false);
                    return Outcome.done(new Made(account, accounts.grantDuty(account, duty, node)));
                })
                .orThrow();
        return transactions
                .asWorker("test", () -> application.getBean(AccountLookup.class).actorFor(made.account(), made.duty()))
                .orElseThrow();
    }

    public Said ask(MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Said(response.getStatus(), text.isEmpty() ? json.createObjectNode() : json.readTree(text));
    }

    public MockHttpServletRequestBuilder sending(String path, String key, Object body) {
        return post(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body));
    }

    public String key() {
        return UUID.randomUUID().toString();
    }

    /** Of 永安里社区, about its heating. */
    public static Map<String, Object> report(String words) {
        return Map.of(
                "regionCode", RegionFixtures.YONGANLI.toString(), "kind", "heating", "words", words, "anonymous", true);
    }

    public Said raise(String words) throws Exception {
        return ask(sending("/public/demands", key(), report(words)));
    }

    public UUID idOf(Said raised) {
        return Objects.requireNonNull(
                owner.queryForObject("select id from demand where number = ?", UUID.class, raised.text("number")));
    }
}
