package org.gongzhi.audit;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@GongzhiTest
@Import(ActingAs.class)
class AuditApiTests {

    private static final Actor ADMINISTRATOR = Kernel.somebody(
            "审计员", DutyKind.AUDIT_ADMINISTRATOR, RegionFixtures.CHAOYANG, RegionFixtures.FENGTAI.value());

    private final MockMvc mvc;
    private final ActingAs acting;
    private final Audit audit;
    private final Transactions transactions;

    AuditApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired Audit audit,
            @Autowired Transactions transactions) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.acting = acting;
        this.audit = audit;
        this.transactions = transactions;
    }

    private UUID recorded() {
        UUID subject = UUID.randomUUID();
        Actor clerk = Kernel.clerk();
        transactions.write(clerk, () -> {
            audit.record(clerk, "demand.accept", "demand", subject, clerk.node(), null, null, null);
            return Outcome.done(true);
        });
        return subject;
    }

    @Test
    void theAuditAdministratorReadsWhatHappenedAndSoonItIsSealed() {
        UUID subject = recorded();
        acting.is(ADMINISTRATOR);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> mvc.perform(get("/api/audit-entries").param("subject", subject.toString()))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.items.length()").value(1))
                        .andExpect(jsonPath("$.items[0].actor").value("周敏 · community_clerk · 永安里社区"))
                        .andExpect(jsonPath("$.items[0].address").value("203.0.113.7"))
                        .andExpect(jsonPath("$.items[0].position").isNumber()));
    }

    @Test
    void nobodyElseReadsTheTrail() throws Exception {
        for (DutyKind kind : DutyKind.values()) {
            if (kind != DutyKind.AUDIT_ADMINISTRATOR) {
                acting.is(Kernel.somebody("谁", kind, RegionFixtures.CHAOYANG, RegionFixtures.FENGTAI.value()));
                mvc.perform(get("/api/audit-entries"))
                        .andExpect(status().isForbidden())
                        .andExpect(jsonPath("$.code").value("audit.only-audit-administrator"));
            }
        }
    }
}
