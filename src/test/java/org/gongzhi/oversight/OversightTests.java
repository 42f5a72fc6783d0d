package org.gongzhi.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongzhi.identity.Accounts;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.QuickPassword;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.Unwatched;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@GongzhiTest
class OversightTests {

    private static final String PASSWORD = "huaishu-kaihua-2026";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Transactions transactions;
    private final Accounts accounts;

    @AutoClose
    private final Browser browser;

    private final Progress unseen;

    OversightTests(
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired DataSource database,
            @LocalServerPort int port,
            @TempDir Path folder) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.browser = new Browser(port, "127.0.0.1");
        this.unseen = new Unwatched(folder);
        RegionFixtures.plant(database);
    }

    @Test
    void theTrailGoesOnASheetWithNothingOfOtherTerritories(@Autowired ExportTrail export) throws IOException {
        var order = JsonMapper.shared().readTree("{\"action\":\"session.\"}");
        signedIn(DutyKind.AUDIT_ADMINISTRATOR);
        JobResult result = export.run(auditor(), order, unseen);
        assertThat(result.message()).startsWith("共 ");
        var file = java.util.Objects.requireNonNull(result.file()).content();
        try (var book = new ReadableWorkbook(Files.newInputStream(file));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(4)))
                    .startsWith("做了什么")
                    .contains("登录")
                    .noneMatch(action -> action.startsWith("session."));
        }
    }

    @Test
    void theSheetSpeaksTheLanguageOfWhoeverAsksForIt(@Autowired ExportTrail export) throws IOException {
        var order = JsonMapper.shared().readTree("{\"action\":\"session.\",\"language\":\"en\"}");
        signedIn(DutyKind.AUDIT_ADMINISTRATOR);
        var file = java.util.Objects.requireNonNull(
                        export.run(auditor(), order, unseen).file())
                .content();
        try (var book = new ReadableWorkbook(Files.newInputStream(file));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(4)))
                    .startsWith("What was done")
                    .contains("Signed in");
        }
        ExportTrail.Order asked = new ExportTrail.Order(null, null, null, null, null, null, null, null);
        assertThat(asked.in(Locale.ENGLISH).language()).isEqualTo("en");
        assertThat(asked.in(Locale.SIMPLIFIED_CHINESE).language()).isEqualTo("zh-CN");
        assertThat(asked.in(Locale.ENGLISH).in(Locale.SIMPLIFIED_CHINESE).language())
                .isEqualTo("en");
    }

    @Test
    void theProofSaysWhetherTheChainIsWhole(@Autowired ProveTrail prove) {
        JobResult result = prove.run(auditor(), JsonMapper.shared().createObjectNode(), unseen);
        assertThat(result.message()).startsWith("审计记录");
    }

    @Test
    void bothAreAskedForByTheAuditAdministratorAndAnswerWithAJob() {
        signedIn(DutyKind.AUDIT_ADMINISTRATOR);
        Browser.Answer asked = post("/api/audit-exports", "{}");
        assertThat(asked.status()).isEqualTo(202);
        String job = asked.body().path("jobId").asString();
        assertThat(browser.get("/api/jobs/" + job).body().path("kind").asString())
                .isEqualTo("audit-export");
        assertThat(post("/api/audit-proofs", "{}").status()).isEqualTo(202);

        signedIn(DutyKind.SYSTEM_ADMINISTRATOR);
        assertThat(post("/api/audit-exports", "{}").code()).isEqualTo("oversight.only-audit-administrator");
        assertThat(post("/api/audit-proofs", "{}").code()).isEqualTo("oversight.only-audit-administrator");
    }

    @Test
    void theResultOfAnAdministratorsJobIsTheirsToFetch() {
        signedIn(DutyKind.AUDIT_ADMINISTRATOR);
        String job = post("/api/audit-exports", "{\"action\":\"session.\"}")
                .body()
                .path("jobId")
                .asString();
        // The events end with the job.
        assertThat(browser.get("/api/jobs/" + job + "/events").status()).isEqualTo(200);
        assertThat(browser.get("/api/jobs/" + job + "/result").status()).isEqualTo(200);
    }

    private Browser.Answer post(String path, String body) {
        return browser.post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private void signedIn(DutyKind kind) {
        String login = "overseer" + NUMBERS.incrementAndGet() + "x"
                + ProcessHandle.current().pid();
        String hash = QuickPassword.hash(PASSWORD);
        transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create(login, "职员" + login, hash, false, false);
                    return Outcome.done(accounts.grantDuty(account, kind, CHAOYANG));
                })
                .orThrow();
        assertThat(browser.signIn(login, PASSWORD).status()).isEqualTo(200);
    }

    private static Actor auditor() {
        return new Actor(
                UUID.randomUUID(),
                "审计员",
                DutyKind.AUDIT_ADMINISTRATOR,
                UUID.randomUUID(),
                CHAOYANG,
                3,
                "朝阳区",
                null,
                Scope.NOTHING,
                "");
    }
}
