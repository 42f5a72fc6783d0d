package org.gongzhi.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Machines ask over real HTTP, past the real filters. */
@GongzhiTest
@Import(ActingAs.class)
class IssueTokenTests {

    private final SheetDesk desk;
    private final MachineTokens gate;
    private final int port;
    private Actor administrator = Actor.worker("not yet");

    IssueTokenTests(@Autowired ApplicationContext context, @Autowired MachineTokens gate, @LocalServerPort int port) {
        this.desk = new SheetDesk(context);
        this.gate = gate;
        this.port = port;
    }

    private static LocalDate tomorrow() {
        return LocalDate.now(Time.ZONE).plusDays(1);
    }

    @BeforeEach
    void sits() {
        administrator = desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG);
        desk.sit(administrator);
    }

    private static Map<String, Object> wanted(String... verbs) {
        return new HashMap<>(Map.of(
                "name", "区大数据局 · 一网统管",
                "regionCode", RegionFixtures.JIANWAI.toString(),
                "verbs", List.of(verbs),
                "expiresOn", tomorrow().toString()));
    }

    private static Map<String, Object> with(Map<String, Object> wanted, String name, Object value) {
        wanted.put(name, value);
        return wanted;
    }

    private Said issue(Map<String, Object> wanted) {
        return desk.send(post("/api/machine-tokens"), wanted);
    }

    private Browser.Answer ask(String path, String token) {
        try (Browser machine = new Browser(port, "127.0.0.1")) {
            return machine.get(path, "Authorization", "Bearer " + token);
        }
    }

    @Test
    void aTokenIsShownOnceAndOnlyItsDigestIsKept() {
        Said issued = issue(wanted("read"));
        assertThat(issued.status()).isEqualTo(200);
        String token = issued.text("token");
        assertThat(token).matches("gz_[A-Za-z0-9_-]{43}");
        assertThat(desk.ask(get("/api/machine-tokens")).body().toString())
                .contains(token.substring(0, 7))
                .doesNotContain(token);
        assertThat(desk.owner
                        .sql(
                                "select count(*) from machine_token where position(convert_to(:token, 'UTF8') in digest) > 0")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(desk.owner
                        .sql("select count(*) from idempotency_key where response like '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(desk.owner
                        .sql(
                                "select count(*) from audit_entry where action = 'token.issue' and after::text like '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aMachineReadsItsTerritoryAndNothingElse() {
        String token = issue(wanted("read")).text("token");
        Browser.Answer list = ask("/api/demands", token);
        assertThat(list.status()).isEqualTo(200);
        assertThat(ask("/api/demands?region=" + RegionFixtures.CHAOWAI, token).status())
                .isEqualTo(403);
        for (String door : List.of(
                "/api/jobs",
                "/api/audit-entries",
                "/api/machine-tokens",
                "/api/session",
                "/api/account/sessions",
                "/api/todos",
                "/api/sheet-imports?kind=hotline")) {
            assertThat(ask(door, token).code()).as(door).isEqualTo("token.verb-not-allowed");
        }
        assertThat(desk.owner
                        .sql("select last_address from machine_token where digest = decode(:digest, 'hex')")
                        .param("digest", MachineTokens.digest(token))
                        .query(String.class)
                        .single())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void whatAMachineDoesStandsInTheTrailUnderItsName() {
        String token = issue(wanted("register")).text("token");
        String said = "{\"regionCode\":\"" + RegionFixtures.YONGANLI
                + "\",\"kind\":\"heating\",\"channel\":\"online\",\"words\":\"传感器：井盖移位\",\"anonymous\":true}";
        try (Browser machine = new Browser(port, "127.0.0.1")) {
            Browser.Answer made = machine.post(
                    "/api/demands",
                    said,
                    "Authorization",
                    "Bearer " + token,
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
            assertThat(desk.owner
                            .sql(
                                    "select actor from audit_entry where subject_id = cast(:id as uuid) and action = 'demand.raise'")
                            .param("id", made.body().path("id").asString())
                            .query(String.class)
                            .single())
                    .startsWith("区大数据局 · 一网统管");
            String elsewhere = said.replace(RegionFixtures.YONGANLI.toString(), RegionFixtures.JIQINGLI.toString());
            assertThat(machine.post(
                                    "/api/demands",
                                    elsewhere,
                                    "Authorization",
                                    "Bearer " + token,
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(ask("/api/demands", token).code()).isEqualTo("token.verb-not-allowed");
    }

    @Test
    void aTokenOpensNothingFromElsewhereOrAfterItsEnd() {
        String token = issue(with(wanted("read"), "addresses", List.of("192.0.2.0/24")))
                .text("token");
        assertThat(ask("/api/demands", token).code()).isEqualTo("token.address-not-allowed");
        assertThat(gate.actorFor(token, "read", "192.0.2.9").isDone()).isTrue();
        desk.owner
                .sql(
                        "update machine_token set created_at = now() - interval '9 days', expires_at = now() - interval '1 second' where digest = decode(:digest, 'hex')")
                .param("digest", MachineTokens.digest(token))
                .update();
        assertThat(((Outcome.Refused<?>) gate.actorFor(token, "read", "192.0.2.9")).reason())
                .isEqualTo(TokenRefusal.INVALID);
        assertThat(ask("/api/demands", "gz_nonsense").status()).isEqualTo(401);
        assertThat(ask("/api/demands", "nonsense").status()).isEqualTo(401);
    }

    @Test
    void aMachineThatAsksTooOftenWaits() {
        String token = issue(wanted("open311")).text("token");
        Outcome<Actor> last = Outcome.refused(TokenRefusal.UNKNOWN);
        for (int i = 0;
                i < 700 && !(last instanceof Outcome.Refused<?> refused && refused.reason() == TokenRefusal.TOO_OFTEN);
                i++) {
            last = gate.actorFor(token, "open311", "127.0.0.1");
        }
        assertThat(((Outcome.Refused<?>) last).reason()).isEqualTo(TokenRefusal.TOO_OFTEN);
        assertThat(((Outcome.Refused<?>) last).current()).containsKey("retryAfterSeconds");
    }

    @Test
    void whatIsAskedForMustMakeSense() {
        assertThat(issue(with(wanted("read"), "name", " ")).code()).isEqualTo("token.name-length");
        assertThat(issue(with(wanted("read"), "regionCode", RegionFixtures.XUHUI.toString()))
                        .code())
                .isEqualTo("token.region-unknown");
        assertThat(issue(with(wanted("read"), "regionCode", "x")).code()).isEqualTo("token.region-unknown");
        assertThat(issue(wanted()).code()).isEqualTo("token.verb-unknown");
        assertThat(issue(wanted("moon")).code()).isEqualTo("token.verb-unknown");
        assertThat(issue(with(wanted("read"), "addresses", List.of("localhost")))
                        .code())
                .isEqualTo("token.address-unreadable");
        assertThat(issue(with(wanted("read"), "expiresOn", "2020-01-01")).code())
                .isEqualTo("token.end-out-of-range");
        assertThat(issue(with(wanted("read"), "expiresOn", "2099-01-01")).code())
                .isEqualTo("token.end-out-of-range");
    }

    @Test
    void onlyTheSystemAdministratorIssues() {
        for (DutyKind duty :
                List.of(DutyKind.SECURITY_ADMINISTRATOR, DutyKind.AUDIT_ADMINISTRATOR, DutyKind.DISTRICT_LEADER)) {
            desk.sit(desk.hire(duty, RegionFixtures.CHAOYANG));
            assertThat(issue(wanted("read")).code()).isEqualTo("token.not-yours-to-issue");
        }
    }
}
