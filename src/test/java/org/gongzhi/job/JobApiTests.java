package org.gongzhi.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Jobs as a person meets them: submitted, taken by the worker of this node, watched, downloaded. */
@GongzhiTest
@Import(ActingAs.class)
class JobApiTests {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final MockMvc mvc;
    private final ActingAs acting;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Accounts accounts;
    private final AccountLookup lookup;
    private final DataSource owner;

    private Actor clerk = Actor.worker("not yet");

    JobApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired Jobs jobs,
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.acting = acting;
        this.jobs = jobs;
        this.transactions = transactions;
        this.accounts = accounts;
        this.lookup = lookup;
        this.owner = new DriverManagerDataSource(url, user, password);
    }

    private record Made(UUID account, UUID duty) {}

    @BeforeEach
    void someoneWithADuty() {
        RegionFixtures.plant(owner);
        Made made = transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("c" + UUID.randomUUID(), "周敏", "no hash", false, false);
                    return Outcome.done(new Made(
                            account, accounts.grantDuty(account, DutyKind.COMMUNITY_CLERK, RegionFixtures.YONGANLI)));
                })
                .orThrow();
        clerk = transactions
                .asWorker("test", () -> lookup.actorFor(made.account(), made.duty()))
                .orElseThrow();
        acting.is(clerk);
    }

    private UUID submitted(int lines) {
        return transactions
                .write(clerk, () -> Outcome.done(jobs.submit(clerk, "test.lines", Map.of("lines", lines))))
                .orThrow();
    }

    @Test
    void aJobIsDoneByTheWorkerAndItsResultDownloaded() throws Exception {
        UUID id = submitted(3);
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> mvc.perform(get("/api/jobs/{id}", id))
                        .andExpect(jsonPath("$.state").value("done")));

        mvc.perform(get("/api/jobs/{id}", id))
                .andExpect(jsonPath("$.message").value("周敏：3 行"))
                .andExpect(jsonPath("$.hasResult").value(true));
        mvc.perform(get("/api/jobs/{id}/result", id))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andExpect(content().bytes("一行\n一行\n一行\n".getBytes(StandardCharsets.UTF_8)));
        mvc.perform(get("/api/jobs")).andExpect(jsonPath("$.items[0].id").value(id.toString()));
    }

    @Test
    void aWatcherIsToldUntilTheEnd() throws Exception {
        UUID id = submitted(2);
        var watching = mvc.perform(get("/api/jobs/{id}/events", id)).andReturn();
        watching.getAsyncResult(LONG.toMillis());

        String told = mvc.perform(asyncDispatch(watching))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(told).contains("event:job", "\"state\":\"done\"", "周敏：2 行");
    }

    @Test
    void anothersJobDoesNotExist() throws Exception {
        UUID id = submitted(1);
        acting.is(new Actor(
                UUID.randomUUID(),
                "别人",
                clerk.duty(),
                clerk.dutyId(),
                clerk.node(),
                clerk.level(),
                clerk.nodeName(),
                null,
                clerk.scope(),
                ""));

        mvc.perform(get("/api/jobs/{id}", id)).andExpect(status().isNotFound());
        mvc.perform(get("/api/jobs/{id}/events", id)).andExpect(status().isNotFound());
        mvc.perform(get("/api/jobs/{id}/result", id))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("job.result-missing"));
        mvc.perform(delete("/api/jobs/{id}", id)
                        .header("Idempotency-Key", UUID.randomUUID().toString()))
                .andExpect(status().isNotFound());
    }

    @Test
    void withoutSigningInThereIsNothing() throws Exception {
        acting.is(null);

        mvc.perform(get("/api/jobs")).andExpect(status().isUnauthorized());
    }
}
